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
            let outside = [("below", bound.widest.lowerBound - 1), ("above", bound.widest.upperBound + 1)]
            let accepted = inside.map { name, number in
                var description = describe(site, name, number, "accept", bound)
                // Nobody has seen what a page of nothing is.
                description.mayBeRefused = number == 0 && site.dotted == subject.operation.pages?.size
                return subject.positive(
                    description, input: request.setting(site.dotted, to: .integer(number)),
                    acceptance: bound.evidence(on: number))
            }
            let refused = outside.map { name, number in
                subject.negative(
                    describe(site, name, number, "refuse", bound),
                    input: request.setting(site.dotted, to: .integer(number)), control: request,
                    failure: subject.refusals.invalidValue.and(bound.evidence(on: number)))
            }
            return accepted + refused
        }
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
