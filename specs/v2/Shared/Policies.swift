import SpecModel

/// Sending authorization policies that cases write.
///
/// Source: API v2 reference, CreateEmailIdentityPolicy; the syntax is that of the developer guide's examples.
/// Note: `*` as the resource, since the account's number is not known; without blanks, so that a service that reads
/// and writes the JSON anew does not change it.
extension SESv2 {
    private static let policySource = "API v2 reference, CreateEmailIdentityPolicy"

    /// What names a policy: the identity that it is for, and its own name.
    static let policyPlace: [Member] = [
        Member(
            "EmailIdentity", .string(format: .identity), required: true,
            "The identity, a verified one of the account's own.", example: "⟦sender⟧"),
        Member(
            "PolicyName",
            .string(
                length: Bound(1...64, by: policySource, lower: fromModel),
                pattern: Pattern("[A-Za-z0-9_-]+", "letters, digits, dashes and underscores", by: policySource)),
            required: true, "The policy's name.", example: "⟦name:policy⟧"),
    ]

    static let policyText = Member(
        "Policy", .string(length: Bound(1...4096, by: policySource, lower: fromModel), format: .policy), required: true,
        "The policy as JSON, 4 KB at most.", example: sendPolicy)

    /// Lets everybody send one way.
    static let sendPolicy: Value = #"""
        {"Version":"2012-10-17","Statement":[{"Sid":"Send","Effect":"Allow","Principal":{"AWS":"*"},\#
        "Action":"ses:SendEmail","Resource":"*"}]}
        """#

    /// Lets everybody send another way.
    static let sendRawPolicy: Value = #"""
        {"Version":"2012-10-17","Statement":[{"Sid":"SendRaw","Effect":"Allow","Principal":{"AWS":"*"},\#
        "Action":"ses:SendRawEmail","Resource":"*"}]}
        """#

    /// Makes a policy of the sender.
    static func policyCreated(_ key: String = "policy", _ policy: Value = sendPolicy) -> Step {
        .setup(
            "CreateEmailIdentityPolicy",
            ["EmailIdentity": "⟦sender⟧", "PolicyName": .text("⟦name:\(key)⟧"), "Policy": policy])
    }

    /// Reads the sender's policies.
    static func policiesRead(_ name: String, _ policies: Value) -> Step {
        Step(
            name, "GetEmailIdentityPolicies", ["EmailIdentity": "⟦sender⟧"],
            expect: .result(["Policies": policies], policiesRecorded))
    }

    /// Blocks the case where the sender has policies of somebody else, since they can only be read all at once.
    static let noPolicies = policiesRead("no-policies", [:])

    /// The real service's answers to an identity with two policies, with one and with none.
    static let policiesRecorded = Evidence(
        .published, "cloud-custodian/cloud-custodian:test_ses_email_identity_remove_policies", date: "2024-10-18")

    /// What the service is said to do with policies.
    static let policyProbes = Evidence(.claimed, "floci-io/floci PR #1750", date: "2026")
}
