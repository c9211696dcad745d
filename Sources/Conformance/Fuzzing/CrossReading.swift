import SpecModel

/// How the other API shows what an operation made.
///
/// Source: both APIs are of one service: what one writes the other reads.
enum CrossReading {
    private static let oneService = Evidence.derived("both APIs are of one service: what one writes the other reads")

    /// A step that reads it; names what was sent as `⟦input:…⟧`. Nil where nothing shows it.
    static func step(after operation: Operation) -> Step? {
        switch operation.id {
        case "v1/VerifyEmailIdentity", "v1/VerifyEmailAddress": listed("EMAIL_ADDRESS", "⟦input:EmailAddress⟧")
        case "v1/VerifyDomainIdentity": listed("DOMAIN", "⟦input:Domain⟧")
        case "v2/CreateEmailIdentity":
            Step(
                "read-v1", "ListIdentities", api: .v1,
                expect: .result(["Identities": ["⟦input:EmailIdentity⟧"]], oneService), paging: Paging())
        case "v2/CreateEmailIdentityPolicy", "v2/UpdateEmailIdentityPolicy":
            Step(
                "read-v1", "GetIdentityPolicies",
                ["Identity": "⟦input:EmailIdentity⟧", "PolicyNames": ["⟦input:PolicyName⟧"]], api: .v1,
                expect: .result(["Policies": ["⟦input:PolicyName⟧": .echo("Policy")]], oneService))
        default: nil
        }
    }

    private static func listed(_ type: String, _ name: String) -> Step {
        Step(
            "read-v2", "ListEmailIdentities", api: .v2,
            expect: .result(
                [
                    "EmailIdentities": [
                        [
                            "IdentityType": .text(type), "IdentityName": .text(name),
                            "SendingEnabled": "⟦one-of:true|false⟧", "VerificationStatus": "⟦optional⟧⟦any⟧",
                        ]
                    ]
                ], oneService), paging: Paging())
    }
}
