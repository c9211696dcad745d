import SpecModel

/// A parameter with nothing as its value is asked beside the same request without it.
///
/// Where the least length is one character that is for the rule on lengths. Of numbers and truth values it is said
/// what becomes of them; of all others nobody has seen it, so that the answer is only reported.
/// Example: `Explanation=` in a bounce.
struct EmptyValueRule: Rule {
    let id = "empty-value"
    let summary = "A parameter with nothing as its value is asked beside the same request without it."
    let subject = "parameter without a value"

    func cases(for subject: OperationUnderTest) -> [Case] {
        guard subject.operation.api == .v1 else { return [] }
        return subject.sendable.compactMap { site in
            let usual = subject.builder.request(including: site)
            let input = usual.setting(site.dotted, to: "")
            switch site.member.shape {
            case .structure, .map: return nil
            case .text(let text) where text.length?.widest.lowerBound ?? 0 > 0: return nil
            case .boolean:
                return refused(site, input, usual, "missing value for boolean type", subject)
            case .integer:
                return refused(site, input, usual, "missing value for decimal type", subject)
            default: return subject.observed(describe(site, nil, subject), input: input, usual: usual)
            }
        }
    }

    private func refused(
        _ site: MemberSite, _ input: Fields, _ usual: Fields, _ wording: String, _ subject: OperationUnderTest
    ) -> Case {
        let failure = Refusals.malformed(wording)
        return subject.negative(
            describe(site, failure.evidence, subject), input: input, control: usual, failure: failure)
    }

    private func describe(_ site: MemberSite, _ known: Evidence?, _ subject: OperationUnderTest) -> CaseDescription {
        CaseDescription(
            rule: id, name: "blank-\(site.kebab)", axis: .values, title: "sends \(site.dotted) without a value",
            requirement: known == nil
                ? "Nobody has seen what the service answers." : "The service is said to answer 400 MalformedInput.",
            source: known ?? .documented(page: subject.operation.page), covers: ["parameter \(site.dotted)"])
    }
}
