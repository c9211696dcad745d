import Wire

/// Rule sets: making, copying, showing, activating and deleting them.
extension Account {
    mutating func createReceiptRuleSet(_ input: Arguments, _ context: Context) throws(Refusal) {
        try addRuleSet(ReceiptRuleSet(name: input.required("RuleSetName"), created: context.now))
    }

    /// A name that is taken is told before a source that is missing.
    ///
    /// Source: truth entry "CloneReceiptRuleSet, target exists".
    mutating func cloneReceiptRuleSet(_ input: Arguments, _ context: Context) throws(Refusal) {
        let name = input.required("RuleSetName")
        guard ruleSets[name] == nil else { throw .alreadyExists("Rule set already exists: \(name)") }
        let original = try ruleSet(input.required("OriginalRuleSetName"))
        try addRuleSet(ReceiptRuleSet(name: name, created: context.now, rules: original.rules))
    }

    private mutating func addRuleSet(_ set: ReceiptRuleSet) throws(Refusal) {
        guard ruleSets[set.name] == nil else { throw .alreadyExists("Rule set already exists: \(set.name)") }
        guard ruleSets.count < ReceiptLimits.ruleSets else { throw .limitExceeded("Too many rule sets") }
        ruleSets.set(set.name, set)
    }

    /// Source: truth entries "set is active" and "DeleteReceiptRuleSet, set missing".
    mutating func deleteReceiptRuleSet(_ input: Arguments) throws(Refusal) {
        let name = input.required("RuleSetName")
        guard activeRuleSet != name else {
            throw Refusal("CannotDelete", "Cannot delete active rule set: \(name)")
        }
        ruleSets.remove(name)
    }

    /// Without a name there is no active rule set any more; an empty name is none.
    ///
    /// Source: truth entry "no RuleSetName: clears"; boto/botocore#1759 for the empty name.
    mutating func setActiveReceiptRuleSet(_ input: Arguments) throws(Refusal) {
        guard let name = input.text("RuleSetName") else { return activeRuleSet = nil }
        guard !name.isEmpty else { throw .invalidParameterValue("ruleSetName must not be empty") }
        activeRuleSet = try ruleSet(name).name
    }

    func describeReceiptRuleSet(_ input: Arguments, _ answer: inout AnswerWriter) throws(Refusal) {
        try write(try ruleSet(input.required("RuleSetName")), &answer)
    }

    /// Source: truth entry "DescribeActiveReceiptRuleSet, no active rule set".
    func describeActiveReceiptRuleSet(_ answer: inout AnswerWriter) throws(Refusal) {
        guard let name = activeRuleSet, let set = ruleSets[name] else { return }
        try write(set, &answer)
    }

    func listReceiptRuleSets(_ input: Arguments, _ answer: inout AnswerWriter) throws(Refusal) {
        let start = try pageStart(input, list: "RuleSets") { token in "Invalid token: \(token)" }
        let page = ruleSets.page(after: start, size: ReceiptLimits.page)
        try answer.list("RuleSets", page.values) { (list: inout AnswerWriter, set) throws(Refusal) in
            try writeMetadata("member", set, &list)
        }
        answer.leaf("NextToken", ifPresent: page.next.map { PageToken.text($0, list: "RuleSets") })
    }

    /// - Throws: `RuleSetDoesNotExist`.
    func ruleSet(_ name: String) throws(Refusal) -> ReceiptRuleSet {
        guard let set = ruleSets[name] else { throw .noRuleSet(name) }
        return set
    }

    private func write(_ set: ReceiptRuleSet, _ answer: inout AnswerWriter) throws(Refusal) {
        try writeMetadata("Metadata", set, &answer)
        try answer.list("Rules", set.rules) { (list: inout AnswerWriter, rule) throws(Refusal) in
            try list.element("member") { (member: inout AnswerWriter) throws(Refusal) in try write(rule, &member) }
        }
    }

    private func writeMetadata(
        _ name: String, _ set: ReceiptRuleSet, _ answer: inout AnswerWriter
    ) throws(Refusal) {
        try answer.element(name) { (metadata: inout AnswerWriter) throws(Refusal) in
            metadata.leaf("Name", set.name)
            metadata.leaf("CreatedTimestamp", Timestamp.text(set.created, withMilliseconds: true))
        }
    }
}
