import SpecModel

/// Rules are moved one by one or all at once.
extension SESv1 {
    static let ruleOrderScenarios: [Scenario] = [
        Scenario(
            "every-rule-in-a-new-place", "ReorderReceiptRuleSet", title: "names three rules in a new order",
            requirement: "The rules MUST be described in the new order.", source: .documented(page: 44),
            needs: [.receivingRegion], setup: threeRules,
            steps: [
                reorder("reorder", ["three", "one", "two"], expect: done(page: 44)),
                rulesRead("read", ["three", "one", "two"], .documented(page: 44)),
            ]),
        Scenario(
            "leaves-one-out", "ReorderReceiptRuleSet", axis: .errors, title: "names two of three rules",
            requirement: "The service MUST answer 400 and leave the order as it is.", source: .documented(page: 44),
            needs: [.receivingRegion], setup: threeRules,
            steps: [
                reorder(
                    "reorder", ["three", "one"],
                    expect: refused(["InvalidParameterValue", "RuleDoesNotExist", "ValidationError"], page: 44)),
                rulesRead("read", ["one", "two", "three"], .documented(page: 44)),
                reorder("all", ["three", "one", "two"], expect: done(page: 44)),
            ]),
        Scenario(
            "names-one-twice", "ReorderReceiptRuleSet", axis: .errors, title: "names one of three rules twice",
            requirement: "The service is said to answer 400 InvalidParameterValue.", source: receiptProbes,
            needs: [.receivingRegion], setup: threeRules,
            steps: [
                reorder(
                    "", ["three", "one", "two", "three"],
                    expect: .failure(Failure(["InvalidParameterValue"], receiptProbes)))
            ]),
        Scenario(
            "missing-rule-changes-nothing", "ReorderReceiptRuleSet", axis: .errors,
            title: "names a rule that does not exist beside the three that do",
            requirement: "The service MUST answer 400 RuleDoesNotExist and leave the order as it is.",
            source: .documented(page: 44), needs: [.receivingRegion], setup: threeRules,
            steps: [
                reorder(
                    "reorder", ["three", "absent", "one", "two"], expect: refused(["RuleDoesNotExist"], page: 44)),
                rulesRead("read", ["one", "two", "three"], .documented(page: 44)),
            ]),
        Scenario(
            "backwards", "SetReceiptRulePosition", title: "moves the last rule after the first",
            requirement: "The rule MUST stand right after the named one.", source: .documented(page: 63),
            needs: [.receivingRegion], setup: threeRules,
            steps: [
                move("move", "three", after: "one", expect: done(page: 63)),
                rulesRead("read", ["one", "three", "two"], .documented(page: 63)),
            ]),
        Scenario(
            "forwards", "SetReceiptRulePosition", title: "moves the first rule after the second, then to the end",
            requirement: "The rule MUST stand right after the named one each time.", source: .documented(page: 63),
            needs: [.receivingRegion], setup: threeRules,
            steps: [
                move("move", "one", after: "two", expect: done(page: 63)),
                rulesRead("read", ["two", "one", "three"], .documented(page: 63)),
                move("move-to-end", "one", after: "three", expect: done(page: 63)),
                rulesRead("read-end", ["two", "three", "one"], .documented(page: 63)),
            ]),
        Scenario(
            "front-without-after", "SetReceiptRulePosition", title: "moves the last rule without After",
            requirement: "The rule is said to become the first.", source: receiptProbes, needs: [.receivingRegion],
            setup: threeRules,
            steps: [
                Step(
                    "move", "SetReceiptRulePosition",
                    ["RuleName": "⟦name:three⟧", "RuleSetName": "⟦name:rule-set⟧"], expect: done(page: 63)),
                rulesRead("read", ["three", "one", "two"], receiptProbes),
            ]),
        Scenario(
            "after-itself", "SetReceiptRulePosition", title: "moves a rule after itself",
            requirement: "The service is said to answer 200 and change nothing.", source: receiptProbes,
            needs: [.receivingRegion], setup: threeRules,
            steps: [
                move("move", "two", after: "two", expect: .result([:], receiptProbes)),
                rulesRead("read", ["one", "two", "three"], receiptProbes),
            ]),
        Scenario(
            "after-missing-changes-nothing", "SetReceiptRulePosition", axis: .errors,
            title: "moves a rule after one that does not exist",
            requirement: "The service MUST answer 400 RuleDoesNotExist and leave the order as it is.",
            source: .documented(page: 63), needs: [.receivingRegion], setup: threeRules,
            steps: [
                move("move", "three", after: "absent", expect: refused(["RuleDoesNotExist"], page: 63)),
                rulesRead("read", ["one", "two", "three"], .documented(page: 63)),
            ]),
    ]

    private static func reorder(_ name: String, _ keys: [String], expect expectation: Expectation) -> Step {
        Step(
            name, "ReorderReceiptRuleSet",
            ["RuleNames": .list(keys.map { .text("⟦name:\($0)⟧") }), "RuleSetName": "⟦name:rule-set⟧"],
            expect: expectation)
    }

    private static func move(
        _ name: String, _ key: String, after other: String, expect expectation: Expectation
    ) -> Step {
        Step(
            name, "SetReceiptRulePosition",
            [
                "After": .text("⟦name:\(other)⟧"), "RuleName": .text("⟦name:\(key)⟧"),
                "RuleSetName": "⟦name:rule-set⟧",
            ], expect: expectation)
    }
}
