import SpecModel

/// Characters that form encoding, XML or an emulator's storage may harm come back unharmed.
///
/// Header values may hold anything but newlines (p. 75). Whether the service takes characters beyond
/// ASCII there was not captured, so refusing them is right too; taking and harming them is not.
extension SESv1 {
    static let specialCharacterScenarios: [Scenario] = [
        kept("markup", "characters that XML must escape", "a & b < c > d \"e\" 'f' ]]> &amp; &#65; <b>g</b>"),
        kept("form-encoding", "characters that mean something in a form", "a+b %41 %2B %zz c=d&e;f ~ * ( ) ! / ? : @"),
        kept("blanks", "several blanks in a row", "a  b   c"),
        kept("template-signs", "signs of other templates", "{{name}} ${name} #{name} \\n \\u0041 $1"),
        keptOrRefused("latin", "letters beyond ASCII", "Grüße, ñandú, Ærø"),
        keptOrRefused("scripts", "letters of other scripts", "日本語 Ελληνικά עברית"),
        keptOrRefused("four-byte-utf8", "characters of four bytes in UTF-8", "😀 𝒳 🇪🇺"),
        Scenario(
            "unharmed-utf8-in-key-prefix", "CreateReceiptRule", axis: .protocol,
            title: "sends an object key prefix with characters beyond ASCII",
            requirement: "The prefix MUST come back as it was sent, if it is accepted.", source: .documented(page: 90),
            needs: [.receivingRegion, .s3Bucket], setup: [ruleSetCreated()],
            steps: [
                Step(
                    "create", "CreateReceiptRule",
                    ["Rule": storing("Grüße/日本/😀+%20/"), "RuleSetName": "⟦name:rule-set⟧"],
                    expect: .anyOf([done(page: 6), refused(["InvalidParameterValue", "ValidationError"], page: 97)])),
                ruleRead(
                    "read", "rule",
                    expect: .anyOf([
                        .result(["Rule": storing("Grüße/日本/😀+%20/")], .documented(page: 90)),
                        refused(["RuleDoesNotExist"], page: 19),
                    ])),
            ]),
        Scenario(
            "plus-in-address", "VerifyEmailIdentity", axis: .protocol, title: "verifies an address with a plus sign",
            requirement: "The address MUST be listed as it was sent.", source: .documented(page: 35),
            steps: [
                Step(
                    "verify", "VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧+label@example.com"],
                    expect: done(page: 72)),
                Step(
                    "list", "ListIdentities",
                    expect: .result(["Identities": ["⟦name:identity⟧+label@example.com"]], .documented(page: 35)),
                    paging: Paging()),
            ]),
    ]

    private static func kept(_ name: String, _ what: String, _ text: String) -> Scenario {
        Scenario(
            "unharmed-\(name)", "CreateReceiptRule", axis: .protocol, title: "sends a header value with \(what)",
            requirement: "The value MUST come back as it was sent.", source: .documented(page: 75),
            needs: [.receivingRegion], setup: [ruleSetCreated()],
            steps: [
                Step(
                    "create", "CreateReceiptRule", ["Rule": adding(text), "RuleSetName": "⟦name:rule-set⟧"],
                    expect: done(page: 6)),
                ruleRead("read", "rule", expect: .result(["Rule": adding(text)], .documented(page: 75))),
            ])
    }

    private static func keptOrRefused(_ name: String, _ what: String, _ text: String) -> Scenario {
        Scenario(
            "unharmed-\(name)", "CreateReceiptRule", axis: .protocol, title: "sends a header value with \(what)",
            requirement: "The value MUST come back as it was sent, if it is accepted.", source: .documented(page: 75),
            needs: [.receivingRegion], setup: [ruleSetCreated()],
            steps: [
                Step(
                    "create", "CreateReceiptRule", ["Rule": adding(text), "RuleSetName": "⟦name:rule-set⟧"],
                    expect: .anyOf([done(page: 6), refused(["InvalidParameterValue", "ValidationError"], page: 97)])),
                ruleRead(
                    "read", "rule",
                    expect: .anyOf([
                        .result(["Rule": adding(text)], .documented(page: 75)),
                        refused(["RuleDoesNotExist"], page: 19),
                    ])),
            ])
    }

    private static func adding(_ text: String) -> Value {
        rule(["AddHeaderAction": ["HeaderName": "X-Conformance", "HeaderValue": .text(text)]])
    }

    private static func storing(_ prefix: String) -> Value {
        rule(["S3Action": ["BucketName": "⟦resource:s3-bucket⟧", "ObjectKeyPrefix": .text(prefix)]])
    }

    private static func rule(_ action: Value) -> Value {
        [
            "Name": "⟦name:rule⟧", "Enabled": false, "TlsPolicy": "Optional", "Actions": [action],
            "ScanEnabled": false,
        ]
    }
}
