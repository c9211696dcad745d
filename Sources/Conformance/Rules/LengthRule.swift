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
            guard let (text, path) = LengthRule.text(at: site), let length = text.length,
                let usual = subject.builder.request(including: site).value(at: path)?.scalarText
            else { return [] }
            let cases = cases(site, path, usual, length, subject)
            // Nothing says that any text of the greatest length is a policy that is accepted, or names something.
            return text.format == .policy || path != site.dotted ? cases.filter(\.isNegative) : cases
        }
    }

    /// The text at a site, or the first of a list of texts, with its path.
    private static func text(at site: MemberSite) -> (Shape.Text, String)? {
        switch site.member.shape {
        case .text(let text): (text, site.dotted)
        case .list(.text(let text), _): (text, "\(site.dotted).member.1")
        default: nil
        }
    }

    private func cases(
        _ site: MemberSite, _ path: String, _ usual: String, _ length: Bound, _ subject: OperationUnderTest
    ) -> [Case] {
        let request = subject.builder.request(including: site)
        var cases: [Case] = []
        let upper = length.agreed.upperBound
        if upper <= LengthRule.cap, let text = resized(usual, to: upper) {
            let description = describe(site, path, "longest", "\(upper) characters", "accept", subject)
            cases.append(subject.positive(description, input: request.setting(path, to: .text(text))))
        }
        let past = length.widest.upperBound == .max ? .max : length.widest.upperBound + 1
        if past <= LengthRule.cap, let text = resized(usual, to: past) {
            cases.append(
                subject.negative(
                    describe(site, path, "too-long", "\(past) characters", "refuse", subject),
                    input: request.setting(path, to: .text(text)), control: request,
                    failure: subject.refusal(of: subject.refusals.invalidValue, insteadOf: usual)))
        }
        if length.widest.lowerBound == 1, !subject.isLabel(site) {
            cases.append(
                subject.negative(
                    describe(site, path, "empty", "no characters", "refuse", subject),
                    input: request.setting(path, to: ""), control: request,
                    failure: subject.refusal(of: subject.refusals.empty, insteadOf: usual)))
        }
        return cases
    }

    private func describe(
        _ site: MemberSite, _ path: String, _ name: String, _ length: String, _ verb: String,
        _ subject: OperationUnderTest
    ) -> CaseDescription {
        CaseDescription(
            rule: id, name: "\(name)-\(site.kebab)", axis: .values, title: "sends \(path) of \(length)",
            requirement: "The service MUST \(verb) a \(path) of \(length).",
            source: .documented(page: subject.operation.page), covers: ["length \(path)"])
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
