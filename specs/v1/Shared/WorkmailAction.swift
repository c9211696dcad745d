import SpecModel

/// Calls Amazon WorkMail for a received mail.
///
/// Source: API reference p. 93.
extension SESv1 {
    static let workmailAction = Structure(
        "WorkmailAction", "Calls Amazon WorkMail for a received mail.", page: 93,
        members: [
            Member(
                "OrganizationArn", .string(format: .arn), required: true, "Organization of Amazon WorkMail.",
                example: "⟦resource:workmail-organization⟧", need: .workmailOrganization),
            actionTopic,
        ])
}
