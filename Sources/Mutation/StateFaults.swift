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
        let clone = "CloneReceiptRuleSet"
        return [
            BehaviourFault(
                faultClass: .cloneShared, what: "what is done to a rule set is done to its clones",
                operations: [clone]
            ) { SpreadingEndpoint(.clones) },
            BehaviourFault(
                faultClass: .cloneShared, what: "what is done to a clone is done to its source",
                operations: [clone]
            ) { SpreadingEndpoint(.sources) },
        ]
    }

    private func leaks(_ operation: SpecModel.Operation) -> [BehaviourFault] {
        let name = operation.name
        let isSetting = !ActionParameter.isRead(name) && !name.hasPrefix("Delete")
        guard isSetting, operation.parameters.contains(where: { $0.name == "Identity" }) else { return [] }
        return [
            BehaviourFault(
                faultClass: .settingLeaked, what: "\(name) sets it for every identity", operations: [name]
            ) { SpreadingEndpoint(.identities(by: name)) }
        ]
    }

    // MARK: What is refused

    /// What the service would refuse is answered by an empty success, and not done.
    private func refusals(_ operation: SpecModel.Operation) -> [BehaviourFault] {
        let (name, hasResult) = (operation.name, operation.result != nil)
        return operation.errors.filter(\.isReachable).map { error in
            BehaviourFault(
                faultClass: .refusalOff, what: "\(name) says yes for \(error.code)", operations: [name]
            ) {
                AnsweringEndpoint(name) { _, response in
                    let code = Answer(reading: response).tree?.descendant("Error.Code")?.text
                    // Some codes are spelled with the ending today.
                    guard code == error.code || code == error.code + "Exception" else { return }
                    response.status = 200
                    response.editTree { $0 = $0.success(of: name, hasResult: hasResult) }
                }
            }
        }
    }

    // MARK: Names

    /// Names and texts are kept in lower case; ARNs and policies would rather be refused.
    private func folds(_ operation: SpecModel.Operation) -> [BehaviourFault] {
        let name = operation.name
        let texts = ParameterPath.all(of: operation, [:]).filter(\.isName)
        guard !ActionParameter.isRead(name), !name.hasPrefix("Delete"), !texts.isEmpty else { return [] }
        return [
            BehaviourFault(
                faultClass: .caseFolded, what: "\(name) takes every name in lower case", operations: [name]
            ) {
                RewritingEndpoint(name) { parameters in
                    parameters.map { parameter in
                        texts.contains { $0.covers(parameter.name) }
                            ? FormParameter(parameter.name, parameter.value.lowercased()) : parameter
                    }
                }
            }
        ]
    }

    // MARK: Pages

    private func pages(_ operation: SpecModel.Operation) -> [BehaviourFault] {
        guard let pages = operation.pages else { return [] }
        let (name, token) = (operation.name, pages.token)
        func fault(
            _ what: String, _ change: @escaping @Sendable () -> AnsweringEndpoint.Change
        ) -> BehaviourFault {
            BehaviourFault(faultClass: .pagingWrong, what: "\(name) \(what)", operations: [name]) {
                AnsweringEndpoint(name, change())
            }
        }
        return [
            fault("leaves NextToken out") {
                { _, response in response.editTree { $0.removeAll(named: token) } }
            },
            fault("gives the first NextToken on every page") {
                let first = Guarded<String?>(nil)
                return { _, response in
                    response.editTree { tree in
                        tree.editAll { leaf in
                            guard leaf.name == token else { return }
                            let text = leaf.text
                            leaf.text = first.withLock { first in
                                first = first ?? text
                                return first ?? text
                            }
                        }
                    }
                }
            },
            fault("gives the last member of a page on the next one, too") {
                let last = Guarded<Tree?>(nil)
                return { parameters, response in
                    response.editTree { tree in
                        tree.editAll { list in
                            guard list.name == pages.items else { return }
                            let before = last.withLock { last in
                                defer { last = list.children.last }
                                return last
                            }
                            if parameters[token] != nil, let before { list.children.insert(before, at: 0) }
                        }
                    }
                }
            },
            fault("loses the last member of every page but the last") {
                { _, response in
                    response.editTree { tree in
                        guard tree.descendant("\(name)Result.\(token)") != nil else { return }
                        tree.editAll { if $0.name == pages.items { _ = $0.children.popLast() } }
                    }
                }
            },
        ]
    }

    // MARK: Counters

    private var counters: [BehaviourFault] {
        [("GetSendQuota", "SentLast24Hours"), ("GetSendStatistics", "DeliveryAttempts")].flatMap { operation, member in
            let wrong: [(String, @Sendable (Double) -> Double)] = [
                ("never moves", { _ in 0 }), ("counts every mail twice", { 2 * $0 }),
                ("misses one mail", { max(0, $0 - 1) }), ("counts one mail too many", { $0 == 0 ? 0 : $0 + 1 }),
                ("decreases", { -$0 }),
            ]
            return wrong.map { what, count in
                BehaviourFault(
                    faultClass: .counterWrong, what: "\(operation).\(member) \(what)", operations: [operation]
                ) {
                    let first = Guarded<Double?>(nil)
                    return AnsweringEndpoint(operation) { tree in
                        tree.editAll { leaf in
                            guard leaf.name == member, let value = Double(leaf.text) else { return }
                            let start = first.withLock { first in
                                first = first ?? value
                                return first ?? value
                            }
                            let wrong = start + count(value - start)
                            leaf.text = leaf.text.contains(".") ? "\(wrong)" : "\(Int(wrong))"
                        }
                    }
                }
            }
        }
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

extension Tree {
    /// The document of an empty success with the id of this one.
    fileprivate func success(of operation: String, hasResult: Bool) -> Tree {
        let id = child("RequestId") ?? Tree("RequestId", namespace: namespace)
        let metadata = Tree("ResponseMetadata", namespace: namespace, children: [id])
        let result = hasResult ? [Tree("\(operation)Result", namespace: namespace)] : []
        return Tree("\(operation)Response", namespace: namespace, children: result + [metadata])
    }

    /// Takes out every element of that name, wherever it stands.
    fileprivate mutating func removeAll(named name: String) {
        editAll { $0.children.removeAll { $0.name == name } }
    }
}
