import ReferenceService
import SpecModel
import Wire

/// Faults of what an endpoint keeps and tells over several calls.
struct StateFaults: Sendable {
    let operations: [SpecModel.Operation]

    func faults() -> [BehaviourFault] {
        clones + counters + operations.flatMap { refusals($0) + leaks($0) + folds($0) + pages($0) }
    }

    // MARK: What one thing does to another

    private var clones: [BehaviourFault] {
        operations.filter { $0.id == "v1/CloneReceiptRuleSet" }.flatMap { clone in
            [
                BehaviourFault(.cloneShared, "what is done to a rule set is done to its clones", of: clone) {
                    SpreadingEndpoint(.clones)
                },
                BehaviourFault(.cloneShared, "what is done to a clone is done to its source", of: clone) {
                    SpreadingEndpoint(.sources)
                },
            ]
        }
    }

    private func leaks(_ operation: SpecModel.Operation) -> [BehaviourFault] {
        let asked = AskedOperation(operation)
        // What is made may well be refused for another one.
        let isSetting = !asked.isRead && !asked.name.hasPrefix("Delete") && asked.name != "CreateEmailIdentity"
        guard isSetting, operation.parameters.contains(where: { $0.name == operation.api.identityMember }) else {
            return []
        }
        return [
            BehaviourFault(.settingLeaked, "\(asked.name) sets it for every identity", of: operation) {
                SpreadingEndpoint(.identities(by: asked))
            }
        ]
    }

    // MARK: What is refused

    /// What the service would refuse is answered by an empty success, and not done.
    private func refusals(_ operation: SpecModel.Operation) -> [BehaviourFault] {
        operation.errors.filter(\.isReachable).map { error in
            BehaviourFault(.refusalOff, "\(operation.name) says yes for \(error.code)", of: operation) {
                AnsweringEndpoint(AskedOperation(operation)) { _, response in
                    let code = Answer(reading: response).errorCode(operation.api)
                    // Some codes are spelled with the ending today.
                    guard code == error.code || code == error.code + "Exception" else { return }
                    response.becomeSuccess(of: operation)
                }
            }
        }
    }

    // MARK: Names

    /// Names and texts are kept in lower case; ARNs and policies would rather be refused.
    private func folds(_ operation: SpecModel.Operation) -> [BehaviourFault] {
        let asked = AskedOperation(operation)
        let texts = ParameterPath.all(of: operation, [:]).filter(\.isName)
        guard !asked.isRead, !asked.name.hasPrefix("Delete"), !texts.isEmpty else { return [] }
        return [
            BehaviourFault(.caseFolded, "\(asked.name) takes every name in lower case", of: operation) {
                RewritingEndpoint(asked) { parameters in
                    for path in texts { parameters.changeTexts(of: path) { $0.lowercased() } }
                }
            }
        ]
    }

}

extension ErrorCase {
    /// Whether a case of this project brings the error about.
    fileprivate var isReachable: Bool {
        switch reach {
        case .provoked, .scenario: !isLater
        case .unreachable: false
        }
    }
}

extension ParameterPath {
    /// Whether it is a name or another text that is kept as it is given.
    fileprivate var isName: Bool {
        let text: Shape.Text
        switch member.shape {
        case .text(let shape), .list(.text(let shape), _): text = shape
        default: return false
        }
        return text.allowed.isEmpty && text.format != .arn && text.format != .policy
    }
}

extension HTTPResponse {
    /// Turns an error into the success of an operation without anything in its result.
    fileprivate mutating func becomeSuccess(of operation: SpecModel.Operation) {
        status = 200
        setHeader(Answer.errorTypeHeader, nil)
        editTree { tree in
            var success = operation.api.emptySuccess(of: operation.name)
            if operation.api == .v1 {
                let id = tree.child("RequestId") ?? Tree("RequestId", namespace: tree.namespace)
                if operation.result != nil {
                    success.children.append(Tree("\(operation.name)Result", namespace: tree.namespace))
                }
                success.children.append(Tree("ResponseMetadata", namespace: tree.namespace, children: [id]))
            }
            tree = success
        }
    }
}
