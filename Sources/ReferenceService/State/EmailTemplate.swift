/// A stored template of mail.
struct EmailTemplate: Sendable {
    let name: String
    /// Milliseconds since 1970.
    let created: Int64
    var content: TemplateContent
    let tags: [Arguments]
}

/// The parts of a template as they were given; nil where one was not.
struct TemplateContent: Sendable {
    let subject: String?
    let text: String?
    let html: String?
    /// The same, ready to be rendered.
    private let rendering: [HandlebarsTemplate?]

    /// - Throws: `BadRequestException` for a part that can't be read.
    init(_ input: Arguments?) throws(Refusal) {
        let parts = ["Subject", "Text", "Html"].map { input?.text($0) }
        (subject, text, html) = (parts[0], parts[1], parts[2])
        var rendering: [HandlebarsTemplate?] = []
        for part in parts {
            rendering.append(try part.map { part throws(Refusal) in try HandlebarsTemplate(part) })
        }
        self.rendering = rendering
    }

    /// In bytes.
    var size: Int { [subject, text, html].reduce(0) { $0 + ($1?.utf8.count ?? 0) } }

    /// The parts with data in place of the tags.
    ///
    /// - Parameter strict: whether an attribute that is not there is an error, or nothing.
    /// - Throws: `BadRequestException` naming the attribute.
    func render(_ data: TemplateData, strict: Bool) throws(Refusal) -> RenderedMail {
        var parts: [String?] = []
        for template in rendering {
            parts.append(
                try template.map { template throws(Refusal) in try template.render(data.tree, strict: strict) })
        }
        return RenderedMail(subject: parts[0] ?? "", text: parts[1], html: parts[2])
    }
}

/// The template of mails that ask for the verification of an address.
struct CustomVerificationTemplate: Sendable {
    let name: String
    let from: String
    let subject: String
    let content: String
    let successURL: String
    let failureURL: String
}

extension Account {
    /// How many an account may have, and how large.
    ///
    /// Source: Amazon SES developer guide, "Using templates to send personalized email" and "Using custom
    /// verification email templates"; older editions allow 10,000 templates.
    enum TemplateLimits {
        static let templates = 20_000
        static let verificationTemplates = 50
        /// In bytes.
        static let templateSize = 500 * 1024
        /// In bytes.
        static let verificationSize = 10 * 1024 * 1024
    }
}
