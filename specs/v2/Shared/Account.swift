import SpecModel

/// What GetAccount tells of an account.
///
/// Source: API v2 reference, GetAccount.
extension SESv2 {
    static let sendQuota = Structure(
        "SendQuota", "The account's sending limits, and how much of them is used.", page: "GetAccount",
        members: [
            Member("Max24HourSend", .double, "Mails that may be sent in 24 hours; -1 for no limit."),
            Member("MaxSendRate", .double, "Mails that may be sent in a second."),
            Member("SentLast24Hours", .double, "Mails that were sent in the last 24 hours."),
        ])

    static let suppressionAttributes = Structure(
        "SuppressionAttributes", "When addresses are no longer written to.", page: "GetAccount",
        members: [
            Member(
                "SuppressedReasons", .list(of: .enumeration(["BOUNCE", "COMPLAINT"])),
                "What puts an address on the suppression list.",
                note: "depends on the account: taken if it is there, never required"),
            Member(
                "ValidationAttributes", .structure("SuppressionValidationAttributes"),
                "Whether addresses are validated.", isLater: true),
        ])

    static let suppressionValidationAttributes = Structure(
        "SuppressionValidationAttributes", "Whether addresses are validated before they are written to.",
        page: "GetAccount",
        members: [
            Member(
                "ConditionThreshold", .structure("SuppressionConditionThreshold"), required: true,
                "From what confidence on an address is written to.", note: untold)
        ], isLater: true)

    static let suppressionConditionThreshold = Structure(
        "SuppressionConditionThreshold", "From what confidence on an address is written to.", page: "GetAccount",
        members: [
            Member(
                "ConditionThresholdEnabled", .enumeration(featureStatuses), required: true,
                "Whether there is a threshold.", note: untold),
            Member(
                "OverallConfidenceThreshold", .structure("SuppressionConfidenceThreshold"), "The threshold.",
                note: untold),
        ], isLater: true)

    static let suppressionConfidenceThreshold = Structure(
        "SuppressionConfidenceThreshold", "A threshold of confidence.", page: "GetAccount",
        members: [
            Member(
                "ConfidenceVerdictThreshold", .enumeration(["MEDIUM", "HIGH", "MANAGED"]), required: true,
                "The threshold.", note: untold)
        ], isLater: true)

    static let vdmAttributes = Structure(
        "VdmAttributes", "The account's settings of the Virtual Deliverability Manager.", page: "GetAccount",
        members: [
            Member(
                "VdmEnabled", .enumeration(featureStatuses), required: true, "Whether it is on.", note: untold),
            Member(
                "DashboardAttributes", .structure("DashboardAttributes"), "Settings of its dashboard.", note: untold),
            Member(
                "GuardianAttributes", .structure("GuardianAttributes"), "Settings of its guardian.", note: untold),
        ], isLater: true)

    static let dashboardAttributes = Structure(
        "DashboardAttributes", "Settings of a dashboard.", page: "GetAccount",
        members: [
            Member(
                "EngagementMetrics", .enumeration(featureStatuses), "Whether engagement is measured.", note: untold)
        ], isLater: true)

    static let guardianAttributes = Structure(
        "GuardianAttributes", "Settings of a guardian.", page: "GetAccount",
        members: [
            Member(
                "OptimizedSharedDelivery", .enumeration(featureStatuses), "Whether shared addresses are optimised.",
                note: untold)
        ], isLater: true)

    static let accountDetails = Structure(
        "AccountDetails", "Who uses the account, and what for.", page: "GetAccount",
        members: accountDetailMembers.map(shown) + [
            Member("ReviewDetails", .structure("ReviewDetails"), "The review of the details.", note: reviewed)
        ])

    static let reviewDetails = Structure(
        "ReviewDetails", "How the review of an account went.", page: "GetAccount",
        members: [
            Member(
                "Status", .enumeration(["PENDING", "FAILED", "GRANTED", "DENIED"]), "How it went.", note: reviewed),
            Member("CaseId", .string(), "The case at the support centre.", note: reviewed),
        ])

    /// What PutAccountDetails takes and GetAccount shows.
    static let accountDetailMembers: [Member] = [
        Member(
            "MailType", .enumeration(["MARKETING", "TRANSACTIONAL"]), required: true,
            "What kind of mail the account sends.", example: "TRANSACTIONAL"),
        Member(
            "WebsiteURL", .string(length: Bound(1...1000, by: fromModel)), required: true,
            "The website that the mail is about.", example: "https://www.example.com"),
        Member(
            "ContactLanguage", .enumeration(["EN", "JA"]), "The language to be written to in.", example: "EN"),
        Member(
            "UseCaseDescription", .string(length: Bound(0...5000, by: fromModel)), isUsual: true,
            "What mail is to be sent; required in 2020, optional in today's service model.",
            example: "Conformance tests of an endpoint."),
        Member(
            "AdditionalContactEmailAddresses",
            .list(
                of: .string(length: Bound(6...254, by: fromModel), format: .emailAddress),
                count: Bound(1...4, by: fromModel)),
            "Whom to write to, too.", example: ["operations@example.com"]),
    ]

    /// The member as answers hold it: none of them is required there.
    private static func shown(_ member: Member) -> Member { Member(member.name, member.shape, member.summary) }

    private static let untold = "came after the reference: taken if it is there, never required"
    private static let reviewed = "people decide on it: taken if it is there, never required"
    private static let featureStatuses = ["ENABLED", "DISABLED"]

    /// What GetAccount answers of any account; details of one that has some.
    static func account(details: Value = "⟦optional⟧⟦any⟧", sent: Value = "⟦number⟧") -> Fields {
        [
            "DedicatedIpAutoWarmupEnabled": "⟦one-of:true|false⟧",
            "EnforcementStatus": "⟦one-of:HEALTHY|PROBATION|SHUTDOWN⟧",
            "ProductionAccessEnabled": "⟦one-of:true|false⟧",
            "SendQuota": ["Max24HourSend": "⟦number⟧", "MaxSendRate": "⟦number⟧", "SentLast24Hours": sent],
            "SendingEnabled": "⟦one-of:true|false⟧", "SuppressionAttributes": "⟦optional⟧⟦any⟧", "Details": details,
        ]
    }
}
