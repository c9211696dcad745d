import SpecModel

/// Templates of verification mails.
///
/// Source: API v2 reference, CreateCustomVerificationEmailTemplate and ListCustomVerificationEmailTemplates.
extension SESv2 {
    static let customVerificationEmailTemplateMetadata = Structure(
        "CustomVerificationEmailTemplateMetadata", "A template of verification mails as the list of them shows it.",
        page: "ListCustomVerificationEmailTemplates",
        members: [
            Member("TemplateName", .string(length: notEmpty), "The template's name."),
            Member("FromEmailAddress", .string(format: .emailAddress), "Who the mails come from."),
            Member("TemplateSubject", .string(), "The subject line."),
            Member("SuccessRedirectionURL", .string(), "Where those are sent who verified their address."),
            Member("FailureRedirectionURL", .string(), "Where those are sent who did not."),
        ])

    /// What a template is made of, but for its name.
    static let customTemplateParts: [Member] = [
        Member(
            "FromEmailAddress", .string(format: .emailAddress), required: true,
            "Who the mails come from; a verified address.", example: "⟦sender⟧"),
        Member("TemplateSubject", .string(), required: true, "The subject line.", example: "Please verify"),
        Member(
            "TemplateContent", .string(), required: true, "The body, which may be HTML; 10 MB at most.",
            example: "<html><body><p>Please verify your address.</p></body></html>"),
        Member(
            "SuccessRedirectionURL", .string(), required: true,
            "Where those are sent who verified their address.", example: "https://www.example.com/verified"),
        Member(
            "FailureRedirectionURL", .string(), required: true, "Where those are sent who did not.",
            example: "https://www.example.com/failed"),
    ]

    /// The parts of a template that cases make, and whose subject tells it from others.
    static func customTemplate(_ key: String, subject: String = "Please verify") -> [Field] {
        [
            Field("TemplateName", .text("⟦name:\(key)⟧")), Field("FromEmailAddress", "⟦sender⟧"),
            Field("TemplateSubject", .text(subject)), Field("TemplateContent", "<p>Please verify your address.</p>"),
            Field("SuccessRedirectionURL", "https://www.example.com/verified"),
            Field("FailureRedirectionURL", "https://www.example.com/failed"),
        ]
    }

    /// Makes a template of verification mails.
    static func customTemplateCreated(_ key: String = "template") -> Step {
        .setup("CreateCustomVerificationEmailTemplate", Fields(customTemplate(key)))
    }

    /// A template of verification mails as the list shows it: without its content.
    static func customTemplateListed(_ key: String = "template", subject: String = "Please verify") -> Value {
        .fields(customTemplate(key, subject: subject).filter { $0.name != "TemplateContent" })
    }

    /// Reads all pages of such templates, of which the case's own must be these.
    static func customTemplatesListed(_ name: String, _ templates: [Value]) -> Step {
        Step(
            name, "ListCustomVerificationEmailTemplates",
            expect: .result(
                ["CustomVerificationEmailTemplates": .list(templates)],
                .documented(page: "ListCustomVerificationEmailTemplates")),
            paging: Paging())
    }

    /// What the service is said to do with such templates.
    static let customTemplateProbes = Evidence(.claimed, "floci-io/floci PR #1840", date: "2026")
}
