import SpecModel

/// The custom MAIL FROM domain of an identity.
///
/// Source: API reference p. 80.
/// Note: the reference calls all three members required; where no MAIL FROM domain is set, the service is
/// said to answer `BehaviorOnMXFailure` alone (floci-io/floci PR #1310).
extension SESv1 {
    static let identityMailFromDomainAttributes = Structure(
        "IdentityMailFromDomainAttributes", "The custom MAIL FROM domain of an identity.", page: 80,
        members: [
            Member(
                "BehaviorOnMXFailure", .enumeration(behaviorsOnMXFailure), required: true,
                "What is done with mail while the domain's MX record can't be read."),
            Member(
                "MailFromDomain", .string(format: .domain), "The MAIL FROM domain.",
                note: "required by p. 80; said to be absent where none is set"),
            Member(
                "MailFromDomainStatus", .enumeration(["Pending", "Success", "Failed", "TemporaryFailure"]),
                "Whether the domain's MX record was read.",
                note: "required by p. 80; said to be absent where no MAIL FROM domain is set"),
        ]
    )

    /// Source: API reference p. 60 and p. 80.
    static let behaviorsOnMXFailure = ["UseDefaultValue", "RejectMessage"]
}
