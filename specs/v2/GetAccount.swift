import SpecModel

/// Tells what the account may send, and who uses it.
///
/// Source: API v2 reference, GetAccount.
extension SESv2 {
    static let getAccount = Operation(
        "GetAccount", api: .v2, family: .account, "Tells what the account may send, and who uses it.",
        page: "GetAccount", route: Route("GET", "/v2/email/account"), throttle: nil,
        result: [
            Member("DedicatedIpAutoWarmupEnabled", .boolean, "Whether addresses of the account's own are warmed up."),
            Member(
                "EnforcementStatus", .enumeration(["HEALTHY", "PROBATION", "SHUTDOWN"]), "The account's reputation."),
            Member("ProductionAccessEnabled", .boolean, "Whether it is out of the sandbox."),
            Member("SendQuota", .structure("SendQuota"), "Its sending limits."),
            Member("SendingEnabled", .boolean, "Whether it may send."),
            Member(
                "SuppressionAttributes", .structure("SuppressionAttributes"), "When addresses are not written to.",
                note: "depends on the account: taken if it is there, never required"),
            Member(
                "Details", .structure("AccountDetails"), "Who uses it, and what for; absent if that was never told."),
            Member("VdmAttributes", .structure("VdmAttributes"), "Its deliverability settings.", isLater: true),
        ],
        fixture: Fixture(result: account(), .documented(page: "GetAccount")),
        observations: [
            Observation(
                "details and deliverability settings that were never set: their members are absent", status: 200,
                Evidence(.claimed, "floci-io/floci PR #2498"))
        ]
    )
}
