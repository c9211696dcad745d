import SpecModel

/// Lists are accepted up to their bound and refused one past it.
struct ListCountRule: Rule {
    let id = "list-count"
    let subject = "list with too many members"
    let valid = "list with as many members as allowed"

    /// Longest list that a usual run sends.
    private static let cap = 101

    func cases(for subject: OperationUnderTest) -> [Case] {
        subject.sendable.flatMap { site -> [Case] in
            guard case .list(_, let list) = site.member.shape, let count = list.count else { return [] }
            let request = subject.builder.request(including: site)
            guard case .list(let usual)? = request.value(at: site.dotted), let first = usual.first,
                count.widest.upperBound < ListCountRule.cap
            else { return [] }
            let full = (1...count.agreed.upperBound).map { ListCountRule.member(first, $0) }
            let past = (1...count.widest.upperBound + 1).map { ListCountRule.member(first, $0) }
            let negative = subject.negative(
                describe(site, "too-many", past.count, "refuse", subject),
                input: request.setting(site.dotted, to: .list(past)), control: request,
                failure: subject.refusals.invalidValue)
            guard !ListCountRule.answersWithMap(subject.operation) else { return [negative] }
            let positive = subject.positive(
                describe(site, "full", full.count, "accept", subject),
                input: request.setting(site.dotted, to: .list(full)))
            return [positive, negative]
        }
    }

    /// Whether the answer has an entry for what was asked for. Only the first member of a long list is there; what an
    /// answer says of the others is not documented.
    private static func answersWithMap(_ operation: Operation) -> Bool {
        operation.result?.contains { if case .map = $0.shape { true } else { false } } ?? false
    }

    private func describe(
        _ site: MemberSite, _ name: String, _ number: Int, _ verb: String, _ subject: OperationUnderTest
    ) -> CaseDescription {
        CaseDescription(
            rule: id, name: "\(name)-\(site.kebab)", axis: .values, title: "sends \(number) \(site.dotted)",
            requirement: "The service MUST \(verb) \(number) members of \(site.dotted).",
            source: .documented(page: subject.operation.page), covers: ["count \(site.dotted)"])
    }

    /// The example itself first, then others like it under other names.
    private static func member(_ example: Value, _ number: Int) -> Value {
        guard number > 1 else { return example }
        return example.mapTexts { text in
            Template(text).segments.map { segment in
                guard case .placeholder(let placeholder) = segment, placeholder.kind == "name",
                    let key = placeholder.argument
                else { return Template([segment]).text }
                return Placeholder("name", "\(key)-\(number)").description
            }.joined()
        }
    }
}
