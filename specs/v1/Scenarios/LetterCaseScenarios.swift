import SpecModel

/// Names come back with the letters that they were given with.
///
/// Note: that names in another letter case are other names nobody has seen, so that nothing here asks for it.
extension SESv1 {
    static let letterCaseScenarios: [Scenario] = [
        Scenario(
            "keeps-letter-case", "CreateReceiptRuleSet", title: "gives rule sets and rules names with capital letters",
            requirement: "Every operation MUST find them by these names and describe them by these names.",
            source: .documented(page: 20), needs: [.receivingRegion],
            steps: [
                Step(
                    "create", "CreateReceiptRuleSet", ["RuleSetName": "⟦name:Rule-Set⟧"], expect: done(page: 8)),
                ruleMade("first", "First-Rule", after: nil), ruleMade("second", "Second-Rule", after: "First-Rule"),
                Step(
                    "update", "UpdateReceiptRule",
                    ["RuleSetName": "⟦name:Rule-Set⟧", "Rule": ["Name": "⟦name:First-Rule⟧"]],
                    expect: done(page: 64)),
                rulesRead("read", ["First-Rule", "Second-Rule"], in: "Rule-Set", .documented(page: 20)),
                Step(
                    "reorder", "ReorderReceiptRuleSet",
                    [
                        "RuleSetName": "⟦name:Rule-Set⟧",
                        "RuleNames": ["⟦name:Second-Rule⟧", "⟦name:First-Rule⟧"],
                    ], expect: done(page: 44)),
                Step(
                    "move", "SetReceiptRulePosition",
                    [
                        "RuleSetName": "⟦name:Rule-Set⟧", "RuleName": "⟦name:Second-Rule⟧",
                        "After": "⟦name:First-Rule⟧",
                    ], expect: done(page: 63)),
                rulesRead("read-moved", ["First-Rule", "Second-Rule"], in: "Rule-Set", .documented(page: 63)),
                Step(
                    "clone", "CloneReceiptRuleSet",
                    ["OriginalRuleSetName": "⟦name:Rule-Set⟧", "RuleSetName": "⟦name:Clone⟧"],
                    expect: done(page: 4)),
                rulesRead("read-clone", ["First-Rule", "Second-Rule"], in: "Clone", .documented(page: 4)),
            ]),
        Scenario(
            "keeps-letter-case", "SetActiveReceiptRuleSet",
            title: "activates a rule set with capital letters in its name",
            requirement: "The active rule set MUST be described by this name.", source: .documented(page: 55),
            needs: [.receivingRegion], accountWide: true, setup: [activeRuleSetKept, ruleSetCreated("Rule-Set")],
            steps: [
                Step(
                    "activate", "SetActiveReceiptRuleSet", ["RuleSetName": "⟦name:Rule-Set⟧"],
                    expect: done(page: 55)),
                Step(
                    "read", "DescribeActiveReceiptRuleSet",
                    expect: .result(
                        ["Metadata": ruleSetMetadata("Rule-Set"), "Rules": []], .documented(page: 55))),
            ], cleanup: [activeRuleSetRestored]),
        Scenario(
            "keeps-letter-case", "PutIdentityPolicy", title: "puts a policy with capital letters in its name",
            requirement: "The service MUST list it and give it by this name.", source: .documented(page: 42),
            needs: [.verifiedIdentity], setup: [verifySender],
            steps: [
                Step(
                    "put", "PutIdentityPolicy",
                    ["Identity": "⟦sender⟧", "PolicyName": "⟦name:Policy⟧", "Policy": sendPolicy],
                    expect: .result([:], .documented(page: 42))),
                Step(
                    "read", "GetIdentityPolicies", ["Identity": "⟦sender⟧", "PolicyNames": ["⟦name:Policy⟧"]],
                    expect: .result(["Policies": ["⟦name:Policy⟧": sendPolicy]], .documented(page: 26))),
            ]),
    ]

    private static func ruleMade(_ step: String, _ key: String, after other: String?) -> Step {
        let rule: Fields = ["RuleSetName": "⟦name:Rule-Set⟧", "Rule": ["Name": .text("⟦name:\(key)⟧")]]
        let after = other.map { [Field("After", .text("⟦name:\($0)⟧"))] } ?? []
        return Step(step, "CreateReceiptRule", Fields(after + rule.fields), expect: done(page: 6))
    }
}
