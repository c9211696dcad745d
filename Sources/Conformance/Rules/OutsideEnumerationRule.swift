import SpecModel

/// A value outside an enumeration is refused.
struct OutsideEnumerationRule: Rule {
    let id = "outside-enumeration"
    let summary = "A value outside an enumeration is refused."
    let subject = "value outside the enumeration"

    func cases(for subject: OperationUnderTest) -> [Case] {
        subject.sendable.compactMap { site in
            guard case .text(let text) = site.member.shape, !text.allowed.isEmpty else { return nil }
            let control = subject.builder.request(including: site)
            let description = CaseDescription(
                rule: id, name: "outside-\(site.kebab)", axis: .values,
                title: "sends \(site.dotted)=NoSuchValue",
                requirement: "The service MUST refuse a \(site.dotted) other than "
                    + text.allowed.joined(separator: ", ") + ".",
                source: .documented(page: subject.operation.page), covers: ["enumeration \(site.dotted)"])
            return subject.negative(
                description, input: control.setting(site.dotted, to: "NoSuchValue"), control: control,
                failure: subject.refusals.invalidValue)
        }
    }
}
