import SpecModel

/// Tells where notifications about identities' mail go.
///
/// Source: API reference p. 24.
extension SESv1 {
    static let getIdentityNotificationAttributes = Operation(
        "GetIdentityNotificationAttributes", family: .identities,
        "Tells where notifications about identities' mail go.", page: 24,
        parameters: [
            Member(
                "Identities",
                .list(of: .string(format: .identity), count: Bound(1...100, by: "API reference p. 24")), required: true,
                "Verified addresses and domains, by name or ARN, 100 at most.",
                example: ["⟦name:identity⟧@example.com"])
        ],
        result: [
            Member(
                "NotificationAttributes", .map(.structure("IdentityNotificationAttributes")), required: true,
                "The attributes by identity.")
        ],
        fixture: Fixture(
            needs: [.verifiedIdentity],
            setup: [Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"])],
            result: ["NotificationAttributes": ["⟦name:identity⟧@example.com": ["ForwardingEnabled": "true"]]],
            Evidence(
                .published, "pplu/aws-sdk-perl:t/10_responses/email-get-identity-notification-attributes*.response",
                date: "2014/2015")
        ),
        observations: [
            Observation(
                "an identity without topics: ForwardingEnabled alone", status: 200,
                Evidence(
                    .published, "pplu/aws-sdk-perl:t/10_responses/email-get-identity-notification-attributes*.response",
                    date: "2014/2015")),
            Observation(
                "an identity with a bounce topic: that topic, and none of the others", status: 200,
                Evidence(
                    .published, "pplu/aws-sdk-perl:t/10_responses/email-get-identity-notification-attributes*.response",
                    date: "2014/2015")),
            Observation(
                "the identity is an ARN with '|Delivery' behind it; no message", status: 500, code: "InternalFailure",
                Evidence(.published, "hashicorp/terraform-provider-aws PR #2640 (wire log)", date: "2018-04-03")),
            Observation(
                "an unknown identity: left out", status: 200,
                Evidence(.claimed, "floci-io/floci PR #1338", date: "2026-06-13")),
        ]
    )
}
