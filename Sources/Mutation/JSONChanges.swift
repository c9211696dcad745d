import SpecModel
import Wire

/// Changes of an answer in JSON that no client can call a fault, beside those that both APIs' answers have alike.
///
/// Source: RFC 8259; truth, wire format section 2, for the forms of the error type and a message that is null.
struct JSONChanges: Sendable {
    let answer: JudgedAnswer

    func changes() -> [WireFault] { styles() + numbers() + (answer.isSuccess ? [] : errorTypes() + messages()) }

    private func styles() -> [WireFault] {
        [
            styled(.whiteSpace, "is set in by tabs, lines end in CR LF") {
                $0.indent = "\t"
                $0.lineEnd = "\r\n"
            },
            styled(.whiteSpace, "has white space wherever it may stand") { $0.gap = " \n\t" },
            styled(.escaping, "has every character by number") { $0.text = .escaped },
            styled(.escaping, "escapes slashes and what is not ASCII") { $0.text = .guarded },
        ]
    }

    private func styled(_ faultClass: FaultClass, _ what: String, _ change: (inout JSONStyle) -> Void) -> WireFault {
        WireFault(faultClass, what, in: JSONStyle(), change)
    }

    /// Integers are written as such by every service; fractions in many ways.
    private func numbers() -> [WireFault] {
        answer.sites.filter { $0.tree.kind == .number }.flatMap { site -> [WireFault] in
            guard site.shape == .double || site.shape == .timestamp, let value = Double(site.tree.text) else {
                return []
            }
            let whole = Int64(exactly: value).map { [String($0)] } ?? []
            return (whole + ["\(value)0", "\(value)e0", "\(value / 10)E+1"])
                .filter { $0 != site.tree.text && Double($0) == value }
                .map { text in
                    WireFault(
                        .numberSpelling, "has \(text) for \(site.tree.text) in \(site.path)", in: site.part,
                        tree: { tree in
                            // Times differ from run to run.
                            tree.edit(site.place[...]) { if Double($0.text) == value { $0.text = text } }
                        })
                }
        }
    }

    private func errorTypes() -> [WireFault] {
        guard let code = answer.code else { return [] }
        func said(_ what: String, _ type: String, in body: String? = nil) -> WireFault {
            WireFault(
                .errorTypeForm, what,
                message: { response in
                    response.setHeader(Answer.errorTypeHeader, type)
                    guard let body else { return }
                    response.editTree { $0.children.append(Tree("__type", kind: .string, text: body)) }
                })
        }
        let namespace = "com.amazonaws.ses.v20190927#"
        return [
            said("has an address behind the type", "\(code):http://internal.amazon.com/coral/com.amazonaws.ses/"),
            said("has a colon behind the type", "\(code):"),
            said("has a namespace before the type", namespace + code),
            said("has the type in the body, too", code, in: code),
            said("has the type with its namespace in the body, too", code, in: namespace + code),
        ]
    }

    private func messages() -> [WireFault] {
        let renamed = WireFault(
            .messageForm, "calls the message Message",
            tree: { tree in
                tree.editAll { if $0.name == "message" { $0.name = "Message" } }
            })
        guard let site = answer.freeMessage else { return [renamed] }
        let null = WireFault(
            .messageForm, "has null for the message",
            tree: { tree in
                tree.edit(site.place[...]) { $0 = Tree($0.name, kind: .null, text: "null") }
            })
        return [renamed, null]
    }
}
