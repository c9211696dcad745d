import SpecModel

/// What goes around a request: action, version, method, media type.
///
/// Every negative is preceded by the same request in its usual form.
extension SESv1 {
    static let envelopeScenarios: [Scenario] = [
        Scenario(
            "unknown-action", "ListIdentities", axis: .protocol, title: "names an action that does not exist",
            requirement: "The service MUST answer 400 InvalidAction.", source: unknownActionPaste, judgesEnvelope: true,
            setup: [.setup("ListIdentities")],
            steps: [
                Step(
                    "", "ListIdentities",
                    expect: .failure(
                        Failure(
                            ["InvalidAction"],
                            message: Wording(
                                "Could not find operation NoSuchOperation for version 2010-12-01", unknownActionPaste),
                            unknownActionPaste)),
                    envelope: Envelope(action: .named("NoSuchOperation")))
            ]),
        Scenario(
            "action-in-lower-case", "ListIdentities", axis: .protocol, title: "spells the action in lower case",
            requirement: "Nobody has published what the service answers.", source: .documented(page: 94),
            setup: [.setup("ListIdentities")],
            steps: [
                Step("", "ListIdentities", expect: .observed, envelope: Envelope(action: .named("listidentities")))
            ]),
        Scenario(
            "no-action", "VerifyEmailIdentity", axis: .protocol, title: "names no action",
            requirement: "The service MUST answer with an error and do nothing.", source: .documented(page: 96),
            setup: [.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:control⟧@example.com"])],
            steps: [
                Step(
                    "send", "VerifyEmailIdentity", ["EmailAddress": "⟦name:unwanted⟧@example.com"],
                    expect: noAction, envelope: Envelope(action: .absent)),
                Step(
                    "list", "ListIdentities",
                    expect: .result(["Identities": ["⟦name:control⟧@example.com"]], .documented(page: 96)),
                    paging: Paging()),
            ], cleanup: [.cleanup("DeleteIdentity", ["Identity": "⟦name:unwanted⟧@example.com"])]),
        Scenario(
            "empty-action", "VerifyEmailIdentity", axis: .protocol, title: "names an empty action",
            requirement: "The service MUST answer with an error and do nothing.", source: .documented(page: 96),
            setup: [.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:control⟧@example.com"])],
            steps: [
                Step(
                    "send", "VerifyEmailIdentity", ["EmailAddress": "⟦name:unwanted⟧@example.com"],
                    expect: noAction, envelope: Envelope(action: .named(""))),
                Step(
                    "list", "ListIdentities",
                    expect: .result(["Identities": ["⟦name:control⟧@example.com"]], .documented(page: 96)),
                    paging: Paging()),
            ], cleanup: [.cleanup("DeleteIdentity", ["Identity": "⟦name:unwanted⟧@example.com"])]),
        Scenario(
            "wrong-version", "GetSendStatistics", axis: .protocol, title: "asks for a version that does not exist",
            requirement: "The service MUST answer 400 InvalidAction.", source: unknownActionPaste, judgesEnvelope: true,
            setup: [.setup("GetSendStatistics")],
            steps: [
                Step(
                    "", "GetSendStatistics",
                    expect: .failure(
                        Failure(
                            ["InvalidAction"],
                            message: Wording(
                                "Could not find operation GetSendStatistics for version 2012-12-01",
                                unknownActionPaste), unknownActionPaste)),
                    envelope: Envelope(version: "2012-12-01"))
            ]),
        Scenario(
            "no-version", "GetSendQuota", axis: .protocol, title: "names no version",
            requirement: "The reference requires a version; what the service answers without is not published.",
            source: .documented(page: 95), setup: [.setup("GetSendQuota")],
            steps: [Step("", "GetSendQuota", expect: .observed, envelope: Envelope(version: nil))]),
        Scenario(
            "missing-parameters", "VerifyEmailIdentity", axis: .protocol,
            title: "sends nothing but action and version",
            requirement: "The service MUST answer 400 where a parameter is required.", source: .documented(page: 97),
            setup: [.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"])],
            steps: [
                Step(
                    "", "VerifyEmailIdentity",
                    expect: refused(["MissingParameter", "ValidationError"], page: 97))
            ]),
        Scenario(
            "get-request", "ListIdentities", axis: .protocol, title: "sends the parameters in a GET request",
            requirement: "The service MUST answer like to a POST.",
            source: readByGet,
            setup: [.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"])],
            steps: [
                Step(
                    "", "ListIdentities",
                    expect: .result(
                        ["Identities": ["⟦name:identity⟧@example.com"]], readByGet),
                    paging: Paging(), envelope: Envelope(method: "GET", contentType: .absent))
            ]),
        Scenario(
            "content-type-without-charset", "ListIdentities", axis: .protocol,
            title: "sends the media type without a charset",
            requirement: "The service MUST answer as usual.", source: .documented(page: 9),
            setup: [.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"])],
            steps: [
                Step(
                    "", "ListIdentities",
                    expect: .result(["Identities": ["⟦name:identity⟧@example.com"]], .documented(page: 35)),
                    paging: Paging(), envelope: Envelope(contentType: .named("application/x-www-form-urlencoded")))
            ]),
        Scenario(
            "former-signature-parameters", "GetSendQuota", axis: .protocol,
            title: "adds a parameter of the signatures that came before Signature Version 4",
            requirement: "The service is taken to ignore it.", source: ignored, setup: [.setup("GetSendQuota")],
            steps: [
                Step(
                    "", "GetSendQuota", ["SignatureMethod": "HmacSHA256"],
                    expect: .result(
                        ["Max24HourSend": "⟦number⟧", "MaxSendRate": "⟦number⟧", "SentLast24Hours": "⟦number⟧"],
                        ignored))
            ]),
    ]

    /// Answers of the real service to actions and versions that it does not have.
    static let unknownActionPaste = Evidence(
        .published, "daniel-zahariev/php-aws-ses#43; aws/aws-cli#37", date: "2013 to 2017")

    /// The reference shows POST only; clients that have long been in use read lists and quotas by GET.
    private static let readByGet = Evidence(
        .derived, "query protocol: GET and POST carry the same parameters (daniel-zahariev/php-aws-ses reads by GET)")

    private static let ignored = Evidence(.modelled, "no source says what becomes of such a parameter")

    /// No action, by every code and status that a source gives.
    ///
    /// The reference has MissingAction (p. 96), calls an action invalid by InvalidAction and has Action as a
    /// required parameter. A request with an empty body got 404 and a bare UnknownOperationException.
    private static let noAction: Expectation = .anyOf([
        .failure(Failure(["InvalidAction", "MissingAction", "MissingParameter"], .documented(page: 96))),
        .failure(Failure(["UnknownOperationException"], status: 404, emptyRequestPaste)),
    ])

    /// The answer of the real service to a request without any parameter.
    static let emptyRequestPaste = Evidence(.published, "soto-project/soto#580", date: "2022-03-15")
}
