import SpecModel

/// Texts that break a pattern are refused, one case for each way to break it.
struct PatternRule: Rule {
    let id = "pattern"
    let subject = "text that breaks its pattern"

    /// What is put before and after a valid text, by the name of the fault.
    private static let faults: [(name: String, before: String, after: String, title: String)] = [
        ("leading-dash", "-", "", "a dash at the start"),
        ("trailing-dash", "", "-", "a dash at the end"),
        ("blank", "", " x", "a blank inside"),
        ("slash", "", "/x", "a slash inside"),
        ("non-ascii", "", "éx", "a character beyond ASCII"),
        ("line-end", "", "\nx", "a line end inside"),
    ]

    func cases(for subject: OperationUnderTest) -> [Case] {
        subject.sendable.flatMap { site -> [Case] in
            guard case .text(let text) = site.member.shape, let pattern = text.pattern,
                let expression = try? Regex(pattern.expression),
                let usual = subject.builder.request(including: site).value(at: site.dotted)?.scalarText
            else { return [] }
            return PatternRule.faults.filter { fault in
                let plain = fault.before + PatternRule.plain(usual) + fault.after
                return (try? expression.wholeMatch(in: plain)) == nil
            }.map { negative(site, pattern, usual, $0, subject) }
        }
    }

    private func negative(
        _ site: MemberSite, _ pattern: Pattern, _ usual: String,
        _ fault: (name: String, before: String, after: String, title: String), _ subject: OperationUnderTest
    ) -> Case {
        let request = subject.builder.request(including: site)
        let description = CaseDescription(
            rule: id, name: "pattern-\(site.kebab)-\(fault.name)", axis: .values,
            title: "sends \(site.dotted) with \(fault.title)",
            requirement: "The service MUST refuse a \(site.dotted) that is not: \(pattern.meaning).",
            source: Evidence(.documented, pattern.source), covers: ["pattern \(site.dotted)"])
        return subject.negative(
            description, input: request.setting(site.dotted, to: .text(fault.before + usual + fault.after)),
            control: request, failure: subject.refusal(of: subject.refusals.invalidValue, insteadOf: usual))
    }

    /// The example with a word for each placeholder.
    private static func plain(_ text: String) -> String {
        Template(text).segments.map { if case .literal(let literal) = $0 { literal } else { "name" } }.joined()
    }
}
