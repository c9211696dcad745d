import SpecModel

/// Tells all about an identity: verification, policies, DKIM, MAIL FROM.
///
/// Source: API v2 reference, GetEmailIdentity.
extension SESv2 {
    static let getEmailIdentity = Operation(
        "GetEmailIdentity", api: .v2, family: .identities,
        "Tells all about an identity: verification, policies, DKIM, MAIL FROM.", page: "GetEmailIdentity",
        route: Route("GET", "/v2/email/identities/{EmailIdentity}"), throttle: nil,
        parameters: [
            Member(
                "EmailIdentity", .string(format: .identity), required: true, "The address or the domain.",
                example: "⟦name:identity⟧@example.com")
        ],
        result: [
            Member("IdentityType", .enumeration(identityTypes), "Whether it is an address or a domain."),
            Member(
                "FeedbackForwardingStatus", .boolean, "Whether bounces and complaints are forwarded as mail."),
            Member("VerifiedForSendingStatus", .boolean, "Whether mail may be sent from it."),
            Member("DkimAttributes", .structure("DkimAttributes"), "The state of DKIM."),
            Member("MailFromAttributes", .structure("MailFromAttributes"), "The custom MAIL FROM domain."),
            Member("Policies", .map(.string(format: .policy)), "The policies by name; empty if there are none."),
            Member("Tags", .list(of: .structure("Tag"), key: "Key"), "Its labels; empty if there are none."),
            Member(
                "ConfigurationSetName", .string(), "The configuration set of mail from the identity.",
                isLater: true),
            Member(
                "VerificationStatus", .enumeration(verificationStatuses), "How far its verification is.",
                isLater: true),
            Member(
                "VerificationInfo", .structure("VerificationInfo"), "How its verification went.", isLater: true),
        ],
        errors: [notFound("EmailIdentity", unknownAddress, "identity")],
        fixture: Fixture(setup: [addressCreated()], result: newAddress(tags: []), pendingAddress),
        observations: [
            Observation(
                "an address that is pending: DkimAttributes without Tokens, MailFromAttributes with "
                    + "BehaviorOnMxFailure alone, no ConfigurationSetName", status: 200,
                Evidence(
                    .published,
                    "getmoto/moto#9771; cloud-custodian/cloud-custodian:test_ses_email_identity_has_statement",
                    date: "2023 to 2026-02-22")),
            Observation(
                "a domain that is pending: three tokens of 32 characters, the length of its keys and when they were "
                    + "made, and why it could not be verified yet", status: 200,
                Evidence(
                    .published, "cloud-custodian/cloud-custodian:test_ses_email_identity_cross_account",
                    date: "2024-10-17")),
            Observation(
                "a domain that failed and has no DKIM: DkimAttributes as for an address", status: 200,
                Evidence(.published, "cloud-custodian/cloud-custodian:test_ses_email_identity_query")),
            Observation(
                "an identity that there is not", status: 404, code: "NotFoundException",
                unasked),
        ]
    )
}
