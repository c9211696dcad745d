import SpecModel
import Wire

/// Faults of status, headers, the error's code and promised orders, which both APIs' answers have alike.
struct MessageFaults: Sendable {
    let answer: JudgedAnswer

    func faults() -> [WireFault] { orders() + codes() + statuses() + contentTypes() + requestIDs() }

    private func orders() -> [WireFault] {
        answer.sites.compactMap { site in
            guard case .list(_, let list)? = site.shape, list.ordered,
                site.tree.children != site.tree.children.reversed(), site.alternatives.allSatisfy(\.hasDirection)
            else { return nil }
            return WireFault(
                .orderReversed, "reverses \(site.path)", in: site.part,
                tree: { tree in
                    tree.edit(site.place[...]) { $0.children.reverse() }
                })
        }
    }

    /// Codes with and without the ending that SDKs give their classes, and such as fit nothing.
    private func codes() -> [WireFault] {
        guard let code = answer.code else { return [] }
        let ending = "Exception"
        let other = code.hasSuffix(ending) ? String(code.dropLast(ending.count)) : code + ending
        let wrong: [(FaultClass, String)] = [
            (.codeEnding, other), (.codeChanged, "aws:" + code), (.codeChanged, "InternalFailure"),
        ]
        return wrong.filter { !answer.codes.contains($0.1) }.map { [api = answer.api] faultClass, wrong in
            WireFault(
                faultClass, "has \(wrong) for \(code)", in: .content,
                message: { $0.setErrorCode(wrong, api) })
        }
    }

    private func statuses() -> [WireFault] {
        let wrong = answer.isSuccess ? [201, 202, 400, 500] : [200, 403, 404, 500]
        return wrong.filter { !answer.statuses.contains($0) && $0 != answer.status }.map { status in
            WireFault(
                .statusChanged, "answers \(status) for \(answer.status)", in: .content,
                message: { $0.status = status })
        }
    }

    private func contentTypes() -> [WireFault] {
        let others: [String] =
            switch answer.api {
            case .v1: ["application/json", "application/x-amz-json-1.0"]
            case .v2: ["text/xml", "text/plain"]
            }
        let typed = (["text/html; charset=utf-8"] + others).map { type in
            replaced(.contentTypeWrong, "says that it is \(type)", "Content-Type", type)
        }
        return typed + [replaced(.contentTypeWrong, "has no Content-Type", "Content-Type", nil)]
    }

    private func requestIDs() -> [WireFault] {
        let none = replaced(.requestIDHeaderWrong, "has no x-amzn-RequestId", "x-amzn-RequestId", nil)
        // Bodies of JSON have no id that the header could contradict.
        guard answer.api == .v1 else { return [none] }
        return [
            none,
            replaced(
                .requestIDHeaderWrong, "has another id in x-amzn-RequestId", "x-amzn-RequestId",
                "00000000-1111-2222-3333-444444444444"),
        ]
    }

    private func replaced(_ faultClass: FaultClass, _ what: String, _ name: String, _ value: String?) -> WireFault {
        WireFault(faultClass, what, message: { $0.setHeader(name, value) })
    }
}

extension Tree? {
    /// Whether members in another order are other members.
    fileprivate var hasDirection: Bool { map { $0.children != $0.children.reversed() } ?? false }
}

extension HTTPResponse {
    /// Says another error code, where the API's errors say theirs.
    mutating func setErrorCode(_ code: String, _ api: API) {
        switch api {
        case .v1: editTree { tree in tree.editAll { if $0.name == "Code", $0.children.isEmpty { $0.text = code } } }
        case .v2: setHeader(Answer.errorTypeHeader, code)
        }
    }
}
