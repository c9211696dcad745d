import SpecModel

/// A template as the list of them shows it.
///
/// Source: API v2 reference, ListEmailTemplates.
extension SESv2 {
    static let emailTemplateMetadata = Structure(
        "EmailTemplateMetadata", "A template as the list of them shows it.", page: "ListEmailTemplates",
        members: [
            Member("TemplateName", .string(length: notEmpty), "The template's name."),
            Member("CreatedTimestamp", .timestamp, "When the template was made."),
        ])
}
