import SpecModel

/// Rules have a place in their set and keep their content.
extension SESv1 {
    static let receiptRuleScenarios: [Scenario] = [
        Scenario(
            "front-without-after", "CreateReceiptRule", title: "creates three rules without After",
            requirement: "Each new rule MUST be placed before the others.", source: .documented(page: 6),
            needs: [.receivingRegion], setup: [ruleSetCreated(), ruleCreated("one"), ruleCreated("two")],
            steps: [
                Step("create", "CreateReceiptRule", inRuleSet("three"), expect: done(page: 6)),
                rulesRead("read", ["three", "two", "one"], .documented(page: 6)),
            ]),
        Scenario(
            "after-middle", "CreateReceiptRule", title: "creates a rule after the second of three",
            requirement: "The new rule MUST be placed right after the named one.", source: .documented(page: 6),
            needs: [.receivingRegion], setup: threeRules,
            steps: [
                Step("create", "CreateReceiptRule", inRuleSet("new", after: "two"), expect: done(page: 6)),
                rulesRead("read", ["one", "two", "new", "three"], .documented(page: 6)),
            ]),
        Scenario(
            "after-last", "CreateReceiptRule", title: "creates a rule after the last",
            requirement: "The new rule MUST be the last.", source: .documented(page: 6), needs: [.receivingRegion],
            setup: threeRules,
            steps: [
                Step("create", "CreateReceiptRule", inRuleSet("new", after: "three"), expect: done(page: 6)),
                rulesRead("read", ["one", "two", "three", "new"], .documented(page: 6)),
            ]),
        Scenario(
            "after-missing-changes-nothing", "CreateReceiptRule",
            title: "creates a rule after one that does not exist",
            requirement: "The service MUST answer 400 RuleDoesNotExist and create nothing.",
            source: .documented(page: 7), needs: [.receivingRegion], setup: threeRules,
            steps: [
                Step(
                    "create", "CreateReceiptRule", inRuleSet("new", after: "absent"),
                    expect: refused(["RuleDoesNotExist"], page: 7)),
                rulesRead("read", ["one", "two", "three"], .documented(page: 7)),
            ]),
        Scenario(
            "taken-name-changes-nothing", "CreateReceiptRule",
            title: "creates a rule with other content under the name of one of the set",
            requirement: "The service MUST answer 400 AlreadyExists and leave the existing rule as it is.",
            source: .documented(page: 6), needs: [.receivingRegion],
            setup: [ruleSetCreated(), ruleCreated("rule")],
            steps: [
                Step(
                    "create", "CreateReceiptRule", ["Rule": fullRule("rule"), "RuleSetName": "⟦name:rule-set⟧"],
                    expect: refused(["AlreadyExists"], page: 6)),
                rulesRead("read", ["rule"], .documented(page: 6)),
            ]),
        Scenario(
            "again-after-deletion", "CreateReceiptRule", title: "creates a rule under the name of a deleted one",
            requirement: "The new rule MUST have its own content.", source: .documented(page: 6),
            needs: [.receivingRegion],
            setup: [
                ruleSetCreated(), fullRuleCreated("rule"),
                .setup("DeleteReceiptRule", ["RuleName": "⟦name:rule⟧", "RuleSetName": "⟦name:rule-set⟧"]),
            ],
            steps: [
                Step("create", "CreateReceiptRule", inRuleSet("rule"), expect: done(page: 6)),
                rulesRead("read", ["rule"], .documented(page: 6)),
            ]),
        Scenario(
            "replaces-content", "UpdateReceiptRule", title: "gives every member of a rule another value",
            requirement: "The rule MUST be described with the new values only.", source: .documented(page: 64),
            needs: [.receivingRegion], setup: [ruleSetCreated(), fullRuleCreated("rule")],
            steps: [
                Step(
                    "update", "UpdateReceiptRule", ["Rule": otherRule, "RuleSetName": "⟦name:rule-set⟧"],
                    expect: done(page: 64)),
                ruleRead("read", "rule", expect: .result(["Rule": otherRule], .documented(page: 64))),
            ]),
        Scenario(
            "keeps-position", "UpdateReceiptRule", title: "updates the second of three rules",
            requirement: "The rule MUST keep its place, and the others their content.", source: .documented(page: 64),
            needs: [.receivingRegion], setup: threeRules,
            steps: [
                Step(
                    "update", "UpdateReceiptRule", ["Rule": fullRule("two"), "RuleSetName": "⟦name:rule-set⟧"],
                    expect: done(page: 64)),
                Step(
                    "read", "DescribeReceiptRuleSet", ["RuleSetName": "⟦name:rule-set⟧"],
                    expect: .result(
                        [
                            "Metadata": ruleSetMetadata(),
                            "Rules": [plainRule("one"), fullRule("two"), plainRule("three")],
                        ], .documented(page: 64))),
            ]),
        Scenario(
            "resets-what-is-left-out", "UpdateReceiptRule", title: "updates a rule with nothing but its name",
            requirement: "Members left out are said to go back to their defaults.", source: receiptProbes,
            needs: [.receivingRegion], setup: [ruleSetCreated(), fullRuleCreated("rule")],
            steps: [
                Step("update", "UpdateReceiptRule", inRuleSet("rule"), expect: done(page: 64)),
                rulesRead("read", ["rule"], receiptProbes),
            ]),
        Scenario(
            "missing-rule", "DeleteReceiptRule", title: "deletes a rule that its set does not have",
            requirement: "The service is said to answer 200; the other rules MUST stay.", source: receiptProbes,
            needs: [.receivingRegion], setup: [ruleSetCreated(), ruleCreated("rule")],
            steps: [
                Step(
                    "delete", "DeleteReceiptRule",
                    ["RuleName": "⟦name:absent⟧", "RuleSetName": "⟦name:rule-set⟧"],
                    expect: .result([:], receiptProbes)),
                rulesRead("read", ["rule"], .documented(page: 14)),
            ]),
        Scenario(
            "same-name-in-another-set", "DeleteReceiptRule",
            title: "deletes a rule of which another set has a namesake",
            requirement: "The namesake in the other set MUST stay.", source: .documented(page: 14),
            needs: [.receivingRegion],
            setup: [
                ruleSetCreated(), ruleCreated("rule"),
                .setup(
                    "CloneReceiptRuleSet", ["OriginalRuleSetName": "⟦name:rule-set⟧", "RuleSetName": "⟦name:other⟧"]),
            ],
            steps: [
                Step(
                    "delete", "DeleteReceiptRule", ["RuleName": "⟦name:rule⟧", "RuleSetName": "⟦name:rule-set⟧"],
                    expect: done(page: 14)),
                noRulesRead("read", .documented(page: 14)),
                rulesRead("other", ["rule"], in: "other", .documented(page: 14)),
            ]),
    ]

    /// A set of three rules that have nothing but names: one, two, three.
    static let threeRules: [Step] = [
        ruleSetCreated(), ruleCreated("three"), ruleCreated("two"), ruleCreated("one"),
        rulesRead("", ["one", "two", "three"], .documented(page: 6)),
    ]

    /// Every member other than in ``fullRule(_:)``.
    private static let otherRule: Value = [
        "Name": "⟦name:rule⟧", "Enabled": false, "TlsPolicy": "Optional",
        "Recipients": ["someone-else@example.com"],
        "Actions": [["AddHeaderAction": ["HeaderName": "X-Other", "HeaderValue": "second"]]],
        "ScanEnabled": false,
    ]

    /// A rule with nothing but a name, in `rule-set`.
    private static func inRuleSet(_ key: String) -> Fields {
        ["Rule": ["Name": .text("⟦name:\(key)⟧")], "RuleSetName": "⟦name:rule-set⟧"]
    }

    private static func inRuleSet(_ key: String, after other: String) -> Fields {
        [
            "After": .text("⟦name:\(other)⟧"), "Rule": ["Name": .text("⟦name:\(key)⟧")],
            "RuleSetName": "⟦name:rule-set⟧",
        ]
    }
}
