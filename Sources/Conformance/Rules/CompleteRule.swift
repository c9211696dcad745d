import SpecModel

/// All parameters together are accepted.
struct CompleteRule: Rule {
    let id = "complete"
    let summary = "All parameters together are accepted."
    let subject = "request with all parameters"

    func cases(for subject: OperationUnderTest) -> [Case] {
        let operation = subject.operation
        let input = subject.builder.complete()
        guard input != subject.builder.minimal() else { return [] }
        let description = CaseDescription(
            rule: id, name: "complete", axis: .shape, title: "sends every parameter",
            requirement: "The service MUST accept all of \(operation.name)'s parameters together.",
            source: .documented(page: operation.page), covers: operation.parameters.map { "parameter \($0.name)" })
        return [subject.positive(description, input: input, isComplete: true)]
    }
}
