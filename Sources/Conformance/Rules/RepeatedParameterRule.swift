import SpecModel

/// A required parameter is sent twice with the same value; nobody has seen what the service answers.
///
/// Example: `Source=a@example.com&…&Source=a@example.com`.
struct RepeatedParameterRule: Rule {
    let id = "repeated-parameter"
    let summary = "A required parameter is sent twice with the same value; nobody has seen what the service answers."
    let subject = "parameter sent twice"

    func cases(for subject: OperationUnderTest) -> [Case] {
        let usual = subject.builder.minimal()
        guard subject.operation.api == .v1, let leaf = Value.fields(usual.fields).leaves(at: "").first else {
            return []
        }
        let description = CaseDescription(
            rule: id, name: "repeated-parameter", axis: .protocol, title: "sends \(leaf.path) twice",
            requirement: "Nobody has seen what the service answers.",
            source: .documented(page: subject.operation.page), covers: ["parameter \(leaf.path)"])
        let input = Fields(usual.fields + [Field(leaf.path, leaf.value)])
        return [subject.observed(description, input: input, usual: usual)]
    }
}
