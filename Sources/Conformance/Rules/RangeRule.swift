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
                var description = describe(site, name, number, "accept", subject)
                // Nobody has seen what a page of nothing is.
                description.mayBeRefused = number == 0 && site.dotted == subject.operation.pages?.size
                return subject.positive(description, input: request.setting(site.dotted, to: .integer(number)))
            }
            let refused = outside.map { name, number in
                subject.negative(
                    describe(site, name, number, "refuse", subject),
                    input: request.setting(site.dotted, to: .integer(number)), control: request,
                    failure: subject.refusals.invalidValue)
            }
            return accepted + refused
        }
    }

    private func describe(
        _ site: MemberSite, _ name: String, _ number: Int, _ verb: String, _ subject: OperationUnderTest
    ) -> CaseDescription {
        CaseDescription(
            rule: id, name: "\(name)-\(site.kebab)", axis: .values, title: "sends \(site.dotted)=\(number)",
            requirement: "The service MUST \(verb) \(number) as \(site.dotted).",
            source: .documented(page: subject.operation.page), covers: ["range \(site.dotted)"])
    }
}
