import SpecModel

/// Sets or clears the custom MAIL FROM domain of an identity.
///
/// Source: API reference p. 60.
/// Note: what reading gives where none is set is not stated; the alternatives are those that the reference
/// and floci-io/floci PR #1310 allow.
extension SESv1 {
    static let setIdentityMailFromDomain = Operation(
        "SetIdentityMailFromDomain", family: .identities, "Sets or clears the custom MAIL FROM domain of an identity.",
        page: 60,
        parameters: [
            Member(
                "BehaviorOnMXFailure", .enumeration(behaviorsOnMXFailure),
                "What is to be done with mail while the domain's MX record can't be read.", example: "RejectMessage"),
            Member(
                "Identity", .string(format: .identity), required: true, "The address or domain, a verified one.",
                example: "⟦name:identity⟧@⟦name:domain⟧.example.com"),
            Member(
                "MailFromDomain", .string(format: .domain),
                "The MAIL FROM domain, a subdomain of the identity's; none clears it.",
                example: "mail.⟦name:domain⟧.example.com"),
        ],
        result: [],
        fixture: Fixture(
            needs: [.verifiedIdentity],
            setup: [
                Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@⟦name:domain⟧.example.com"]),
                // So that a request without a MAIL FROM domain has something to clear, and one with it to replace.
                Step.setup(
                    "SetIdentityMailFromDomain",
                    [
                        "Identity": "⟦name:identity⟧@⟦name:domain⟧.example.com",
                        "MailFromDomain": "former.⟦name:domain⟧.example.com",
                    ]),
            ],
            .derived("service model"),
            effect: [
                Step(
                    "read", "GetIdentityMailFromDomainAttributes",
                    ["Identities": ["⟦name:identity⟧@⟦name:domain⟧.example.com"]],
                    expect: .anyOf([mailFromSet] + mailFromCleared))
            ],
            completeEffect: [
                Step(
                    "read", "GetIdentityMailFromDomainAttributes",
                    ["Identities": ["⟦name:identity⟧@⟦name:domain⟧.example.com"]],
                    expect: .result(
                        [
                            "MailFromDomainAttributes": [
                                "⟦name:identity⟧@⟦name:domain⟧.example.com": [
                                    "MailFromDomain": .echo("MailFromDomain"),
                                    "MailFromDomainStatus": "⟦one-of:Pending|Success|Failed|TemporaryFailure⟧",
                                    "BehaviorOnMXFailure": .echo("BehaviorOnMXFailure"),
                                ]
                            ]
                        ], .documented(page: 80)))
            ]
        ),
        observations: [
            Observation("the identity is there", status: 200, .derived("service model")),
            Observation(
                "the identity is unknown", status: 400, code: "InvalidParameterValue",
                message: "Identity <⟦any⟧> does not exist.", Evidence(.claimed, "floci-io/floci PR #716")),
            Observation(
                "BehaviorOnMXFailure has another value", status: 400, code: "ValidationError",
                message: "1 validation error detected: Value at 'behaviorOnMXFailure' failed to satisfy constraint: "
                    + "Member must satisfy enum value set: [RejectMessage, UseDefaultValue]",
                Evidence(.claimed, "floci-io/floci PR #716")),
        ]
    )
}
