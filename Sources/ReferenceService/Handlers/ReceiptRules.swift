/// The rules of a rule set and their order.
extension Account {
    /// Source: truth entries of CreateReceiptRule; wire format section 3 for the order of checks.
    mutating func createReceiptRule(_ input: Arguments) throws(Refusal) {
        if input.text("After")?.isEmpty == true { throw Violation.emptyName("after") }
        let rule = try receiptRule(input)
        var set = try ruleSet(input.required("RuleSetName"))
        guard set.position(of: rule.name) == nil else { throw .alreadyExists("Rule already exists: \(rule.name)") }
        let position = try position(after: input.text("After"), in: set)
        guard set.rules.count < ReceiptLimits.rules else { throw .limitExceeded("Too many rules") }
        try checkTargets(rule)
        set.rules.insert(rule, at: position)
        ruleSets.set(set.name, set)
    }

    /// The rule keeps its place.
    mutating func updateReceiptRule(_ input: Arguments) throws(Refusal) {
        let rule = try receiptRule(input)
        var set = try ruleSet(input.required("RuleSetName"))
        guard let position = set.position(of: rule.name) else { throw .noRule(rule.name) }
        try checkTargets(rule)
        set.rules[position] = rule
        ruleSets.set(set.name, set)
    }

    /// Source: truth entry "DeleteReceiptRule, rule missing, set exists".
    mutating func deleteReceiptRule(_ input: Arguments) throws(Refusal) {
        var set = try ruleSet(input.required("RuleSetName"))
        set.rules.removeAll { $0.name == input.required("RuleName") }
        ruleSets.set(set.name, set)
    }

    func describeReceiptRule(_ input: Arguments, _ answer: inout AnswerWriter) throws(Refusal) {
        let set = try ruleSet(input.required("RuleSetName"))
        let name = input.required("RuleName")
        guard let position = set.position(of: name) else { throw .noRule(name) }
        try answer.element("Rule") { (element: inout AnswerWriter) throws(Refusal) in
            try write(set.rules[position], &element)
        }
    }

    /// Source: truth entries "After = the rule itself" and "no After".
    mutating func setReceiptRulePosition(_ input: Arguments) throws(Refusal) {
        var set = try ruleSet(input.required("RuleSetName"))
        let name = input.required("RuleName")
        guard let position = set.position(of: name) else { throw .noRule(name) }
        let after = input.text("After")
        guard after != name else { return }
        _ = try self.position(after: after, in: set)
        let rule = set.rules.remove(at: position)
        set.rules.insert(rule, at: try self.position(after: after, in: set))
        ruleSets.set(set.name, set)
    }

    /// Source: truth entries of ReorderReceiptRuleSet.
    mutating func reorderReceiptRuleSet(_ input: Arguments) throws(Refusal) {
        var set = try ruleSet(input.required("RuleSetName"))
        var reordered: [ReceiptRule] = []
        var seen: Set<String> = []
        for name in input.texts("RuleNames") {
            guard seen.insert(name).inserted else {
                throw .invalidParameterValue("Multiple positions found for rule: \(name)")
            }
            guard let position = set.position(of: name) else { throw .noRule(name) }
            reordered.append(set.rules[position])
        }
        let missing = set.rules.map(\.name).filter { !seen.contains($0) }
        guard missing.isEmpty else {
            throw .invalidParameterValue("Positions for rules not found: \(missing.joined(separator: ", "))")
        }
        set.rules = reordered
        ruleSets.set(set.name, set)
    }

    /// The front without a rule to follow.
    private func position(after rule: String?, in set: ReceiptRuleSet) throws(Refusal) -> Int {
        guard let rule, !rule.isEmpty else { return 0 }
        guard let position = set.position(of: rule) else { throw .noRule(rule) }
        return position + 1
    }

    private func receiptRule(_ input: Arguments) throws(Refusal) -> ReceiptRule {
        guard let given = input.structure("Rule") else { throw .invalidParameterValue("No rule was given.") }
        let rule = ReceiptRule(
            name: given.required("Name"), enabled: given.boolean("Enabled") ?? false,
            tlsPolicy: given.given("TlsPolicy") ?? "Optional", recipients: given.texts("Recipients"),
            actions: given.structures("Actions"), scanEnabled: given.boolean("ScanEnabled") ?? false)
        for recipient in rule.recipients {
            guard isRecipient(recipient) else { throw .invalidParameterValue("Invalid recipient: \(recipient)") }
        }
        try checkActions(rule.actions)
        return rule
    }

    /// An address, a domain, or a dot and the domain whose subdomains are meant.
    private func isRecipient(_ text: String) -> Bool {
        if text.contains("@") { return EmailAddress.isPlain(text) }
        return DomainName.isValid(text.hasPrefix(".") ? String(text.dropFirst()) : text)
    }

    /// Source: truth entries "rules without recipients" and "rule without recipients and actions".
    func write(_ rule: ReceiptRule, _ answer: inout AnswerWriter) throws(Refusal) {
        answer.leaf("Name", rule.name)
        answer.leaf("Enabled", rule.enabled)
        answer.leaf("TlsPolicy", rule.tlsPolicy)
        if !rule.recipients.isEmpty { try answer.list("Recipients", rule.recipients) }
        try answer.list("Actions", rule.actions) { (list: inout AnswerWriter, action) throws(Refusal) in
            try list.element("member") { (member: inout AnswerWriter) throws(Refusal) in
                try member.members(of: action)
            }
        }
        answer.leaf("ScanEnabled", rule.scanEnabled)
    }
}

extension AnswerWriter {
    /// The members of a structure as they were given.
    fileprivate mutating func members(of arguments: Arguments) throws(Refusal) {
        for (member, value) in zip(arguments.schema.members, arguments.values) {
            switch value {
            case .text(let text)?: leaf(member.name, text)
            case .boolean(let flag)?: leaf(member.name, flag)
            case .integer(let number)?: leaf(member.name, String(number))
            case .structure(let members)?:
                try element(member.name) { (element: inout AnswerWriter) throws(Refusal) in
                    try element.members(of: members)
                }
            case .blob?, .list?, nil: break
            }
        }
    }
}
