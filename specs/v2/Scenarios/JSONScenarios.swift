import SpecModel

/// What goes around a request: the JSON of its body, the media type, the method.
///
/// Source: AWS restJson1 protocol for what any service of the kind does; RFC 8259 for JSON.
/// Note: every negative is preceded by the same request in its usual form.
extension SESv2 {
    static let jsonScenarios: [Scenario] = malformedBodies + wrongKinds + acceptedBodies + unknownBodies + mediaTypes

    /// What the protocol's public description has for bodies that can't be read.
    private static let protocolRule = Evidence.derived(
        "AWS restJson1 protocol: malformed requests are refused with 400")
    private static let json = Evidence.derived("RFC 8259")

    /// The body of a request that creates a template, with this text for its parts.
    private static func body(_ content: String, name: String = "\"⟦name:template⟧\"") -> String {
        #"{"TemplateName":\#(name),"TemplateContent":\#(content)}"#
    }

    /// What a service would make of the body if it took it: what is cleaned up afterwards.
    private static let input: Fields = ["TemplateName": "⟦name:template⟧", "TemplateContent": welcome]

    private static func created(_ body: String, _ expectation: Expectation, _ step: String = "create") -> Step {
        Step(step, "CreateEmailTemplate", input, expect: expectation, envelope: Envelope(body: .text(body)))
    }

    // MARK: Refused

    private static func refusing(
        _ name: String, _ title: String, _ body: String, _ codes: [String], _ evidence: Evidence
    ) -> Scenario {
        Scenario(
            name, "CreateEmailTemplate", axis: .protocol, title: title,
            requirement: "The service MUST answer 400 and create nothing.", source: evidence,
            setup: [
                templateCreated("control"), .setup("GetEmailTemplate", ["TemplateName": "⟦name:control⟧"]),
            ],
            steps: [
                created(body, .failure(Failure(codes, evidence)), "send"),
                Step(
                    "read", "GetEmailTemplate", ["TemplateName": "⟦name:template⟧"],
                    expect: .failure(Failure(["NotFoundException"], status: 404, fromModel))),
            ])
    }

    /// A mail whose body can't be read: nothing may be sent.
    private static func sendRefused(_ name: String, _ title: String, _ body: String) -> Scenario {
        Scenario(
            name, "SendEmail", axis: .protocol, title: title, requirement: "The service MUST answer 400.",
            source: protocolRule, needs: [.verifiedIdentity], setup: [senderCreated, sentOnce],
            steps: [
                Step(
                    "", "SendEmail", Fields(sending()), expect: .failure(Failure(unreadable, protocolRule)),
                    envelope: Envelope(body: .text(body)))
            ])
    }

    private static let unreadable = ["BadRequestException", "SerializationException", "ValidationException"]

    private static let malformedBodies: [Scenario] = [
        sendRefused(
            "body-truncated", "sends JSON that breaks off",
            #"{"FromEmailAddress":"⟦sender⟧","Content":{"Simple":{"Subject":{"Data":"a""#),
        sendRefused("body-no-json", "sends a text that is not JSON", "FromEmailAddress=⟦sender⟧"),
        sendRefused("body-a-list", "sends a list for an object", #"["⟦sender⟧"]"#),
        refusing(
            "body-truncated", "sends JSON that breaks off",
            #"{"TemplateName":"⟦name:template⟧","TemplateContent":{"Subject":"a","Text":"b""#, unreadable, protocolRule),
        refusing(
            "body-no-json", "sends a text that is not JSON", "TemplateName=⟦name:template⟧", unreadable, protocolRule),
        refusing(
            "body-unquoted", "sends JSON whose names have no quotes",
            #"{TemplateName:"⟦name:template⟧",TemplateContent:{Subject:"a",Text:"b"}}"#, unreadable, protocolRule),
        refusing(
            "body-trailing-comma", "sends JSON with a comma too many",
            #"{"TemplateName":"⟦name:template⟧","TemplateContent":{"Subject":"a","Text":"b",},}"#, unreadable,
            protocolRule),
        refusing("body-a-list", "sends a list for an object", #"["⟦name:template⟧"]"#, unreadable, protocolRule),
        refusing("body-a-text", "sends a text for an object", #""⟦name:template⟧""#, unreadable, protocolRule),
        refusing("body-empty", "sends an empty body", "", unreadable, fromModel),
        refusing("body-empty-object", "sends an object without members", "{}", unreadable, fromModel),
        refusing(
            "required-null", "sends null for what is required", body("null"), unreadable, fromModel),
        refusing(
            "required-name-null", "sends null for the name",
            body(#"{"Subject":"a","Text":"b"}"#, name: "null"), unreadable, fromModel),
    ]

    // MARK: Of another kind

    private static let serialization = ["SerializationException"]

    /// What is only claimed to be refused may be taken, too: then nothing follows from it.
    private static func saidToRefuse(
        _ name: String, _ title: String, _ body: String, _ wording: String, _ evidence: Evidence
    ) -> Scenario {
        Scenario(
            name, "CreateEmailTemplate", axis: .protocol, title: title,
            requirement: "The service is said to answer 400 SerializationException.", source: evidence,
            setup: [templateCreated("control")],
            steps: [
                created(body, .failure(Failure(serialization, message: Wording(wording, evidence), evidence)), "")
            ])
    }

    private static let wrongKinds: [Scenario] = [
        saidToRefuse(
            "number-for-text", "sends a number for a text", body(#"{"Subject":1,"Text":"b"}"#),
            "NUMBER_VALUE can not be converted to a String", serializationProbes),
        saidToRefuse(
            "boolean-for-text", "sends true for a text", body(#"{"Subject":true,"Text":"b"}"#),
            "TRUE_VALUE can not be converted to a String", unasked),
        refusing(
            "list-for-text", "sends a list for a text", body(#"{"Subject":["a"],"Text":"b"}"#), unreadable, fromModel),
        refusing(
            "object-for-text", "sends an object for a text", body(#"{"Subject":{"a":"b"},"Text":"b"}"#), unreadable,
            fromModel),
        refusing("text-for-object", "sends a text for an object", body(#""Greetings""#), unreadable, fromModel),
        refusing("list-for-object", "sends a list for an object", body(#"["Greetings"]"#), unreadable, fromModel),
        refusing("number-for-object", "sends a number for an object", body("1"), unreadable, fromModel),
        Scenario(
            "text-for-list", "CreateEmailIdentity", axis: .protocol, title: "sends a text for a list",
            requirement: "The service is said to answer 400 SerializationException.", source: serializationProbes,
            setup: [addressCreated("control")],
            steps: [
                identityCreated(
                    #"{"EmailIdentity":"⟦name:identity⟧@example.com","Tags":"purpose"}"#,
                    .failure(
                        Failure(
                            serialization, message: Wording("Expected list or null", serializationProbes),
                            serializationProbes)), "")
            ]),
    ]

    private static func identityCreated(_ body: String, _ expectation: Expectation, _ step: String) -> Step {
        Step(
            step, "CreateEmailIdentity", ["EmailIdentity": "⟦name:identity⟧@example.com"], expect: expectation,
            envelope: Envelope(body: .text(body)))
    }

    // MARK: Accepted

    private static let ignored = Evidence.derived("AWS restJson1 protocol: unknown members are ignored")
    private static let nullIsAbsent = Evidence.derived("AWS restJson1 protocol: a member that is null is not set")

    private static func accepting(
        _ name: String, _ title: String, _ requirement: String, _ body: String, reads content: Value = plain,
        _ evidence: Evidence
    ) -> Scenario {
        Scenario(
            name, "CreateEmailTemplate", axis: .protocol, title: title, requirement: requirement, source: evidence,
            steps: [created(body, .result([:], evidence)), read(content, evidence)])
    }

    private static let plain: Value = ["Subject": "a", "Text": "b"]

    private static func read(_ content: Value, _ evidence: Evidence) -> Step {
        Step(
            "read", "GetEmailTemplate", ["TemplateName": "⟦name:template⟧"],
            expect: .result(["TemplateName": "⟦name:template⟧", "TemplateContent": content], evidence))
    }

    private static let acceptedBodies: [Scenario] = [
        accepting(
            "unknown-member", "adds a member that does not exist", "The service MUST ignore it.",
            #"{"NoSuchMember":{"a":[1,null]},"TemplateName":"⟦name:template⟧","TemplateContent":{"Subject":"a","Text":"b"}}"#,
            ignored),
        accepting(
            "unknown-member-inside", "adds a member that does not exist to an object",
            "The service MUST ignore it.", body(#"{"Subject":"a","Text":"b","NoSuchMember":"c"}"#), ignored),
        accepting(
            "optional-null", "sends null for a member that is optional",
            "The service MUST take it for one that is left out.",
            body(#"{"Subject":"a","Text":"b","Html":null}"#), nullIsAbsent),
        accepting(
            "white-space", "sends JSON with white space everywhere", "The service MUST take no notice of it.",
            "\n { \t\"TemplateName\" :\r\n \"⟦name:template⟧\" , \"TemplateContent\" : { \"Subject\" : \"a\" ,\n"
                + "\"Text\" : \"b\" } } \n", json),
        accepting(
            "escapes", "sends texts in escapes",
            "The service MUST take escapes for the characters that they stand for.",
            body(##"{"Subject":"\u0041\u00e9 \/ \"\\","\u0054ext":"\ud83d\ude42 \u65e5\u672c"}"##),
            reads: ["Subject": #"Aé / "\"#, "Text": "🙂 日本"], json),
        Scenario(
            "members-reversed", "CreateEmailTemplate", axis: .protocol, title: "sends the members in another order",
            requirement: "The service MUST take no notice of their order.", source: json,
            steps: [
                Step(
                    "create", "CreateEmailTemplate", ["TemplateName": "⟦name:template⟧", "TemplateContent": plain],
                    expect: .result([:], json), envelope: Envelope(body: .reversed)),
                read(plain, json),
            ]),
    ]

    // MARK: Not known

    private static func observing(
        _ name: String, _ title: String, isDeep: Bool = false, _ body: String
    ) -> Scenario {
        Scenario(
            name, "CreateEmailTemplate", axis: .protocol, title: title,
            requirement: "Nobody has published what the service answers.", source: fromModel, isDeep: isDeep,
            setup: [templateCreated("control")], steps: [created(body, .observed, "")])
    }

    private static func nested(_ levels: Int) -> String {
        let value = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        return #"{"NoSuchMember":\#(value),"TemplateName":"⟦name:template⟧","#
            + #""TemplateContent":{"Subject":"a","Text":"b"}}"#
    }

    private static let unknownBodies: [Scenario] = [
        observing(
            "duplicate-member", "sends a member twice",
            #"{"TemplateName":"⟦name:template⟧","TemplateContent":{"Subject":"a","Subject":"c","Text":"b"}}"#),
        observing(
            "member-in-lower-case", "spells members in lower case",
            #"{"templatename":"⟦name:template⟧","templatecontent":{"subject":"a","text":"b"}}"#),
        observing("nested-100", "adds a member of 100 lists within each other", nested(100)),
        observing("nested-10000", "adds a member of 10,000 lists within each other", isDeep: true, nested(10_000)),
        observing(
            "lone-surrogate", "sends half of a surrogate pair", body(##"{"Subject":"\ud83d","Text":"b"}"##)),
        observing(
            "byte-order-mark", "sends a byte order mark before the JSON",
            "\u{FEFF}" + body(#"{"Subject":"a","Text":"b"}"#)),
        observing(
            "text-behind", "sends a text behind the JSON", body(#"{"Subject":"a","Text":"b"}"#) + " and more"),
        observing(
            "comment", "sends JSON with a comment", "/* a */" + body(#"{"Subject":"a","Text":"b"}"#)),
    ]

    private static func typed(_ name: String, _ title: String, _ type: Envelope.ContentType) -> Scenario {
        Scenario(
            name, "CreateEmailTemplate", axis: .protocol, title: title,
            requirement: "Nobody has published what the service answers.", source: fromModel,
            setup: [templateCreated("control")],
            steps: [
                Step(
                    "", "CreateEmailTemplate", input, expect: .observed, envelope: Envelope(contentType: type))
            ])
    }

    private static let anyCharset = Evidence.derived(
        "RFC 8259, section 11: the media type has no charset, and one that is given means nothing")

    private static let mediaTypes: [Scenario] = [
        Scenario(
            "content-type-with-charset", "CreateEmailTemplate", axis: .protocol,
            title: "sends the media type with a charset",
            requirement: "The service MUST answer as usual.", source: anyCharset,
            steps: [
                Step(
                    "create", "CreateEmailTemplate", input, expect: .result([:], anyCharset),
                    envelope: Envelope(contentType: .named("application/json; charset=utf-8"))),
                templateRead("read", welcome),
            ]),
        typed("no-content-type", "sends no media type", .absent),
        typed("content-type-text", "sends the body as plain text", .named("text/plain")),
        typed("content-type-form", "sends the body as a form", .named("application/x-www-form-urlencoded")),
        typed(
            "content-type-json-1-1", "sends the media type of another protocol", .named("application/x-amz-json-1.1")),
        Scenario(
            "method-patch", "GetEmailTemplate", axis: .protocol, title: "asks by a method that no operation has",
            requirement: "Nobody has published what the service answers.", source: fromModel,
            setup: [templateCreated(), .setup("GetEmailTemplate", ["TemplateName": "⟦name:template⟧"])],
            steps: [
                Step(
                    "", "GetEmailTemplate", ["TemplateName": "⟦name:template⟧"], expect: .observed,
                    envelope: Envelope(method: "PATCH"))
            ]),
    ]
}
