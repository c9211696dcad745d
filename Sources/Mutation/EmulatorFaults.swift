import SpecModel
import Wire

/// Faults that emulators of the service had, as their users reported them or as they were seen in a run.
struct EmulatorFaults: Sendable {
    let operations: [SpecModel.Operation]

    func faults() -> [BehaviourFault] { query + statistics + sending + json + templates }

    // MARK: The query API

    private var query: [BehaviourFault] {
        let all = operations.filter { $0.api == .v1 }.map(\.id)
        func everywhere(_ what: String, _ change: @escaping @Sendable (inout Tree) -> Void) -> BehaviourFault {
            BehaviourFault(.published, what, .v1, operations: all) {
                AnsweringEndpoint(all: .v1) { _, response in response.editTree(change) }
            }
        }
        return [
            fault("has no VerifyEmailIdentityResult (floci #147)", "v1/VerifyEmailIdentity") { _, response in
                response.editTree { tree in tree.children.removeAll { $0.name == "VerifyEmailIdentityResult" } }
            },
            everywhere("errors are within Errors, without Type and namespace (moto #7641, #7339)") {
                $0.wrapError(root: "ErrorResponse", id: "RequestId")
            },
            everywhere("errors are Response/Errors/Error, as those of EC2 (moto #2434)") {
                $0.wrapError(root: "Response", id: "RequestID")
            },
            everywhere("errors are a bare Error (CloudMock)") { tree in
                guard let error = tree.child("Error") else { return }
                tree = Tree("Error", children: error.children.filter { $0.name != "Type" }.map(\.bare))
            },
        ].compactMap { $0 }
    }

    private var statistics: [BehaviourFault] {
        [
            fault("has item for member (localstack #5074, #7541)", "v1/GetSendStatistics") { _, response in
                response.editTree { tree in tree.editAll { if $0.name == "member" { $0.name = "item" } } }
            },
            fault(
                "has times such as 2021-02-25 09:51:10.915102 (localstack #3645)", "v1/GetSendStatistics"
            ) { _, response in
                response.editTree { tree in
                    tree.editAll { leaf in
                        guard leaf.name == "Timestamp" else { return }
                        leaf.text = leaf.text.replacing("T", with: " ").replacing("Z", with: ".915102")
                    }
                }
            },
        ].compactMap { $0 }
    }

    private var sending: [BehaviourFault] {
        let unescaped = fault(
            "leaves an address in an error unescaped (moto #4198)", "v1/SendEmail"
        ) { request, response in
            let text = String(decoding: response.body, as: UTF8.self)
            guard text.contains("<Code>MessageRejected</Code>"),
                let source = AskedParameters(of: request)?["Source"]
            else { return }
            let message = "<Message>Email address not verified \(source)</Message>"
            response.body = Array(text.replacing(/<Message>[^<]*<\/Message>/, with: message).utf8)
        }
        return [unescaped].compactMap { $0 }
    }

    // MARK: The REST-JSON API

    private var json: [BehaviourFault] {
        let all = operations.filter { $0.api == .v2 }.map(\.id)
        let page = BehaviourFault(
            .published, "successes are served as text/html (moto 5.2.1, seen over loopback)", .v2, operations: all
        ) {
            AnsweringEndpoint(all: .v2) { _, response in
                if response.status == 200 { response.setHeader("Content-Type", "text/html; charset=utf-8") }
            }
        }
        let malformed = fault(
            "takes malformed JSON and answers with a MessageId (moto 5.2.1, ministack 1.5.33, seen over loopback)",
            "v2/SendEmail"
        ) { request, response in
            guard (try? JSONReader.tree(from: request.body)) == nil else { return }
            response.status = 200
            response.setHeader(Answer.errorTypeHeader, nil)
            let id = "0100000000000000-5e1f7e57-0000-4000-8000-000000000000-000000"
            response.body = Array("{\"MessageId\":\"\(id)\"}".utf8)
        }
        return [page] + [malformed].compactMap { $0 }
    }

    private var templates: [BehaviourFault] {
        let texts = fault(
            "has times as ISO texts (ministack 1.5.33, seen over loopback)", "v2/ListEmailTemplates"
        ) { _, response in
            response.editTree { tree in
                tree.editAll { leaf in
                    guard leaf.name == "CreatedTimestamp" else { return }
                    leaf.kind = .string
                    leaf.text = "2024-01-02T03:04:05Z"
                }
            }
        }
        return [texts].compactMap { $0 }
    }

    /// A fault of one operation; nil where there is no such operation.
    private func fault(_ what: String, _ id: String, _ change: @escaping AnsweringEndpoint.Change) -> BehaviourFault? {
        operations.first { $0.id == id }.map { operation in
            BehaviourFault(.published, "\(operation.name) \(what)", of: operation) {
                AnsweringEndpoint(AskedOperation(operation), change)
            }
        }
    }
}

extension Tree {
    /// The element without a namespace.
    fileprivate var bare: Tree {
        var tree = self
        tree.editAll { $0.namespace = nil }
        return tree
    }

    /// Turns an error's document into one of another root, with a list of errors in it.
    fileprivate mutating func wrapError(root: String, id: String) {
        guard let error = child("Error") else { return }
        let inner = Tree("Error", children: error.children.filter { $0.name != "Type" })
        let errors = Tree("Errors", children: [inner])
        self = Tree(root, children: [errors, Tree(id, text: child("RequestId")?.text ?? "")]).bare
    }
}
