import SpecModel

/// A template to send, with the values of its variables.
///
/// Source: API v2 reference, SendEmail.
/// Note: the reference requires no member; a mail can't be made without a template, and whether the values may be
/// left out is not known, so cases send both.
extension SESv2 {
    static let template = Structure(
        "Template", "A template to send, with the values of its variables.", page: "SendEmail",
        members: [
            Member(
                "TemplateName", .string(length: notEmpty), isUsual: true, "The template's name.",
                example: "⟦name:template⟧"),
            Member(
                "TemplateArn", .string(length: notEmpty, format: .arn), "The template's ARN.",
                note: "holds the account's number, which no operation of this API tells"),
            Member(
                "TemplateContent", .structure("EmailTemplateContent"), "A template for this mail alone.",
                isLater: true, note: neverSent),
            Member(
                "TemplateData", .string(length: templateDataLength), isUsual: true,
                "The values as a JSON object.", example: "{\"name\":\"Anaya\"}"),
            laterHeaders, laterAttachments,
        ])

    static let templateDataLength = Bound(0...262_144, by: fromModel)
}
