import SpecModel

/// A fault that nobody notices, with the reason.
struct Exemption: Sendable, Hashable {
    let faultClass: FaultClass
    let api: API
    /// As the fault says what it does.
    let what: String
    let reason: String

    init(_ faultClass: FaultClass, _ what: String, of api: API = .v1, _ reason: String) {
        self.faultClass = faultClass
        self.api = api
        self.what = what
        self.reason = reason
    }

    /// Every exemption. Where a case could notice and none does yet, the reason says so.
    static let all = ofQuery + ofJSON

    private static let ofQuery: [Exemption] =
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
                .boundNarrowed, "PutIdentityPolicy.Policy: length from 1 to 4095",
                "nobody has seen a policy of exactly the greatest length; the case is observed"),
            Exemption(
                .caseFolded, "SetIdentityMailFromDomain takes every name in lower case",
                "names of domains are the same in any letter case"),
            Exemption(
                .requiredOff, "ReorderReceiptRuleSet.RuleNames: is not required",
                "no names are not all names either, which is refused by the same codes"),
        ] + mails.map { Exemption(.parameterIgnored, $0, "no operation reads a mail back") }
        + pages.map {
            Exemption(
                .pagingWrong, "ListReceiptRuleSets \($0)",
                "a second page takes more than 100 rule sets, which no account should be given")
        }
        + counts.map {
            Exemption(
                .counterWrong, "GetSendStatistics.DeliveryAttempts \($0)",
                "statistics come in bins of 15 minutes that may lag, and old bins go")
        }
        + unread.map {
            Exemption(.caseFolded, "\($0) takes every name in lower case", "no operation reads a mail back")
        }
        + identities.map {
            Exemption(
                .caseFolded, "\($0) takes every name in lower case",
                "nobody has seen whether the service tells addresses by their letter case")
        }
        + authorizing.map {
            Exemption(
                .parameterIgnored, $0,
                "nobody has seen what an ARN gets that authorizes nothing; such cases are observed")
        }
        + emptyValues.map {
            Exemption(.boundNarrowed, $0, "nobody has seen whether the service takes an empty value")
        }
        + names.map { Exemption(.boundNarrowed, $0, "what a run makes in the account has names unique to the run") }

    private static let pages: [String] = [
        "leaves NextToken out", "gives the first NextToken on every page",
        "gives the last member of a page on the next one, too", "loses the last member of every page but the last",
    ]

    private static let counts: [String] = [
        "never moves", "counts every mail twice", "misses one mail", "counts one mail too many", "decreases",
    ]

    private static let authorizing: [String] = [
        "SendBounce ignores BouncedRecipientInfoList.RecipientArn", "SendBounce ignores BounceSenderArn",
        "SendEmail ignores ReturnPathArn", "SendEmail ignores SourceArn", "SendRawEmail ignores FromArn",
        "SendRawEmail ignores ReturnPathArn", "SendRawEmail ignores SourceArn",
    ]

    private static let emptyValues: [String] = [
        "AddHeaderAction.HeaderValue: length from 1 to 2048", "ExtensionField.Value: length from 1 to 2048",
    ]

    private static let unread: [String] = ["SendBounce", "SendEmail", "SendRawEmail"]

    private static let identities: [String] = [
        "SetIdentityDkimEnabled", "SetIdentityFeedbackForwardingEnabled", "SetIdentityNotificationTopic",
        "VerifyDomainDkim", "VerifyDomainIdentity", "VerifyEmailAddress", "VerifyEmailIdentity",
    ]

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
    var exemption: Exemption? {
        Exemption.all.first { $0.faultClass == faultClass && $0.api == api && $0.what == what }
    }
}
