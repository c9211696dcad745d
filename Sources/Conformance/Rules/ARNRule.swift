import SpecModel

/// Resource names that name nothing that the caller may use are sent; nobody has seen what the service answers.
///
/// Example: `SourceArn=no-arn`, and the ARN of a stranger's identity.
struct ARNRule: Rule {
    let id = "arn"
    let summary =
        "Resource names that name nothing that the caller may use are sent; nobody has seen what the service answers."
    let subject = "resource name that is of no use"

    func cases(for subject: OperationUnderTest) -> [Case] {
        subject.sendable.flatMap { site -> [Case] in
            guard case .text(let text) = site.member.shape, text.format == .arn else { return [] }
            let usual = subject.builder.request(including: site)
            return ARNRule.names(site.member).map { name, text, title in
                let description = CaseDescription(
                    rule: id, name: "arn-\(site.kebab)-\(name)", axis: .values,
                    title: "sends \(title) as \(site.dotted)", requirement: "Nobody has seen what the service answers.",
                    source: .documented(page: subject.operation.page), covers: ["parameter \(site.dotted)"])
                return subject.observed(
                    description, input: usual.setting(site.dotted, to: .text(text)), usual: usual)
            }
        }
    }

    private static func names(_ member: Member) -> [(name: String, text: String, title: String)] {
        let malformed = ("malformed", "no-arn", "a text that is no ARN")
        guard let resource = member.need?.defaultResource, resource.hasPrefix("arn:aws:") else { return [malformed] }
        return [
            malformed, ("unfinished", String(resource.prefix { $0 != "/" }.prefix(20)), "the beginning of an ARN"),
            ("stranger", ARNRule.stranger(resource), "the ARN of somebody else's resource"),
        ]
    }

    /// The same resource of an account that nobody has.
    private static func stranger(_ resource: String) -> String {
        resource.replacing("123456789012", with: "999999999999")
    }
}
