import SpecModel

/// The parts of a template.
///
/// Source: API v2 reference, CreateEmailTemplate.
/// Note: the reference requires none of the parts; cases send a subject and a text, without which there is no mail.
extension SESv2 {
    static let emailTemplateContent = Structure(
        "EmailTemplateContent", "The parts of a template: subject, plain text, HTML.", page: "CreateEmailTemplate",
        members: [
            Member("Subject", .string(), isUsual: true, "The subject line.", example: "Greetings, {{name}}!"),
            Member("Text", .string(), isUsual: true, "The plain text part.", example: "Dear {{name}}, welcome."),
            Member("Html", .string(), "The HTML part.", example: "<p>Dear <b>{{name}}</b>, welcome.</p>"),
        ])

    /// Makes a template of the case's own, with one variable, `name`.
    static func templateCreated(_ key: String = "template") -> Step {
        .setup(
            "CreateEmailTemplate", ["TemplateName": .text("⟦name:\(key)⟧"), "TemplateContent": welcome])
    }

    /// The subject and the text of a template with one variable, `name`.
    static let welcome: Value = ["Subject": "Greetings, {{name}}!", "Text": "Dear {{name}}, welcome."]

    /// A template as ListEmailTemplates shows it.
    static func templateListed(_ key: String = "template") -> Value {
        ["TemplateName": .text("⟦name:\(key)⟧"), "CreatedTimestamp": "⟦timestamp⟧"]
    }

    /// Reads all pages of templates, of which the case's own must be these.
    static func templatesListed(_ name: String, _ templates: [Value]) -> Step {
        Step(
            name, "ListEmailTemplates",
            expect: .result(["TemplatesMetadata": .list(templates)], .documented(page: "ListEmailTemplates")),
            paging: Paging())
    }

    /// Reads a template.
    static func templateRead(_ name: String, _ content: Value, of key: String = "template") -> Step {
        Step(
            name, "GetEmailTemplate", ["TemplateName": .text("⟦name:\(key)⟧")],
            expect: .result(
                ["TemplateName": .text("⟦name:\(key)⟧"), "TemplateContent": content],
                .documented(page: "GetEmailTemplate")))
    }
}
