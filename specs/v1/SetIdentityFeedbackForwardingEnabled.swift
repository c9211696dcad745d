import SpecModel

/// Switches the forwarding of bounces and complaints as mail on or off.
///
/// Source: API reference p. 58.
/// Note: `false` is taken only where both topics are set, which scenarios show; hence `true` in the example.
extension SESv1 {
    static let setIdentityFeedbackForwardingEnabled = Operation(
        "SetIdentityFeedbackForwardingEnabled", family: .identities,
        "Switches the forwarding of bounces and complaints as mail on or off.", page: 58,
        parameters: [
            Member(
                "ForwardingEnabled", .boolean, required: true, "Whether bounces and complaints are to be forwarded.",
                example: true,
                note: "needs topics for bounces and complaints to be false: shown by the scenario off-and-on"),
            Member(
                "Identity", .string(format: .identity), required: true, "The address or domain.",
                example: "⟦name:identity⟧@example.com"),
        ],
        result: [],
        fixture: Fixture(
            needs: [.verifiedIdentity],
            setup: [Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"])],
            Evidence(.published, "ex-aws/ex_aws_ses:test/lib/ses/parser_test.exs", date: "2017-03"),
            effect: [
                Step(
                    "read", "GetIdentityNotificationAttributes", ["Identities": ["⟦name:identity⟧@example.com"]],
                    expect: .result(
                        [
                            "NotificationAttributes": [
                                "⟦name:identity⟧@example.com": ["ForwardingEnabled": .echo("ForwardingEnabled")]
                            ]
                        ], .documented(page: 80)))
            ]
        ),
        observations: [
            Observation(
                "the identity is there", status: 200,
                Evidence(
                    .published,
                    "ex-aws/ex_aws_ses:test/lib/ses/parser_test.exs RequestId f1cc8133-149a-11e7-91a5-ed1259cbd185",
                    date: "2017-03")),
            Observation(
                "the identity is unknown", status: 400, code: "InvalidParameterValue",
                message: "Identity ⟦any⟧ is invalid. Must be a verified email address or domain.",
                Evidence(.claimed, "floci-io/floci PR #716/#723")),
        ]
    )
}
