import SpecModel

/// Each optional parameter is accepted beside the required ones alone.
struct OptionalMemberRule: Rule {
    let id = "optional"
    let summary = "Each optional parameter is accepted beside the required ones alone."
    let subject = "valid optional parameter"

    func cases(for subject: OperationUnderTest) -> [Case] {
        let minimal = subject.builder.minimal()
        return subject.sendable.filter { !$0.member.required }.compactMap { site in
            let input = subject.builder.request(including: site)
            guard input != minimal else { return nil }
            let description = CaseDescription(
                rule: id, name: "with-\(site.kebab)", axis: .values, title: "adds \(site.dotted)",
                requirement: "The service MUST accept the optional \(site.dotted).",
                source: .documented(page: subject.operation.page), covers: ["parameter \(site.dotted)"])
            return subject.positive(description, input: input)
        }
    }
}
