import SpecModel

/// The required parameters alone are enough.
struct MinimalRule: Rule {
    let id = "minimal"
    let summary = "The required parameters alone are enough."
    let subject = "minimal valid request"

    func cases(for subject: OperationUnderTest) -> [Case] {
        let operation = subject.operation
        let description = CaseDescription(
            rule: id, name: "minimal", axis: .operation, title: "sends the required parameters only",
            requirement: "The service MUST answer 200 with a complete \(operation.name)Response.",
            source: .documented(page: operation.page), covers: ["operation \(operation.name)"])
        return [subject.positive(description, input: subject.builder.minimal())]
    }
}
