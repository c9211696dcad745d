/// A fault that nobody can be expected to notice, with the reason.
struct Exemption: Sendable, Hashable {
    let faultClass: FaultClass
    /// As the fault says what it does.
    let what: String
    let reason: String

    init(_ faultClass: FaultClass, _ what: String, _ reason: String) {
        self.faultClass = faultClass
        self.what = what
        self.reason = reason
    }

    /// Every exemption. A fault that a case could notice does not belong here, though none does yet.
    static let all: [Exemption] =
        [
            Exemption(
                .writeLost, "loses what SendBounce writes",
                "no operation tells of bounces, and the id in the answer leads nowhere"),
            Exemption(
                .readStale, "GetSendStatistics misses the latest write",
                "statistics come in bins of 15 minutes and may lag"),
            Exemption(
                .parameterIgnored, "ListReceiptRuleSets ignores NextToken",
                "a second page takes more than 100 rule sets, which no account should be given"),
            Exemption(
                .requiredOff, "ReorderReceiptRuleSet.RuleNames: is not required",
                "no names are not all names either, which is refused by the same codes"),
        ] + mails.map { Exemption(.parameterIgnored, $0, "no operation reads a mail back") }
        + names.map { Exemption(.boundNarrowed, $0, "what a run makes in the account has names unique to the run") }

    /// Parameters that only shape what is in a mail.
    private static let mails: [String] = [
        "SendBounce ignores BouncedRecipientInfoList.RecipientDsnFields.DiagnosticCode",
        "SendBounce ignores BouncedRecipientInfoList.RecipientDsnFields.FinalRecipient",
        "SendBounce ignores BouncedRecipientInfoList.RecipientDsnFields.RemoteMta",
        "SendBounce ignores Explanation",
        "SendEmail ignores Message.Body.Text.Charset",
        "SendEmail ignores Message.Subject.Charset",
        "SendEmail ignores ReplyToAddresses",
    ]

    /// One character is too few to be unique.
    private static let names: [String] = [
        "CloneReceiptRuleSet.RuleSetName: length from 2 to 64",
        "CreateReceiptRuleSet.RuleSetName: length from 2 to 64",
        "ReceiptFilter.Name: length from 2 to 64",
    ]
}

extension BehaviourFault {
    /// Why nobody can be expected to notice; nil where somebody should.
    var exemption: Exemption? { Exemption.all.first { $0.faultClass == faultClass && $0.what == what } }
}
