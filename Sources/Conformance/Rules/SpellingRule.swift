import SpecModel

/// Numbers, truth values and times are spelt in ways that a lenient reader takes; nobody has seen the answers.
///
/// Example: `DkimEnabled=TRUE`, `MaxItems=+5`, `ArrivalDate` in the form of a mail's date.
struct SpellingRule: Rule {
    let id = "spelling"
    let summary =
        "Numbers, truth values and times are spelt in ways that a lenient reader takes; nobody has seen the answers."
    let subject = "value in another spelling"

    func cases(for subject: OperationUnderTest) -> [Case] {
        guard subject.operation.api == .v1 else { return [] }
        return subject.sendable.flatMap { site -> [Case] in
            let usual = subject.builder.request(including: site)
            guard let value = usual.value(at: site.dotted)?.scalarText else { return [] }
            return SpellingRule.spellings(of: value, site.member.shape).map { name, text in
                let description = CaseDescription(
                    rule: id, name: "spelling-\(site.kebab)-\(name)", axis: .values,
                    title: "sends \(site.dotted)=\(text)", requirement: "Nobody has seen what the service answers.",
                    source: .documented(page: subject.operation.page), covers: ["type \(site.dotted)"])
                return subject.observed(
                    description, input: usual.setting(site.dotted, to: .text(text)), usual: usual)
            }
        }
    }

    private static func spellings(of value: String, _ shape: Shape) -> [(name: String, text: String)] {
        switch shape {
        case .boolean: [("capitals", value.uppercased()), ("digit", value == "true" ? "1" : "0")]
        case .integer: [("sign", "+\(value)"), ("fraction", "\(value).0"), ("leading-zero", "0\(value)")]
        case .timestamp:
            [
                ("mail-date", "Fri, 25 Mar 2016 12:00:00 +0000"), ("seconds", "1458907200"),
                ("day-alone", "2016-03-25"), ("no-such-day", "2016-02-30T12:00:00Z"),
            ]
        default: []
        }
    }
}
