import SpecModel

/// Each value of an enumeration is accepted.
struct AllowedValueRule: Rule {
    let id = "allowed-value"
    let summary = "Each value of an enumeration is accepted."
    let subject = "allowed value"

    func cases(for subject: OperationUnderTest) -> [Case] {
        subject.sendable.flatMap { site -> [Case] in
            guard case .text(let text) = site.member.shape else { return [] }
            let request = subject.builder.request(including: site)
            let usual = request.value(at: site.dotted)?.scalarText
            return text.allowed.filter { $0 != usual }.map { value in
                let description = CaseDescription(
                    rule: id, name: "value-\(site.kebab)-\(value.kebabCased)", axis: .values,
                    title: "sends \(site.dotted)=\(value)",
                    requirement: "The service MUST accept the value \(value) of \(site.dotted).",
                    source: .documented(page: subject.operation.page),
                    covers: ["value \(site.dotted) \(value)"])
                return subject.positive(description, input: request.setting(site.dotted, to: .text(value)))
            }
        }
    }
}
