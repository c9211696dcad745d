import SpecModel

/// One rule set of the account, or none, is in force.
///
/// All of them keep the name of the rule set that was active before and put it in force again.
extension SESv1 {
    static let activeRuleSetScenarios: [Scenario] = [
        Scenario(
            "error-cannot-delete", "DeleteReceiptRuleSet", axis: .errors, title: "deletes the active rule set",
            requirement: "The service MUST answer 400 CannotDelete and keep the rule set until it is no longer active.",
            source: .documented(page: 15), needs: [.receivingRegion], accountWide: true,
            setup: [activeRuleSetKept, ruleSetCreated(), ruleSetCreated("other"), ruleCreated("rule"), activated()],
            steps: [
                Step(
                    "delete", "DeleteReceiptRuleSet", ["RuleSetName": "⟦name:rule-set⟧"],
                    expect: refused(["CannotDelete"], page: 15)),
                rulesRead("still-there", ["rule"], .documented(page: 15)),
                Step(
                    "activate-other", "SetActiveReceiptRuleSet", ["RuleSetName": "⟦name:other⟧"],
                    expect: done(page: 55)),
                Step(
                    "delete-again", "DeleteReceiptRuleSet", ["RuleSetName": "⟦name:rule-set⟧"],
                    expect: done(page: 15)),
                Step(
                    "gone", "DescribeReceiptRuleSet", ["RuleSetName": "⟦name:rule-set⟧"],
                    expect: refused(["RuleSetDoesNotExist"], page: 20)),
            ], cleanup: [activeRuleSetRestored]),
        Scenario(
            "activates-another", "SetActiveReceiptRuleSet", title: "activates one rule set, then another",
            requirement: "The rule set that was activated last MUST be described as active.",
            source: .documented(page: 55), needs: [.receivingRegion], accountWide: true,
            setup: [
                activeRuleSetKept, ruleSetCreated("one"), ruleCreated("of-one", in: "one"), ruleSetCreated("two"),
                ruleCreated("of-two", in: "two"),
            ],
            steps: [
                Step(
                    "activate-one", "SetActiveReceiptRuleSet", ["RuleSetName": "⟦name:one⟧"],
                    expect: done(page: 55)),
                active("one-is-active", "one", ["of-one"]),
                Step(
                    "activate-two", "SetActiveReceiptRuleSet", ["RuleSetName": "⟦name:two⟧"],
                    expect: done(page: 55)),
                active("two-is-active", "two", ["of-two"]),
            ], cleanup: [activeRuleSetRestored]),
        Scenario(
            "deactivates", "SetActiveReceiptRuleSet", title: "omits the name while a rule set is active",
            requirement: "No rule set MUST be active any more, so that the one that was can be deleted.",
            source: .documented(page: 55), needs: [.receivingRegion], accountWide: true,
            setup: [
                activeRuleSetKept, ruleSetCreated(), ruleCreated("rule"), activated(), active("", "rule-set", ["rule"]),
            ],
            steps: [
                Step("deactivate", "SetActiveReceiptRuleSet", expect: done(page: 55)),
                Step(
                    "delete", "DeleteReceiptRuleSet", ["RuleSetName": "⟦name:rule-set⟧"], expect: done(page: 15)),
            ], cleanup: [activeRuleSetRestored]),
        Scenario(
            "missing-changes-nothing", "SetActiveReceiptRuleSet",
            title: "activates a rule set that does not exist while another is active",
            requirement: "The service MUST answer 400 RuleSetDoesNotExist and keep the active rule set.",
            source: .documented(page: 55), needs: [.receivingRegion], accountWide: true,
            setup: [activeRuleSetKept, ruleSetCreated(), ruleCreated("rule"), activated()],
            steps: [
                Step(
                    "activate", "SetActiveReceiptRuleSet", ["RuleSetName": "⟦name:absent⟧"],
                    expect: .failure(
                        Failure(
                            ["RuleSetDoesNotExist"],
                            message: Wording("Rule set does not exist: ⟦name:absent⟧", deactivationPaste),
                            .documented(page: 55)))),
                active("read", "rule-set", ["rule"]),
            ], cleanup: [activeRuleSetRestored]),
        Scenario(
            "empty-name", "SetActiveReceiptRuleSet", axis: .values,
            title: "sends an empty name while a rule set is active",
            requirement: "The service MUST answer 400 to an empty name; only without one nothing is active.",
            source: deactivationPaste, needs: [.receivingRegion], accountWide: true,
            setup: [activeRuleSetKept, ruleSetCreated(), ruleCreated("rule"), activated()],
            steps: [
                Step(
                    "activate", "SetActiveReceiptRuleSet", ["RuleSetName": ""],
                    expect: .failure(
                        Failure(
                            ["InvalidParameterValue", "ValidationError"],
                            message: Wording("ruleSetName must not be empty", deactivationPaste),
                            deactivationPaste))),
                active("read", "rule-set", ["rule"]),
            ], cleanup: [activeRuleSetRestored]),
        Scenario(
            "none-active", "DescribeActiveReceiptRuleSet", title: "asks while no rule set is active",
            requirement: "The service is said to answer 200 with an empty result.",
            source: Evidence(.claimed, "floci-io/floci PR #2128"), needs: [.receivingRegion], accountWide: true,
            setup: [activeRuleSetKept, .setup("SetActiveReceiptRuleSet")],
            steps: [
                Step(
                    "", "DescribeActiveReceiptRuleSet",
                    expect: .result([:], Evidence(.claimed, "floci-io/floci PR #2128")))
            ], cleanup: [activeRuleSetRestored]),
        Scenario(
            "shows-later-rules", "DescribeActiveReceiptRuleSet", title: "adds a rule to the active rule set",
            requirement: "The active rule set MUST be shown with its rules as they are now.",
            source: .documented(page: 18), needs: [.receivingRegion], accountWide: true,
            setup: [
                activeRuleSetKept, ruleSetCreated(), ruleCreated("rule"), activated(), ruleCreated("later"),
            ],
            steps: [active("", "rule-set", ["later", "rule"])], cleanup: [activeRuleSetRestored]),
    ]

    private static func activated() -> Step {
        .setup("SetActiveReceiptRuleSet", ["RuleSetName": "⟦name:rule-set⟧"])
    }

    /// Reads the active rule set, whose rules have nothing but names.
    private static func active(_ name: String, _ ruleSet: String, _ rules: [String]) -> Step {
        Step(
            name, "DescribeActiveReceiptRuleSet",
            expect: .result(
                ["Metadata": ruleSetMetadata(ruleSet), "Rules": .list(rules.map(plainRule))], .documented(page: 18)))
    }
}
