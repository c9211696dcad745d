import SpecModel

/// Requests that are not signed as they should be, sent where signatures are checked.
///
/// Source: published answers; Signature Version 4.
/// Note: each is preceded by the same request, rightly signed.
extension SESv2 {
    static let signatureProbe = NeedProbe(
        .signatureCheck,
        steps: [
            .setup("ListEmailIdentities"),
            Step(
                "", "ListEmailIdentities", expect: mismatch, envelope: Envelope(signature: .wrongSecret)),
        ])

    static let signingScenarios: [Scenario] = [
        signed(
            "unsigned", .absent, "sends a request without a signature", "403 MissingAuthenticationTokenException",
            .failure(
                Failure(
                    ["MissingAuthenticationTokenException"], status: 403,
                    message: Wording("Missing Authentication Token", unsignedPaste), unsignedPaste)), unsignedPaste),
        signed(
            "unknown-access-key", .unknownKey, "signs by an access key that nobody has",
            "403 UnrecognizedClientException",
            .failure(
                Failure(
                    ["UnrecognizedClientException"], status: 403,
                    message: Wording("The security token included in the request is invalid.", unknownKeyPaste),
                    unknownKeyPaste)), unknownKeyPaste),
        signed(
            "wrong-secret", .wrongSecret, "signs by another secret than that of the key", "403", mismatch, signature4),
        signed("scope-of-another-service", .otherService, "signs for another service", "403", mismatch, signature4),
        signed(
            "date-16-minutes-ago", .minutesOff(-16), "signs with a date 16 minutes ago", "403", mismatch, signature4),
        signed(
            "date-10-minutes-ago", .minutesOff(-10), "signs with a date 10 minutes ago", "200",
            .result(["EmailIdentities": []], signature4), signature4),
        Scenario(
            "tampered-body", "CreateEmailTemplate", axis: .protocol, title: "changes the body after it was signed",
            requirement: "The service MUST answer 403 and create nothing.", source: signature4,
            needs: [.signatureCheck], setup: [templateCreated("control")],
            steps: [
                Step(
                    "send", "CreateEmailTemplate",
                    ["TemplateName": "⟦name:template⟧", "TemplateContent": welcome], expect: mismatch,
                    envelope: Envelope(signature: .tampered)),
                templatesListed("list", [templateListed("control")]),
            ]),
    ]

    private static func signed(
        _ name: String, _ signature: Envelope.Signature, _ title: String, _ answer: String,
        _ expectation: Expectation, _ source: Evidence
    ) -> Scenario {
        Scenario(
            name, "ListEmailIdentities", axis: .protocol, title: title,
            requirement: "The service MUST answer \(answer).", source: source, needs: [.signatureCheck],
            setup: [.setup("ListEmailIdentities", ["PageSize": 10])],
            steps: [
                Step(
                    "", "ListEmailIdentities", ["PageSize": 10], expect: expectation,
                    envelope: Envelope(signature: signature))
            ])
    }

    /// A signature that does not fit, by every code that APIs of AWS have for it.
    private static let mismatch = Expectation.failure(
        Failure(
            [
                "InvalidSignatureException", "SignatureDoesNotMatch", "InvalidClientTokenId",
                "UnrecognizedClientException", "AccessDeniedException",
            ], status: 403, signature4))

    private static let signature4 = Evidence.derived(
        "Signature Version 4: what is not signed rightly is refused with 403")
    private static let unsignedPaste = Evidence(
        .published, "putyourlightson/craft-amazon-ses#15", date: "2024-04-01")
    private static let unknownKeyPaste = Evidence(.published, "django-ses/django-ses#283", date: "2023-05")
}
