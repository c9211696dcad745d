import SpecModel

/// Lists are accepted up to their bound and refused one past it.
///
/// Example: GetIdentityPolicies asked for 20 policies, and for 21.
struct ListCountRule: Rule {
    let id = "list-count"
    let summary = "Lists are accepted up to their bound and refused one past it."
    let subject = "list with too many members"
    let valid = "list with as many members as allowed"

    /// Longest list that a usual run sends, and that any run sends.
    private static let usualCap = 101
    private static let deepCap = 1001

    func cases(for subject: OperationUnderTest) -> [Case] {
        subject.sendable.flatMap { site -> [Case] in
            guard case .list(_, let list) = site.member.shape, let count = list.count else { return [] }
            let request = subject.builder.request(including: site)
            guard case .list(let usual)? = request.value(at: site.dotted), let first = usual.first,
                count.widest.upperBound < ListCountRule.deepCap
            else { return [] }
            let full = (1...count.agreed.upperBound).map { first.numbered($0) }
            let past = (1...count.widest.upperBound + 1).map { first.numbered($0) }
            return [
                positive(site, request.setting(site.dotted, to: .list(full)), full.count, count, subject),
                subject.negative(
                    describe(site, "too-many", past.count, "refuse", count),
                    input: request.setting(site.dotted, to: .list(past)), control: request,
                    failure: subject.refusals.invalidValue.and(count.evidence(on: past.count))),
            ]
        }
    }

    /// Only the first member of a long list is there. What an answer says of the others is not documented, so where
    /// it has an entry for each the types alone are looked at.
    private func positive(
        _ site: MemberSite, _ input: Fields, _ count: Int, _ bound: Bound, _ subject: OperationUnderTest
    ) -> Case {
        let description = describe(site, "full", count, "accept", bound)
        let acceptance = bound.evidence(on: count)
        let maps = subject.operation.result?.filter { if case .map = $0.shape { true } else { false } } ?? []
        guard !maps.isEmpty else { return subject.positive(description, input: input, acceptance: acceptance) }
        let any = Fields(maps.map { Field($0.name, "⟦any⟧") })
        return subject.positive(
            description, input: input, result: .result(any, .documented(page: subject.operation.page).and(acceptance)))
    }

    private func describe(
        _ site: MemberSite, _ name: String, _ number: Int, _ verb: String, _ bound: Bound
    ) -> CaseDescription {
        CaseDescription(
            rule: id, name: "\(name)-\(site.kebab)", axis: .values, title: "sends \(number) \(site.dotted)",
            requirement: "The service MUST \(verb) \(number) members of \(site.dotted).",
            source: bound.evidence(on: number), covers: ["count \(site.dotted)"],
            isDeep: number > ListCountRule.usualCap)
    }
}

extension Value {
    /// The example itself first, then others like it under other names.
    func numbered(_ number: Int) -> Value {
        guard number > 1 else { return self }
        return mapTexts { text in
            Template(text).segments.map { segment in
                guard case .placeholder(let placeholder) = segment, placeholder.kind == "name",
                    let key = placeholder.argument
                else { return Template([segment]).text }
                return Placeholder("name", "\(key)-\(number)").description
            }.joined()
        }
    }
}
