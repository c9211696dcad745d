import SpecModel

/// Text lengths are accepted down to and up to the bound, and refused one past it.
///
/// Example: a policy name of 64 characters, of 65, and of none.
struct LengthRule: Rule {
    let id = "length"
    let summary = "Text lengths are accepted down to and up to the bound, and refused one past it."
    let subject = "text too long or empty"
    let valid = "text of the greatest length"

    /// Longest text that a usual run sends, and that any run sends, in characters.
    private static let usualCap = 4097
    private static let deepCap = 1_048_577

    /// Names that are of a thing of the case's own, so that they need not be unique to the run.
    private static let innerNames: Set<String> = ["rule"]

    func cases(for subject: OperationUnderTest) -> [Case] {
        subject.sendable.flatMap { site -> [Case] in
            guard let (text, path) = site.text, let length = text.length,
                let usual = subject.builder.request(including: site).value(at: path)?.scalarText
            else { return [] }
            let cases = cases(site, path, usual, text, length, subject)
            // Nothing says that any text of that length names something.
            return path == site.dotted ? cases : cases.filter(\.isNegative)
        }
    }

    private func cases(
        _ site: MemberSite, _ path: String, _ usual: String, _ text: Shape.Text, _ length: Bound,
        _ subject: OperationUnderTest
    ) -> [Case] {
        let request = subject.builder.request(including: site)
        func accepted(_ name: String, _ number: Int, _ right: String, mayBeRefused: Bool = false) -> Case {
            var description = describe(site, path, name, number, "accept", length)
            description.mayBeRefused = mayBeRefused
            return subject.positive(
                description, input: request.setting(path, to: .text(right)), acceptance: length.evidence(on: number))
        }
        func refused(_ name: String, _ number: Int, _ wrong: String, _ failure: Failure) -> Case {
            let failures = subject.refusals(of: failure.and(length.evidence(on: number)), insteadOf: usual)
            return subject.negative(
                describe(site, path, name, number, "refuse", length), input: request.setting(path, to: .text(wrong)),
                control: request, failures: failures)
        }
        var cases: [Case] = []
        if length.agreed.lowerBound == 1, length.widest.lowerBound == 1, let shortest = shortest(usual, text) {
            cases.append(accepted("shortest", 1, shortest))
        }
        let most = length.agreed.upperBound
        if let longest = resized(usual, to: most) {
            // A policy is stretched by a part that nothing says is accepted at that length.
            cases.append(accepted("longest", most, longest, mayBeRefused: text.format == .policy))
        }
        let past = length.widest.upperBound == .max ? .max : length.widest.upperBound + 1
        if let tooLong = resized(usual, to: past) {
            cases.append(refused("too-long", past, tooLong, subject.refusals.invalidValue))
        }
        if length.widest.lowerBound == 1, !subject.isLabel(site) {
            cases.append(refused("empty", 0, "", subject.refusals.empty))
        }
        return cases
    }

    private func describe(
        _ site: MemberSite, _ path: String, _ name: String, _ length: Int, _ verb: String, _ bound: Bound
    ) -> CaseDescription {
        let words = length == 0 ? "no characters" : length == 1 ? "1 character" : "\(length) characters"
        return CaseDescription(
            rule: id, name: "\(name)-\(site.kebab)", axis: .values, title: "sends \(path) of \(words)",
            requirement: "The service MUST \(verb) a \(path) of \(words).",
            source: bound.evidence(on: length), covers: ["length \(path)"],
            isDeep: length > LengthRule.usualCap)
    }

    /// One character of the example, where that may be a name at all.
    private func shortest(_ usual: String, _ text: Shape.Text) -> String? {
        let template = Template(usual)
        if let name = template.soleName, name.kind == "name", let key = name.argument {
            return LengthRule.innerNames.contains(key) ? String(key.prefix(1)) : nil
        }
        guard let literal = template.literal, text.format == .text else { return nil }
        let shortest = String(literal.prefix(1))
        return text.pattern.map { $0.allows(shortest) } ?? true ? shortest : nil
    }

    /// The example made `length` characters long: a name of the case's own is padded by the runner.
    private func resized(_ usual: String, to length: Int) -> String? {
        guard length <= LengthRule.deepCap else { return nil }
        let template = Template(usual)
        if let name = template.soleName, name.kind == "name", let key = name.argument {
            return Placeholder("name", "\(key)*\(length)").description
        }
        guard let literal = template.literal, let last = literal.last else { return nil }
        let padding = length - literal.count - #""Id":"","#.count
        // JSON stays JSON.
        if literal.hasPrefix("{"), padding > 0 {
            return #"{"Id":""# + self.padding(with: "x", count: padding) + #"","# + literal.dropFirst()
        }
        return literal.count <= length
            ? literal + self.padding(with: last, count: length - literal.count) : String(literal.prefix(length))
    }

    /// As `String(repeating:count:)` makes it, which takes its time over long ones.
    private func padding(with character: Character, count: Int) -> String {
        String(decoding: repeatElement(Array(character.utf8), count: count).joined(), as: UTF8.self)
    }
}
