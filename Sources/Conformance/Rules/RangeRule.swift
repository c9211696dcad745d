import SpecModel

/// Integers are accepted at both ends of their range and refused one past them.
struct RangeRule: Rule {
    let id = "range"
    let summary = "Integers are accepted at both ends of their range and refused one past them."
    let subject = "integer out of range"
    let valid = "integer within its range"

    func cases(for subject: OperationUnderTest) -> [Case] {
        subject.sendable.flatMap { site -> [Case] in
            guard case .integer(let bound?) = site.member.shape else { return [] }
            let request = subject.builder.request(including: site)
            let inside = [("lowest", bound.agreed.lowerBound), ("highest", bound.agreed.upperBound)]
            let outside = [("below", bound.widest.lowerBound - 1), ("above", Self.above(bound))]
            let accepted = inside.map { name, number in
                var description = describe(site, name, number, "accept", bound)
                // Nobody has seen what a page of nothing is.
                description.mayBeRefused = number == 0 && site.dotted == subject.operation.pages?.size
                return subject.positive(
                    description, input: request.setting(site.dotted, to: .integer(number)),
                    acceptance: bound.evidence(on: number))
            }
            let refused = outside.map { name, number in
                refusal(of: number, at: site, bound, describe(site, name, number, "refuse", bound), subject)
            }
            return accepted + refused
        }
    }

    /// The least number that every source has as too great.
    private static func above(_ bound: Bound) -> Int { bound.widest.upperBound + 1 }

    private func refusal(
        of number: Int, at site: MemberSite, _ bound: Bound, _ description: CaseDescription,
        _ subject: OperationUnderTest
    ) -> Case {
        let request = subject.builder.request(including: site)
        return subject.negative(
            description, input: request.setting(site.dotted, to: .integer(number)), control: request,
            failure: subject.refusals.invalidValue.and(bound.evidence(on: number)))
    }

    /// The request with a number that is too great, under another name; nil where no member has a range.
    func negative(_ subject: OperationUnderTest, name: String, axis: Axis, scope: Case.Scope) -> Case? {
        subject.sendable.lazy.compactMap { site -> Case? in
            guard case .integer(let bound?) = site.member.shape else { return nil }
            let number = Self.above(bound)
            var description = describe(site, "above", number, "refuse", bound)
            description.name = name
            description.axis = axis
            description.scope = scope
            return refusal(of: number, at: site, bound, description, subject)
        }.first
    }

    private func describe(
        _ site: MemberSite, _ name: String, _ number: Int, _ verb: String, _ bound: Bound
    ) -> CaseDescription {
        CaseDescription(
            rule: id, name: "\(name)-\(site.kebab)", axis: .values, title: "sends \(site.dotted)=\(number)",
            requirement: "The service MUST \(verb) \(number) as \(site.dotted).",
            source: bound.evidence(on: number), covers: ["range \(site.dotted)"])
    }
}
