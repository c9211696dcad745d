import SpecModel

/// Steps and expectations that fixtures and scenarios for receiving mail are made of.
///
/// A key names something of the case's own: `rule-set` stands for `⟦name:rule-set⟧`.
extension SESv1 {
    /// Creates a rule set without rules.
    static func ruleSetCreated(_ key: String = "rule-set") -> Step {
        .setup("CreateReceiptRuleSet", ["RuleSetName": .text("⟦name:\(key)⟧")])
    }

    /// Creates a rule that has nothing but a name, in front of those that the set has.
    static func ruleCreated(_ key: String, in ruleSet: String = "rule-set") -> Step {
        .setup(
            "CreateReceiptRule",
            ["RuleSetName": .text("⟦name:\(ruleSet)⟧"), "Rule": ["Name": .text("⟦name:\(key)⟧")]])
    }

    /// Makes the case's sender one that may send.
    static let senderVerified = Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦sender⟧"])

    /// Keeps the name of the active rule set, so that it can be made active again.
    static let activeRuleSetKept = Step.setup(
        "DescribeActiveReceiptRuleSet", captures: ["previous": "Metadata.Name"])

    /// Makes the rule set active again that was before; none where none was.
    static let activeRuleSetRestored = Step.cleanup(
        "SetActiveReceiptRuleSet", ["RuleSetName": "⟦capture:previous⟧"])

    /// A rule set as lists and descriptions show it.
    static func ruleSetMetadata(_ key: String = "rule-set") -> Value {
        ["Name": .text("⟦name:\(key)⟧"), "CreatedTimestamp": "⟦timestamp⟧"]
    }

    /// A rule as it is shown that was created with a name only: the defaults of p. 87, no recipients,
    /// an empty list of actions.
    ///
    /// Whether the defaults are shown is asked by the minimal cases; what else looks at such a rule is about other things.
    static func plainRule(_ key: String) -> Value {
        [
            "Name": .text("⟦name:\(key)⟧"), "Enabled": "⟦default⟧false", "TlsPolicy": "⟦default⟧Optional",
            "Actions": "⟦default⟧", "ScanEnabled": "⟦default⟧false",
        ]
    }

    /// Reads a rule set whose rules have nothing but names, in the expected order.
    static func rulesRead(
        _ name: String, _ rules: [String], in ruleSet: String = "rule-set", _ evidence: Evidence
    ) -> Step {
        Step(
            name, "DescribeReceiptRuleSet", ["RuleSetName": .text("⟦name:\(ruleSet)⟧")],
            expect: .result(
                ["Metadata": ruleSetMetadata(ruleSet), "Rules": .list(rules.map(plainRule))], evidence))
    }

    /// A rule with every member that needs nothing from outside, as it is sent and as it is shown.
    static func fullRule(_ key: String) -> Value {
        [
            "Name": .text("⟦name:\(key)⟧"), "Enabled": true, "TlsPolicy": "Require",
            "Recipients": ["recipient@example.com", "example.org"],
            "Actions": [
                ["AddHeaderAction": ["HeaderName": "X-Conformance", "HeaderValue": "first"]],
                ["StopAction": ["Scope": "RuleSet"]],
            ],
            "ScanEnabled": true,
        ]
    }

    /// Creates a rule that has actions, recipients and no default value.
    static func fullRuleCreated(_ key: String, in ruleSet: String = "rule-set") -> Step {
        .setup("CreateReceiptRule", ["RuleSetName": .text("⟦name:\(ruleSet)⟧"), "Rule": fullRule(key)])
    }

    /// Reads one rule.
    static func ruleRead(
        _ name: String, _ key: String, in ruleSet: String = "rule-set", expect expectation: Expectation
    ) -> Step {
        Step(
            name, "DescribeReceiptRule",
            ["RuleSetName": .text("⟦name:\(ruleSet)⟧"), "RuleName": .text("⟦name:\(key)⟧")], expect: expectation)
    }

    /// Reads a rule set that has no rules, whether the empty list of them is shown or not.
    static func noRulesRead(_ name: String, in ruleSet: String = "rule-set", _ evidence: Evidence) -> Step {
        Step(
            name, "DescribeReceiptRuleSet", ["RuleSetName": .text("⟦name:\(ruleSet)⟧")],
            expect: .anyOf([
                .result(["Metadata": ruleSetMetadata(ruleSet), "Rules": .list([])], evidence),
                .result(["Metadata": ruleSetMetadata(ruleSet)], evidence),
            ]))
    }

    /// An error by one of several codes.
    static func refused(_ codes: [String], page: ReferencePage) -> Expectation {
        .failure(Failure(codes, .documented(page: page)))
    }

    /// A success without content.
    static func done(page: ReferencePage) -> Expectation { .result([:], .documented(page: page)) }
}
