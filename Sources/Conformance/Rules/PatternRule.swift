import SpecModel

/// Texts that break a pattern are refused, one case for each way to break it.
///
/// Example: a rule set's name with a slash, and one that ends with a dash.
struct PatternRule: Rule {
    let id = "pattern"
    let summary = "Texts that break a pattern are refused, one case for each way to break it."
    let subject = "text that breaks its pattern"

    /// What is put before and after a valid text, by the name of the fault.
    private struct Fault {
        let name: String
        var before = ""
        var after = ""
        let title: String
    }

    private static let faults: [Fault] = [
        Fault(name: "leading-dash", before: "-", title: "a dash at the start"),
        Fault(name: "trailing-dash", after: "-", title: "a dash at the end"),
        Fault(name: "leading-dot", before: ".", title: "a period at the start"),
        Fault(name: "trailing-dot", after: ".", title: "a period at the end"),
        Fault(name: "leading-underscore", before: "_", title: "an underscore at the start"),
        Fault(name: "trailing-underscore", after: "_", title: "an underscore at the end"),
        Fault(name: "leading-blank", before: " ", title: "a blank at the start"),
        Fault(name: "trailing-blank", after: " ", title: "a blank at the end"),
        Fault(name: "dot", after: ".x", title: "a period inside"),
        Fault(name: "underscore", after: "_x", title: "an underscore inside"),
        Fault(name: "blank", after: " x", title: "a blank inside"),
        Fault(name: "slash", after: "/x", title: "a slash inside"),
        Fault(name: "colon", after: ":x", title: "a colon inside"),
        Fault(name: "at-sign", after: "@x", title: "an at sign inside"),
        Fault(name: "markup", after: "<&>x", title: "characters inside that XML must escape"),
        Fault(name: "non-ascii", after: "éx", title: "a character beyond ASCII"),
        Fault(name: "four-byte-utf8", after: "😀x", title: "a character of four bytes in UTF-8"),
        Fault(name: "tab", after: "\tx", title: "a tab inside"),
        Fault(name: "line-end", after: "\nx", title: "a line end inside"),
    ]

    func cases(for subject: OperationUnderTest) -> [Case] {
        subject.sendable.flatMap { site -> [Case] in
            guard let (text, path) = site.text, let pattern = text.pattern,
                let usual = subject.builder.request(including: site).value(at: path)?.scalarText
            else { return [] }
            return PatternRule.faults.filter { !pattern.allows($0.before + PatternRule.plain(usual) + $0.after) }
                .map { `case`(site, path, pattern, usual, $0, subject) }
        }
    }

    private func `case`(
        _ site: MemberSite, _ path: String, _ pattern: Pattern, _ usual: String, _ fault: Fault,
        _ subject: OperationUnderTest
    ) -> Case {
        let request = subject.builder.request(including: site)
        let input = request.setting(path, to: .text(fault.before + usual + fault.after))
        let mayPassOver = subject.mayPassOver(site, insteadOf: usual)
        let description = CaseDescription(
            rule: id, name: "pattern-\(site.kebab)-\(fault.name)", axis: .values,
            title: "sends \(path) with \(fault.title)",
            requirement: mayPassOver
                ? "Nobody has seen what the service answers."
                : "The service MUST refuse a \(path) that is not: \(pattern.meaning).",
            source: pattern.evidence, covers: ["pattern \(path)"])
        guard !mayPassOver else { return subject.observed(description, input: input, usual: request) }
        return subject.negative(
            description, input: input, control: request,
            failures: subject.refusals(of: subject.refusals.invalidValue.and(pattern.evidence), insteadOf: usual))
    }

    /// The example with a word for each placeholder.
    private static func plain(_ text: String) -> String {
        Template(text).segments.map { if case .literal(let literal) = $0 { literal } else { "name" } }.joined()
    }
}

extension Pattern {
    /// Whether the whole text is as the pattern says; so is any where the pattern can't be read.
    func allows(_ text: String) -> Bool {
        guard let regex = try? Regex(expression) else { return true }
        return (try? regex.wholeMatch(in: text)) != nil
    }
}
