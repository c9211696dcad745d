import SpecModel

/// Identities as cases make and see them.
///
/// Source: published answers for an address that is pending; the pages of GetEmailIdentity.
extension SESv2 {
    /// An answer of the real service to an address that was new, and to one that was pending.
    static let pendingAddress = Evidence(.published, "getmoto/moto#9771", date: "2026-02-22")

    /// What GetEmailIdentity answers for an address of which nothing was set.
    ///
    /// How soon an address verifies is the endpoint's own affair.
    static let newAddress: [Field] = [
        Field("IdentityType", "EMAIL_ADDRESS"), Field("FeedbackForwardingStatus", true),
        Field("VerifiedForSendingStatus", "⟦one-of:true|false⟧"),
        Field(
            "DkimAttributes",
            [
                "SigningEnabled": false, "Status": "NOT_STARTED", "SigningAttributesOrigin": "AWS_SES",
                "NextSigningKeyLength": "⟦one-of:RSA_1024_BIT|RSA_2048_BIT⟧",
            ]),
        Field("MailFromAttributes", ["BehaviorOnMxFailure": "USE_DEFAULT_VALUE"]), Field("Policies", [:]),
        Field("VerificationStatus", "⟦one-of:PENDING|SUCCESS⟧"), Field("VerificationInfo", "⟦any⟧"),
    ]

    /// The same with these tags.
    static func newAddress(tags: Value) -> Fields { Fields(newAddress + [Field("Tags", tags)]) }

    /// Makes `⟦sender⟧` an address that may send; the run does it once, since an identity can't be created twice.
    static let senderCreated = Step.setup("CreateEmailIdentity", ["EmailIdentity": "⟦sender⟧"])

    /// Makes an address of the case's own.
    static func addressCreated(_ key: String = "identity") -> Step {
        .setup("CreateEmailIdentity", ["EmailIdentity": .text("⟦name:\(key)⟧@example.com")])
    }

    /// Blocks the case where an identity of its own is not verified, whatever else is said of it.
    private static func verified(_ identity: Value) -> Step {
        let others = [
            "IdentityType", "FeedbackForwardingStatus", "DkimAttributes", "MailFromAttributes", "Policies", "Tags",
        ]
        return Step(
            "verified", "GetEmailIdentity", ["EmailIdentity": identity],
            expect: .result(
                Fields([Field("VerifiedForSendingStatus", true)] + others.map { Field($0, "⟦optional⟧⟦any⟧") }),
                .documented(page: "GetEmailIdentity")))
    }

    static let addressVerified = verified("⟦name:identity⟧@example.com")
    static let domainVerified = verified("⟦name:domain⟧.example.com")

    /// An address as ListEmailIdentities shows it.
    static func addressListed(_ key: String = "identity") -> Value {
        [
            "IdentityType": "EMAIL_ADDRESS", "IdentityName": .text("⟦name:\(key)⟧@example.com"),
            "SendingEnabled": "⟦one-of:true|false⟧", "VerificationStatus": "⟦one-of:PENDING|SUCCESS⟧",
        ]
    }

    /// Reads all pages of identities, of which the case's own must be these.
    static func identitiesListed(_ name: String, _ identities: [Value]) -> Step {
        Step(
            name, "ListEmailIdentities",
            expect: .result(
                ["EmailIdentities": .list(identities)],
                Evidence(
                    .published, "cloud-custodian/cloud-custodian:test_ses_email_identity_query; getmoto/moto#9771")),
            paging: Paging())
    }

    /// An address that nobody made an identity.
    static let unknownAddress: Value = "⟦name:absent⟧@example.com"

    /// Who may be signed for by Easy DKIM: by the region's own keys, or by those of another region.
    static let signingOrigins = [
        "AWS_SES", "EXTERNAL", "AWS_SES_AF_SOUTH_1", "AWS_SES_EU_NORTH_1", "AWS_SES_AP_SOUTH_1", "AWS_SES_EU_WEST_3",
        "AWS_SES_EU_WEST_2", "AWS_SES_EU_SOUTH_1", "AWS_SES_EU_WEST_1", "AWS_SES_AP_NORTHEAST_3",
        "AWS_SES_AP_NORTHEAST_2", "AWS_SES_ME_SOUTH_1", "AWS_SES_AP_NORTHEAST_1", "AWS_SES_IL_CENTRAL_1",
        "AWS_SES_SA_EAST_1", "AWS_SES_CA_CENTRAL_1", "AWS_SES_AP_SOUTHEAST_1", "AWS_SES_AP_SOUTHEAST_2",
        "AWS_SES_AP_SOUTHEAST_3", "AWS_SES_EU_CENTRAL_1", "AWS_SES_US_EAST_1", "AWS_SES_US_EAST_2",
        "AWS_SES_US_WEST_1", "AWS_SES_US_WEST_2", "AWS_SES_ME_CENTRAL_1", "AWS_SES_AP_SOUTH_2",
        "AWS_SES_EU_CENTRAL_2", "AWS_SES_AP_SOUTHEAST_5", "AWS_SES_CA_WEST_1",
    ]
    static let keyLengths = ["RSA_1024_BIT", "RSA_2048_BIT"]
    static let identityTypes = ["EMAIL_ADDRESS", "DOMAIN", "MANAGED_DOMAIN"]
    static let verificationStatuses = ["PENDING", "SUCCESS", "FAILED", "TEMPORARY_FAILURE", "NOT_STARTED"]
}
