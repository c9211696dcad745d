import SpecModel

/// Lists whose members are not counted from one without a gap are sent, one case for each way to miscount.
///
/// A member 0 is said to be refused; of the other ways nobody has seen what becomes of them.
/// Example: `Identities.member.1` and `Identities.member.3`.
struct ListIndexRule: Rule {
    let id = "list-index"
    let summary =
        "Lists whose members are not counted from one without a gap are sent, one case for each way to miscount."
    let subject = "list that is miscounted"

    /// The indices of the first member, and of another where there is one.
    private static let ways: [(name: String, indices: [Int], title: String)] = [
        ("gap", [1, 3], "with a gap"),
        ("unordered", [2, 1], "with the second member in front"),
        ("from-two", [2], "counted from two"),
    ]

    func cases(for subject: OperationUnderTest) -> [Case] {
        guard subject.operation.api == .v1 else { return [] }
        return subject.sendable.flatMap { site -> [Case] in
            let usual = subject.builder.request(including: site)
            guard case .list(let members)? = usual.value(at: site.dotted), let first = members.first else { return [] }
            let second = members.count > 1 ? members[1] : first.numbered(2)
            let observed = ListIndexRule.ways.map { way in
                let values = way.indices.count > 1 ? [first, second] : [first]
                return subject.observed(
                    describe(site, way.name, way.title, "Nobody has seen what the service answers.", subject),
                    input: ListIndexRule.counted(usual, site, zip(way.indices, values).map { ($0, $1) }), usual: usual)
            }
            return [zero(site, first, usual, subject)] + observed
        }
    }

    private func zero(_ site: MemberSite, _ first: Value, _ usual: Fields, _ subject: OperationUnderTest) -> Case {
        subject.negative(
            describe(
                site, "zero", "counted from zero", "The service is said to answer 400 MalformedInput.", subject),
            input: ListIndexRule.counted(usual, site, [(0, first)]), control: usual,
            failure: Refusals.malformed("0 is not a valid index"))
    }

    /// The request with the list's members under these indices, in this order.
    private static func counted(_ usual: Fields, _ site: MemberSite, _ members: [(Int, Value)]) -> Fields {
        let others = usual.setting(site.dotted, to: nil)
        return Fields(others.fields + members.map { Field("\(site.dotted).member.\($0)", $1) })
    }

    private func describe(
        _ site: MemberSite, _ name: String, _ title: String, _ requirement: String, _ subject: OperationUnderTest
    ) -> CaseDescription {
        CaseDescription(
            rule: id, name: "index-\(site.kebab)-\(name)", axis: .protocol, title: "sends \(site.dotted) \(title)",
            requirement: requirement, source: .documented(page: subject.operation.page),
            covers: ["parameter \(site.dotted)"])
    }
}
