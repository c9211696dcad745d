import SpecModel

/// The operations that the service knows to do, as AWS spells them.
enum Action: String, Sendable {
    case cloneReceiptRuleSet = "CloneReceiptRuleSet"
    case createReceiptFilter = "CreateReceiptFilter"
    case createReceiptRule = "CreateReceiptRule"
    case createReceiptRuleSet = "CreateReceiptRuleSet"
    case deleteIdentity = "DeleteIdentity"
    case deleteIdentityPolicy = "DeleteIdentityPolicy"
    case deleteReceiptFilter = "DeleteReceiptFilter"
    case deleteReceiptRule = "DeleteReceiptRule"
    case deleteReceiptRuleSet = "DeleteReceiptRuleSet"
    case deleteVerifiedEmailAddress = "DeleteVerifiedEmailAddress"
    case describeActiveReceiptRuleSet = "DescribeActiveReceiptRuleSet"
    case describeReceiptRule = "DescribeReceiptRule"
    case describeReceiptRuleSet = "DescribeReceiptRuleSet"
    case getIdentityDkimAttributes = "GetIdentityDkimAttributes"
    case getIdentityMailFromDomainAttributes = "GetIdentityMailFromDomainAttributes"
    case getIdentityNotificationAttributes = "GetIdentityNotificationAttributes"
    case getIdentityPolicies = "GetIdentityPolicies"
    case getIdentityVerificationAttributes = "GetIdentityVerificationAttributes"
    case getSendQuota = "GetSendQuota"
    case getSendStatistics = "GetSendStatistics"
    case listIdentities = "ListIdentities"
    case listIdentityPolicies = "ListIdentityPolicies"
    case listReceiptFilters = "ListReceiptFilters"
    case listReceiptRuleSets = "ListReceiptRuleSets"
    case listVerifiedEmailAddresses = "ListVerifiedEmailAddresses"
    case putIdentityPolicy = "PutIdentityPolicy"
    case reorderReceiptRuleSet = "ReorderReceiptRuleSet"
    case sendBounce = "SendBounce"
    case sendEmail = "SendEmail"
    case sendRawEmail = "SendRawEmail"
    case setActiveReceiptRuleSet = "SetActiveReceiptRuleSet"
    case setIdentityDkimEnabled = "SetIdentityDkimEnabled"
    case setIdentityFeedbackForwardingEnabled = "SetIdentityFeedbackForwardingEnabled"
    case setIdentityMailFromDomain = "SetIdentityMailFromDomain"
    case setIdentityNotificationTopic = "SetIdentityNotificationTopic"
    case setReceiptRulePosition = "SetReceiptRulePosition"
    case updateReceiptRule = "UpdateReceiptRule"
    case verifyDomainDkim = "VerifyDomainDkim"
    case verifyDomainIdentity = "VerifyDomainIdentity"
    case verifyEmailAddress = "VerifyEmailAddress"
    case verifyEmailIdentity = "VerifyEmailIdentity"

    /// Whether it is throttled by the sending rate.
    var sends: Bool { self == .sendEmail || self == .sendRawEmail || self == .sendBounce }
}

extension Account {
    /// Does what is asked and writes the content of the result.
    mutating func perform(
        _ action: Action, _ input: Arguments, _ context: Context, _ answer: inout AnswerWriter
    ) throws(Refusal) {
        switch action {
        case .deleteIdentity: deleteIdentity(input)
        case .deleteIdentityPolicy: try deleteIdentityPolicy(input)
        case .deleteVerifiedEmailAddress: deleteVerifiedEmailAddress(input)
        case .getIdentityDkimAttributes: try getIdentityDkimAttributes(input, &answer)
        case .getIdentityMailFromDomainAttributes: try getIdentityMailFromDomainAttributes(input, &answer)
        case .getIdentityNotificationAttributes: try getIdentityNotificationAttributes(input, &answer)
        case .getIdentityPolicies: try getIdentityPolicies(input, &answer)
        case .getIdentityVerificationAttributes: try getIdentityVerificationAttributes(input, &answer)
        case .getSendQuota: getSendQuota(context, &answer)
        case .getSendStatistics: try getSendStatistics(context, &answer)
        case .listIdentities: try listIdentities(input, &answer)
        case .listIdentityPolicies: try listIdentityPolicies(input, &answer)
        case .listVerifiedEmailAddresses: try listVerifiedEmailAddresses(&answer)
        case .putIdentityPolicy: try putIdentityPolicy(input)
        case .sendBounce: try sendBounce(input, context, &answer)
        case .sendEmail: try sendEmail(input, context, &answer)
        case .sendRawEmail: try sendRawEmail(input, context, &answer)
        case .setIdentityDkimEnabled: try setIdentityDkimEnabled(input)
        case .setIdentityFeedbackForwardingEnabled: try setIdentityFeedbackForwardingEnabled(input)
        case .setIdentityMailFromDomain: try setIdentityMailFromDomain(input)
        case .setIdentityNotificationTopic: try setIdentityNotificationTopic(input)
        case .verifyDomainDkim: try verifyDomainDkim(input, context, &answer)
        case .verifyDomainIdentity: try verifyDomainIdentity(input, context, &answer)
        case .verifyEmailAddress, .verifyEmailIdentity: try verifyEmail(input)
        default: try performReceiving(action, input, context, &answer)
        }
    }

    private mutating func performReceiving(
        _ action: Action, _ input: Arguments, _ context: Context, _ answer: inout AnswerWriter
    ) throws(Refusal) {
        switch action {
        case .cloneReceiptRuleSet: try cloneReceiptRuleSet(input, context)
        case .createReceiptFilter: try createReceiptFilter(input)
        case .createReceiptRule: try createReceiptRule(input)
        case .createReceiptRuleSet: try createReceiptRuleSet(input, context)
        case .deleteReceiptFilter: deleteReceiptFilter(input)
        case .deleteReceiptRule: try deleteReceiptRule(input)
        case .deleteReceiptRuleSet: try deleteReceiptRuleSet(input)
        case .describeActiveReceiptRuleSet: try describeActiveReceiptRuleSet(&answer)
        case .describeReceiptRule: try describeReceiptRule(input, &answer)
        case .describeReceiptRuleSet: try describeReceiptRuleSet(input, &answer)
        case .listReceiptFilters: try listReceiptFilters(&answer)
        case .listReceiptRuleSets: try listReceiptRuleSets(input, &answer)
        case .reorderReceiptRuleSet: try reorderReceiptRuleSet(input)
        case .setActiveReceiptRuleSet: try setActiveReceiptRuleSet(input)
        case .setReceiptRulePosition: try setReceiptRulePosition(input)
        case .updateReceiptRule: try updateReceiptRule(input)
        default: throw Refusal("InternalFailure", status: 500, "An internal failure has occurred.")
        }
    }
}
