import SpecModel

/// Text lengths are accepted up to the bound and refused one past it.
struct LengthRule: Rule {
    let id = "length"
    let subject = "text too long or empty"
    let valid = "text of the greatest length"

    /// Longest text that a usual run sends, in characters.
    private static let cap = 4097

    func cases(for subject: OperationUnderTest) -> [Case] {
        subject.sendable.flatMap { site -> [Case] in
            guard case .text(let text) = site.member.shape, let length = text.length,
                let usual = subject.builder.request(including: site).value(at: site.dotted)?.scalarText
            else { return [] }
            let cases = cases(site, usual, length, subject)
            // Nothing says that any text of the greatest length is a policy that is accepted.
            return text.format == .policy ? cases.filter(\.isNegative) : cases
        }
    }

    private func cases(_ site: MemberSite, _ usual: String, _ length: Bound, _ subject: OperationUnderTest) -> [Case] {
        let request = subject.builder.request(including: site)
        var cases: [Case] = []
        let upper = length.agreed.upperBound
        if upper <= LengthRule.cap, let text = resized(usual, to: upper) {
            let description = describe(
                site, "longest-\(site.kebab)", "sends \(site.dotted) of \(upper) characters",
                "The service MUST accept a \(site.dotted) of \(upper) characters.", subject)
            cases.append(subject.positive(description, input: request.setting(site.dotted, to: .text(text))))
        }
        let past = length.widest.upperBound == .max ? .max : length.widest.upperBound + 1
        if past <= LengthRule.cap, let text = resized(usual, to: past) {
            let description = describe(
                site, "too-long-\(site.kebab)", "sends \(site.dotted) of \(past) characters",
                "The service MUST refuse a \(site.dotted) of \(past) characters.", subject)
            cases.append(
                subject.negative(
                    description, input: request.setting(site.dotted, to: .text(text)), control: request,
                    failure: subject.refusal(of: .invalidValue, insteadOf: usual)))
        }
        if length.widest.lowerBound == 1 {
            let description = describe(
                site, "empty-\(site.kebab)", "sends an empty \(site.dotted)",
                "The service MUST refuse an empty \(site.dotted).", subject)
            cases.append(
                subject.negative(
                    description, input: request.setting(site.dotted, to: ""), control: request,
                    failure: subject.refusal(of: .empty, insteadOf: usual)))
        }
        return cases
    }

    private func describe(
        _ site: MemberSite, _ name: String, _ title: String, _ requirement: String, _ subject: OperationUnderTest
    ) -> CaseDescription {
        CaseDescription(
            rule: id, name: name, axis: .values, title: title, requirement: requirement,
            source: .documented(page: subject.operation.page), covers: ["length \(site.dotted)"])
    }

    /// The example made `length` characters long: a name of the case's own is padded by the runner.
    private func resized(_ usual: String, to length: Int) -> String? {
        let template = Template(usual)
        if let name = template.soleName, name.kind == "name", let key = name.argument {
            return Placeholder("name", "\(key)*\(length)").description
        }
        guard let literal = template.literal, let last = literal.last else { return nil }
        let padding = length - literal.count - #""Id":"","#.count
        // JSON stays JSON.
        if literal.hasPrefix("{"), padding > 0 {
            return #"{"Id":""# + String(repeating: "x", count: padding) + #"","# + literal.dropFirst()
        }
        return literal.count <= length
            ? literal + String(repeating: last, count: length - literal.count) : String(literal.prefix(length))
    }
}
