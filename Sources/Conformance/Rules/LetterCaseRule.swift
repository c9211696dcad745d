import SpecModel

/// A required parameter is named in lower case; nobody has seen what the service answers.
///
/// Example: `source=a@example.com` for `Source=a@example.com`.
struct LetterCaseRule: Rule {
    let id = "letter-case"
    let summary = "A required parameter is named in lower case; nobody has seen what the service answers."
    let subject = "parameter named in lower case"

    func cases(for subject: OperationUnderTest) -> [Case] {
        let usual = subject.builder.minimal()
        let sites = subject.sendable.filter { $0.path.count == 1 && !subject.isLabel($0) }.map(\.dotted)
        guard let field = usual.fields.first(where: { sites.contains($0.name) }) else { return [] }
        let name = field.name.lowercased()
        let description = CaseDescription(
            rule: id, name: "lower-case-parameter", axis: .protocol, title: "sends \(name) for \(field.name)",
            requirement: "Nobody has seen what the service answers.",
            source: .documented(page: subject.operation.page), covers: ["parameter \(field.name)"])
        let input = Fields(usual.fields.map { $0 == field ? Field(name, $0.value) : $0 })
        return [subject.observed(description, input: input, usual: usual)]
    }
}
