import Foundation
import SpecModel
import Wire

/// Faults that emulators of the service had, as their users reported them.
enum EmulatorFaults {
    static func faults(_ operations: [SpecModel.Operation]) -> [BehaviourFault] {
        let all = operations.map(\.name)
        return statistics + sending + [
            fault("VerifyEmailIdentity has no VerifyEmailIdentityResult (floci #147)", ["VerifyEmailIdentity"]) {
                AnsweringEndpoint("VerifyEmailIdentity") { tree in
                    tree.children.removeAll { $0.name == "VerifyEmailIdentityResult" }
                }
            },
            fault("errors are within Errors, without Type and namespace (moto #7641, #7339)", all) {
                AnsweringEndpoint(nil) { $0.wrapError(root: "ErrorResponse", id: "RequestId") }
            },
            fault("errors are Response/Errors/Error, as those of EC2 (moto #2434)", all) {
                AnsweringEndpoint(nil) { $0.wrapError(root: "Response", id: "RequestID") }
            },
            fault("errors are a bare Error (CloudMock)", all) {
                AnsweringEndpoint(nil) { tree in
                    guard let error = tree.child("Error") else { return }
                    tree = Tree("Error", children: error.children.filter { $0.name != "Type" }.map(\.bare))
                }
            },
        ]
    }

    private static let statistics = [
        fault("GetSendStatistics has item for member (localstack #5074, #7541)", ["GetSendStatistics"]) {
            AnsweringEndpoint("GetSendStatistics") { tree in
                tree.editAll { if $0.name == "member" { $0.name = "item" } }
            }
        },
        fault(
            "GetSendStatistics has times such as 2021-02-25 09:51:10.915102 (localstack #3645)", ["GetSendStatistics"]
        ) {
            AnsweringEndpoint("GetSendStatistics") { tree in
                tree.editAll { leaf in
                    guard leaf.name == "Timestamp" else { return }
                    leaf.text = leaf.text.replacing("T", with: " ").replacing("Z", with: ".915102")
                }
            }
        },
    ]

    private static let sending = [
        fault("SendEmail leaves an address in an error unescaped (moto #4198)", ["SendEmail"]) {
            AnsweringEndpoint("SendEmail") { parameters, response in
                let text = String(decoding: response.body, as: UTF8.self)
                guard text.contains("<Code>MessageRejected</Code>"), let source = parameters["Source"] else { return }
                let message = "<Message>Email address not verified \(source)</Message>"
                response.body = Array(text.replacing(/<Message>[^<]*<\/Message>/, with: message).utf8)
            }
        }
    ]

    private static func fault(
        _ what: String, _ operations: [String], _ endpoint: @escaping @Sendable () -> any Endpoint
    ) -> BehaviourFault {
        BehaviourFault(faultClass: .published, what: what, operations: operations, endpoint: endpoint)
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
