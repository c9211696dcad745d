import SpecModel

/// Requests whose form is unusual, or is none.
///
/// Source: API reference p. 94 to 97; answers that were published.
/// Note: where a malformed query holds a value that would be refused if it were well-formed, any refusal of it is right.
extension SESv1 {
    static let malformedRequestScenarios: [Scenario] = [
        Scenario(
            "parameters-reversed", "ListIdentities", axis: .protocol, title: "sends the parameters in reverse order",
            requirement: "The service MUST answer as usual.", source: anyOrder,
            setup: [.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"])],
            steps: [
                Step(
                    "", "ListIdentities", ["IdentityType": "EmailAddress"],
                    expect: .result(["Identities": ["⟦name:identity⟧@example.com"]], anyOrder), paging: Paging(),
                    envelope: Envelope(body: .reversed))
            ]),
        Scenario(
            "truncated-escape", "ListIdentities", axis: .protocol,
            title: "ends in a percent sign with one digit behind it",
            requirement: "The service MUST refuse the query, or the page size that is no number.",
            source: badEscapePaste, setup: [.setup("ListIdentities", ["MaxItems": 10])],
            steps: [
                Step(
                    "", "ListIdentities", expect: malformed(badEscapePaste),
                    envelope: Envelope(body: .followed(by: "&MaxItems=10%4")))
            ]),
        Scenario(
            "unencoded-equals-sign", "ListIdentities", axis: .protocol,
            title: "sends a value with an equals sign that is not encoded",
            requirement: "The service MUST refuse the query, or the type that there is not.", source: equalsSignPaste,
            setup: [.setup("ListIdentities", ["IdentityType": "Domain"])],
            steps: [
                Step(
                    "", "ListIdentities", expect: malformed(equalsSignPaste),
                    envelope: Envelope(body: .followed(by: "&IdentityType=Domain=")))
            ]),
        Scenario(
            "json-body", "ListIdentities", axis: .protocol, title: "sends JSON where a form should be",
            requirement: "The service MUST answer with an error.", source: .documented(page: 96),
            setup: [.setup("ListIdentities")],
            steps: [
                Step(
                    "", "ListIdentities",
                    expect: .anyOf([
                        .failure(
                            Failure(
                                [
                                    "InvalidAction", "MissingAction", "MissingParameter", "InvalidQueryParameter",
                                    "MalformedQueryString", "MalformedInput",
                                ], .documented(page: 96))),
                        .failure(
                            Failure(
                                ["MalformedQueryString", "UnknownOperationException"], status: 404,
                                .documented(page: 96))),
                    ]),
                    envelope: Envelope(body: .text(#"{"Action":"ListIdentities","Version":"2010-12-01"}"#)))
            ]),
        unseen(
            "empty-body", "sends no parameter at all",
            "The service was seen to answer a bare element, which other requests never get.",
            Envelope(body: .text("")), emptyRequestPaste),
        unseen(
            "json-content-type", "sends a form under the media type of JSON",
            "Nobody has published what the service answers.",
            Envelope(contentType: .named("application/x-amz-json-1.0")), .documented(page: 9)),
        unseen(
            "no-content-type", "sends a form without a media type", "Nobody has published what the service answers.",
            Envelope(contentType: .absent), .documented(page: 9)),
        unseen(
            "action-twice", "names two actions", "Nobody has published what the service answers.",
            Envelope(body: .followed(by: "&Action=GetSendQuota")), .documented(page: 94)),
        Scenario(
            "own-request-id", "GetSendQuota", axis: .protocol, title: "sends the same request three times",
            requirement: "Each answer MUST have an id of its own, in header and body.", source: ownIDs,
            judgesEnvelope: true, setup: [.setup("GetSendQuota")],
            steps: [
                Step(
                    "", "GetSendQuota",
                    expect: .result(
                        ["Max24HourSend": "⟦number⟧", "MaxSendRate": "⟦number⟧", "SentLast24Hours": "⟦number⟧"],
                        ownIDs), times: 3)
            ]),
        Scenario(
            "one-megabyte", "SendEmail", axis: .protocol, title: "sends a mail with a text of 1,000,000 characters",
            requirement: "The service MUST accept a mail of less than 10 MB.", source: .documented(page: 47),
            needs: [.verifiedIdentity], isDeep: true, setup: [verifySender, sendOne],
            steps: [
                Step(
                    "", "SendEmail",
                    [
                        "Source": "⟦sender⟧",
                        "Destination": ["ToAddresses": ["success@simulator.amazonses.com"]],
                        "Message": [
                            "Subject": ["Data": "Conformance test"],
                            "Body": ["Text": ["Data": "⟦name:text*1000000⟧"]],
                        ],
                    ], expect: .result(["MessageId": "⟦message-id⟧"], .documented(page: 47)))
            ]),
    ]

    /// The request is answered as usual in its usual form; nobody knows how it is in this one.
    private static func unseen(
        _ name: String, _ title: String, _ requirement: String, _ envelope: Envelope, _ source: Evidence
    ) -> Scenario {
        Scenario(
            name, "ListIdentities", axis: .protocol, title: title, requirement: requirement, source: source,
            setup: [.setup("ListIdentities")],
            steps: [Step("", "ListIdentities", expect: .observed, envelope: envelope)])
    }

    /// Every way to refuse a malformed query that a source has, or the value that a lenient reader finds in it.
    private static func malformed(_ seen: Evidence) -> Expectation {
        .anyOf([
            .failure(
                Failure(
                    [
                        "MalformedQueryString", "InvalidQueryParameter", "MalformedInput", "ValidationError",
                        "InvalidParameterValue",
                    ], seen)),
            .failure(Failure(["MalformedQueryString"], status: 404, .documented(page: 96))),
        ])
    }

    private static let anyOrder = Evidence.derived("query protocol: parameters are known by their names")

    private static let ownIDs = Evidence(.published, "every captured answer has an id of its own", date: "2011 to 2026")

    /// Answers of the real service to queries that its clients encoded wrongly.
    private static let equalsSignPaste = Evidence(
        .published, "n8n-io/n8n#1442; soto-project/soto#48", date: "2017 to 2021")
    private static let badEscapePaste = Evidence(.published, "gmurt/ksAws#6; n8n-io/n8n#1442", date: "2021")
}
