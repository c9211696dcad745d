import SpecModel

/// Text that is not of a parameter's type is refused.
struct WrongTypeRule: Rule {
    let id = "wrong-type"
    let summary = "Text that is not of a parameter's type is refused."
    let subject = "value of the wrong type"

    func cases(for subject: OperationUnderTest) -> [Case] {
        subject.sendable.compactMap { site in
            guard let wrong = WrongTypeRule.wrongText(for: site.member.shape) else { return nil }
            let control = subject.builder.request(including: site)
            let description = CaseDescription(
                rule: id, name: "wrong-type-\(site.kebab)", axis: .values, title: "sends \(site.dotted)=\(wrong)",
                requirement: "The service MUST refuse a \(site.dotted) that is no \(site.member.shape.typeName).",
                source: .documented(page: subject.operation.page), covers: ["type \(site.dotted)"])
            return subject.negative(
                description, input: control.setting(site.dotted, to: .text(wrong)), control: control,
                failure: subject.refusals.wrongType)
        }
    }

    private static func wrongText(for shape: Shape) -> String? {
        switch shape {
        case .boolean: "maybe"
        case .integer, .long, .double: "abc"
        case .timestamp: "yesterday"
        case .blob: "*not base64*"
        default: nil
        }
    }
}
