import SpecModel
import Wire

extension StateFaults {
    // MARK: Pages

    func pages(_ operation: SpecModel.Operation) -> [BehaviourFault] {
        guard let pages = operation.pages else { return [] }
        let (asked, token) = (AskedOperation(operation), pages.token)
        func fault(_ what: String, _ change: @escaping @Sendable () -> AnsweringEndpoint.Change) -> BehaviourFault {
            BehaviourFault(.pagingWrong, "\(asked.name) \(what)", of: operation) {
                AnsweringEndpoint(asked, change())
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
                return { request, response in
                    let isFurther = AskedParameters(of: request)?[token] != nil
                    response.editTree { tree in
                        tree.editAll { list in
                            guard list.name == pages.items else { return }
                            let before = last.withLock { last in
                                defer { last = list.children.last }
                                return last
                            }
                            if isFurther, let before { list.children.insert(before, at: 0) }
                        }
                    }
                }
            },
            fault("loses the last member of every page but the last") {
                { _, response in
                    response.editTree { tree in
                        guard tree.result(of: asked.name, asked.api)?.child(token) != nil else { return }
                        tree.editAll { if $0.name == pages.items { _ = $0.children.popLast() } }
                    }
                }
            },
        ]
    }

    // MARK: Counters

    private static let counted = [
        (operation: "v1/GetSendQuota", member: "SentLast24Hours"),
        (operation: "v1/GetSendStatistics", member: "DeliveryAttempts"),
        (operation: "v2/GetAccount", member: "SentLast24Hours"),
    ]

    var counters: [BehaviourFault] {
        StateFaults.counted.flatMap { name, member in
            operations.filter { $0.id == name }.flatMap { counters($0, member) }
        }
    }

    private func counters(_ operation: SpecModel.Operation, _ member: String) -> [BehaviourFault] {
        let wrong: [(String, @Sendable (Double) -> Double)] = [
            ("never moves", { _ in 0 }), ("counts every mail twice", { 2 * $0 }),
            ("misses one mail", { max(0, $0 - 1) }), ("counts one mail too many", { $0 == 0 ? 0 : $0 + 1 }),
            ("decreases", { -$0 }),
        ]
        return wrong.map { what, count in
            BehaviourFault(.counterWrong, "\(operation.name).\(member) \(what)", of: operation) {
                let first = Guarded<Double?>(nil)
                return AnsweringEndpoint(AskedOperation(operation)) { _, response in
                    response.editTree { tree in
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

extension Tree {
    /// Takes out every element of that name, wherever it stands.
    fileprivate mutating func removeAll(named name: String) {
        editAll { $0.children.removeAll { $0.name == name } }
    }
}
