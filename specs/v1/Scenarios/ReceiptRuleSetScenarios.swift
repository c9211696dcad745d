import SpecModel

/// Rule sets come and go, and clones are independent of their source.
extension SESv1 {
    static let receiptRuleSetScenarios: [Scenario] = [
        Scenario(
            "life-cycle", "CreateReceiptRuleSet", title: "creates, lists, describes and deletes a rule set",
            requirement: "A rule set MUST be listed and described from its creation to its deletion.",
            source: .documented(page: 8), needs: [.receivingRegion],
            steps: [
                Step(
                    "create", "CreateReceiptRuleSet", ["RuleSetName": "⟦name:rule-set⟧"], expect: done(page: 8)),
                Step(
                    "list", "ListReceiptRuleSets",
                    expect: .result(["RuleSets": [ruleSetMetadata()]], .documented(page: 39)), paging: Paging()),
                noRulesRead("describe", .documented(page: 20)),
                Step(
                    "delete", "DeleteReceiptRuleSet", ["RuleSetName": "⟦name:rule-set⟧"], expect: done(page: 15)),
                Step(
                    "list-after", "ListReceiptRuleSets",
                    expect: .result(["RuleSets": .list([])], .documented(page: 15)), paging: Paging()),
                Step(
                    "describe-after", "DescribeReceiptRuleSet", ["RuleSetName": "⟦name:rule-set⟧"],
                    expect: refused(["RuleSetDoesNotExist"], page: 20)),
            ]),
        Scenario(
            "again-after-deletion", "CreateReceiptRuleSet",
            title: "creates a rule set under the name of one that was deleted with its rule",
            requirement: "The new rule set MUST be empty.",
            source: .documented(page: 8), needs: [.receivingRegion],
            setup: [
                ruleSetCreated(), ruleCreated("rule"), rulesRead("", ["rule"], .documented(page: 20)),
                .setup("DeleteReceiptRuleSet", ["RuleSetName": "⟦name:rule-set⟧"]),
            ],
            steps: [
                Step(
                    "create", "CreateReceiptRuleSet", ["RuleSetName": "⟦name:rule-set⟧"], expect: done(page: 8)),
                noRulesRead("read", .documented(page: 8)),
            ]),
        Scenario(
            "taken-name-changes-nothing", "CreateReceiptRuleSet",
            title: "creates a rule set under the name of one that has a rule",
            requirement: "The service MUST answer 400 AlreadyExists and leave the existing rule set as it is.",
            source: .documented(page: 8), needs: [.receivingRegion],
            setup: [ruleSetCreated(), ruleCreated("rule")],
            steps: [
                Step(
                    "create", "CreateReceiptRuleSet", ["RuleSetName": "⟦name:rule-set⟧"],
                    expect: refused(["AlreadyExists"], page: 8)),
                rulesRead("read", ["rule"], .documented(page: 8)),
            ]),
        Scenario(
            "missing", "DeleteReceiptRuleSet", title: "deletes a rule set that does not exist",
            requirement: "The service is said to answer 200.", source: receiptProbes, needs: [.receivingRegion],
            steps: [
                Step(
                    "", "DeleteReceiptRuleSet", ["RuleSetName": "⟦name:absent⟧"],
                    expect: .result([:], receiptProbes))
            ]),
        Scenario(
            "deletes-only-its-own", "DeleteReceiptRuleSet", title: "deletes one of two rule sets",
            requirement: "The other rule set MUST stay with its rule.", source: .documented(page: 15),
            needs: [.receivingRegion],
            setup: [ruleSetCreated(), ruleSetCreated("other"), ruleCreated("rule", in: "other")],
            steps: [
                Step(
                    "delete", "DeleteReceiptRuleSet", ["RuleSetName": "⟦name:rule-set⟧"], expect: done(page: 15)),
                rulesRead("other", ["rule"], in: "other", .documented(page: 15)),
            ]),
        Scenario(
            "pages-to-the-end", "ListReceiptRuleSets", title: "follows the pages to the end",
            requirement: "The pages together MUST hold every rule set, each once.", source: .documented(page: 39),
            needs: [.receivingRegion],
            setup: [ruleSetCreated("one"), ruleSetCreated("two"), ruleSetCreated("three")],
            steps: [
                Step(
                    "", "ListReceiptRuleSets",
                    expect: .result(
                        ["RuleSets": [ruleSetMetadata("one"), ruleSetMetadata("two"), ruleSetMetadata("three")]],
                        .documented(page: 39)),
                    paging: Paging())
            ]),
        Scenario(
            "damaged-token", "ListReceiptRuleSets", axis: .values, title: "sends a token that it never got",
            requirement: "Nobody has published what the service answers.", source: .documented(page: 39),
            needs: [.receivingRegion],
            steps: [
                Step("", "ListReceiptRuleSets", ["NextToken": "no-such-token"], expect: .observed)
            ]),
    ]

    static let cloneScenarios: [Scenario] = [
        Scenario(
            "keeps-order-of-rules", "CloneReceiptRuleSet", title: "clones a rule set of three rules",
            requirement: "The clone MUST have the rules of its source in their order.",
            source: .documented(page: 4), needs: [.receivingRegion],
            setup: [
                ruleSetCreated("original"), ruleCreated("beta", in: "original"),
                ruleCreated("gamma", in: "original"), ruleCreated("alpha", in: "original"),
            ],
            steps: [
                clone("clone"),
                rulesRead("read", ["alpha", "gamma", "beta"], .documented(page: 4)),
                rulesRead("source", ["alpha", "gamma", "beta"], in: "original", .documented(page: 4)),
            ]),
        Scenario(
            "unaffected-by-new-rule-in-source", "CloneReceiptRuleSet",
            title: "adds a rule to the source after cloning",
            requirement: "The clone MUST stay as it is.", source: .documented(page: 4), needs: [.receivingRegion],
            setup: cloned + [ruleCreated("later", in: "original")],
            steps: [
                rulesRead("source", ["later", "rule"], in: "original", .documented(page: 6)),
                rulesRead("read", ["rule"], .documented(page: 4)),
            ]),
        Scenario(
            "unaffected-by-update-in-source", "CloneReceiptRuleSet",
            title: "updates a rule of the source after cloning",
            requirement: "The clone MUST stay as it is.", source: .documented(page: 4), needs: [.receivingRegion],
            setup: cloned + [
                .setup(
                    "UpdateReceiptRule", ["Rule": fullRule("rule"), "RuleSetName": "⟦name:original⟧"])
            ],
            steps: [
                ruleRead(
                    "source", "rule", in: "original",
                    expect: .result(["Rule": fullRule("rule")], .documented(page: 64))),
                rulesRead("read", ["rule"], .documented(page: 4)),
            ]),
        Scenario(
            "unaffected-by-deletion-in-source", "CloneReceiptRuleSet",
            title: "deletes a rule of the source after cloning",
            requirement: "The clone MUST stay as it is.", source: .documented(page: 4), needs: [.receivingRegion],
            setup: cloned + [
                .setup("DeleteReceiptRule", ["RuleName": "⟦name:rule⟧", "RuleSetName": "⟦name:original⟧"])
            ],
            steps: [rulesRead("read", ["rule"], .documented(page: 4))]),
        Scenario(
            "unaffected-by-reordering", "CloneReceiptRuleSet", title: "reorders the source after cloning",
            requirement: "The clone MUST keep the order.", source: .documented(page: 4), needs: [.receivingRegion],
            setup: [
                ruleSetCreated("original"), ruleCreated("two", in: "original"), ruleCreated("one", in: "original"),
                .setup(
                    "CloneReceiptRuleSet",
                    ["OriginalRuleSetName": "⟦name:original⟧", "RuleSetName": "⟦name:rule-set⟧"]),
                .setup(
                    "ReorderReceiptRuleSet",
                    ["RuleNames": ["⟦name:two⟧", "⟦name:one⟧"], "RuleSetName": "⟦name:original⟧"]),
            ],
            steps: [
                rulesRead("source", ["two", "one"], in: "original", .documented(page: 44)),
                rulesRead("read", ["one", "two"], .documented(page: 4)),
            ]),
        Scenario(
            "deletion-leaves-source-alone", "CloneReceiptRuleSet", title: "deletes a rule of the clone",
            requirement: "The source MUST stay as it is.", source: .documented(page: 4), needs: [.receivingRegion],
            setup: cloned + [
                .setup("DeleteReceiptRule", ["RuleName": "⟦name:rule⟧", "RuleSetName": "⟦name:rule-set⟧"])
            ],
            steps: [
                noRulesRead("read", .documented(page: 14)),
                rulesRead("source", ["rule"], in: "original", .documented(page: 4)),
            ]),
        Scenario(
            "outlives-source", "CloneReceiptRuleSet", title: "deletes the source after cloning",
            requirement: "The clone MUST stay as it is.", source: .documented(page: 4), needs: [.receivingRegion],
            setup: cloned + [.setup("DeleteReceiptRuleSet", ["RuleSetName": "⟦name:original⟧"])],
            steps: [rulesRead("read", ["rule"], .documented(page: 4))]),
        Scenario(
            "leaves-source-alone", "CloneReceiptRuleSet", title: "adds to the clone and updates it",
            requirement: "The source MUST stay as it is.", source: .documented(page: 4), needs: [.receivingRegion],
            setup: cloned + [
                ruleCreated("later"),
                .setup("UpdateReceiptRule", ["Rule": fullRule("rule"), "RuleSetName": "⟦name:rule-set⟧"]),
            ],
            steps: [
                Step(
                    "read", "DescribeReceiptRuleSet", ["RuleSetName": "⟦name:rule-set⟧"],
                    expect: .result(
                        ["Metadata": ruleSetMetadata(), "Rules": [plainRule("later"), fullRule("rule")]],
                        .documented(page: 64))),
                rulesRead("source", ["rule"], in: "original", .documented(page: 4)),
            ]),
        Scenario(
            "taken-name-changes-nothing", "CloneReceiptRuleSet",
            title: "clones to the name of a rule set that has another rule",
            requirement: "The service MUST answer 400 AlreadyExists and leave the existing rule set as it is.",
            source: .documented(page: 4), needs: [.receivingRegion],
            setup: [
                ruleSetCreated("original"), ruleCreated("rule", in: "original"), ruleSetCreated(),
                ruleCreated("other"),
            ],
            steps: [
                Step(
                    "clone", "CloneReceiptRuleSet",
                    ["OriginalRuleSetName": "⟦name:original⟧", "RuleSetName": "⟦name:rule-set⟧"],
                    expect: refused(["AlreadyExists"], page: 4)),
                rulesRead("read", ["other"], .documented(page: 4)),
            ]),
    ]

    private static func clone(_ name: String) -> Step {
        Step(
            name, "CloneReceiptRuleSet",
            ["OriginalRuleSetName": "⟦name:original⟧", "RuleSetName": "⟦name:rule-set⟧"], expect: done(page: 4))
    }

    /// A set with one rule and its clone, `rule-set`.
    private static let cloned: [Step] = [
        ruleSetCreated("original"), ruleCreated("rule", in: "original"),
        .setup(
            "CloneReceiptRuleSet", ["OriginalRuleSetName": "⟦name:original⟧", "RuleSetName": "⟦name:rule-set⟧"]),
        rulesRead("", ["rule"], .documented(page: 4)),
    ]
}
