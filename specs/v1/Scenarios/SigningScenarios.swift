import SpecModel

/// Requests that are not signed as they should be, sent where signatures are checked.
///
/// Source: API reference p. 94 to 97.
/// Note: each is preceded by the same request, rightly signed. Answers of which the reference tells the code may have
/// come with another status since; both are right.
extension SESv1 {
    static let signatureProbe = NeedProbe(
        .signatureCheck,
        steps: [
            .setup("ListIdentities"),
            Step(
                "", "ListIdentities",
                expect: .failure(Failure(["SignatureDoesNotMatch"], status: 403, wrongSignaturePaste)),
                envelope: Envelope(signature: .wrongSecret)),
        ])

    static let signingScenarios: [Scenario] = [
        signed(
            "unsigned", .absent, "sends a request without a signature", "403 MissingAuthenticationToken",
            .failure(Failure(["MissingAuthenticationToken"], status: 403, .documented(page: 96))),
            .documented(page: 96)),
        signed(
            "unknown-access-key", .unknownKey, "signs by an access key that nobody has", "403 InvalidClientTokenId",
            .failure(
                Failure(
                    ["InvalidClientTokenId"], status: 403,
                    message: Wording(
                        "⟦one-of:The security token included in the request is invalid"
                            + "|The security token included in the request is invalid.⟧", unknownKeyPaste),
                    unknownKeyPaste)), unknownKeyPaste),
        signed(
            "wrong-secret", .wrongSecret, "signs by another secret than that of the key", "403 SignatureDoesNotMatch",
            mismatch, wrongSignaturePaste),
        signed(
            "tampered-body", .tampered, "changes the body after it was signed", "403 SignatureDoesNotMatch", mismatch,
            wrongSignaturePaste),
        signed(
            "incomplete-signature", .malformed, "leaves the signature out of the Authorization header",
            "IncompleteSignature", incomplete, .documented(page: 96)),
        signed(
            "scope-of-another-service", .otherService, "signs for another service", "SignatureDoesNotMatch",
            .anyOf([
                .failure(
                    Failure(["SignatureDoesNotMatch", "InvalidClientTokenId"], status: 403, otherScopeRule)),
                .failure(Failure(["IncompleteSignature"], .documented(page: 96))),
            ]), otherScopeRule),
        signed(
            "date-16-minutes-ago", .minutesOff(-16), "signs with a date 16 minutes ago",
            "400 RequestExpired or 403 SignatureDoesNotMatch", expired, .documented(page: 97)),
        signed(
            "date-16-minutes-ahead", .minutesOff(16), "signs with a date 16 minutes ahead",
            "400 RequestExpired or 403 SignatureDoesNotMatch", expired, .documented(page: 97)),
        signed(
            "date-10-minutes-ago", .minutesOff(-10), "signs with a date 10 minutes ago", "200",
            .result(["Identities": []], .documented(page: 97)), .documented(page: 97)),
    ]

    private static func signed(
        _ name: String, _ signature: Envelope.Signature, _ title: String, _ answer: String,
        _ expectation: Expectation, _ source: Evidence
    ) -> Scenario {
        Scenario(
            name, "ListIdentities", axis: .protocol, title: title,
            requirement: "The service MUST answer \(answer).", source: source, needs: [.signatureCheck],
            setup: [.setup("ListIdentities", ["MaxItems": 10])],
            steps: [
                Step(
                    "", "ListIdentities", ["MaxItems": 10], expect: expectation,
                    envelope: Envelope(signature: signature))
            ])
    }

    private static let mismatch = Expectation.failure(
        Failure(["SignatureDoesNotMatch"], status: 403, wrongSignaturePaste))

    private static let incomplete = Expectation.anyOf([
        .failure(Failure(["IncompleteSignature"], .documented(page: 96))),
        .failure(
            Failure(
                ["IncompleteSignature"], status: 403,
                Evidence(.claimed, "common errors of AWS's query APIs as they are documented today"))),
    ])

    /// The reference has a code of its own for it; query APIs of today answer as to any wrong signature.
    private static let expired = Expectation.anyOf([
        .failure(Failure(["RequestExpired"], .documented(page: 97))),
        .failure(
            Failure(
                ["SignatureDoesNotMatch"], status: 403,
                .derived("other query APIs of AWS answer so: aws/aws-sdk-php#642"))),
    ])

    static let unknownKeyPaste = Evidence(.published, "django-ses/django-ses#283", date: "2023-05-26")
    static let wrongSignaturePaste = Evidence(
        .published, "a FuelPHP log; aws/aws-sdk-js#4610", date: "2015 to 2024")

    private static let otherScopeRule = Evidence.derived(
        "Signature Version 4: the credential's scope names the service (n8n-io/n8n#34270)")
}
