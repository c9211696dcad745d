import SpecModel

/// The custom MAIL FROM domain of an identity.
///
/// Source: API v2 reference, GetEmailIdentity.
/// Note: the service model requires all three members; where no MAIL FROM domain is set, the service answers
/// `BehaviorOnMxFailure` alone (getmoto/moto#9771).
extension SESv2 {
    static let mailFromAttributes = Structure(
        "MailFromAttributes", "The custom MAIL FROM domain of an identity.", page: "GetEmailIdentity",
        members: [
            Member("MailFromDomain", .string(format: .domain), "The MAIL FROM domain."),
            Member(
                "MailFromDomainStatus", .enumeration(["PENDING", "SUCCESS", "FAILED", "TEMPORARY_FAILURE"]),
                "Whether the domain's MX record was read."),
            Member(
                "BehaviorOnMxFailure", .enumeration(["USE_DEFAULT_VALUE", "REJECT_MESSAGE"]), required: true,
                "What is done with mail while the domain's MX record can't be read."),
        ])
}
