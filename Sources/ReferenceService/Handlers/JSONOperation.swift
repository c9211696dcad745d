import SpecModel

/// The operations of v2 that the service knows to do, as AWS spells them.
enum JSONOperation: String, Sendable {
    case createCustomVerificationEmailTemplate = "CreateCustomVerificationEmailTemplate"
    case createDeliverabilityTestReport = "CreateDeliverabilityTestReport"
    case createEmailIdentity = "CreateEmailIdentity"
    case createEmailIdentityPolicy = "CreateEmailIdentityPolicy"
    case createEmailTemplate = "CreateEmailTemplate"
    case deleteCustomVerificationEmailTemplate = "DeleteCustomVerificationEmailTemplate"
    case deleteEmailIdentity = "DeleteEmailIdentity"
    case deleteEmailIdentityPolicy = "DeleteEmailIdentityPolicy"
    case deleteEmailTemplate = "DeleteEmailTemplate"
    case getAccount = "GetAccount"
    case getCustomVerificationEmailTemplate = "GetCustomVerificationEmailTemplate"
    case getEmailIdentity = "GetEmailIdentity"
    case getEmailIdentityPolicies = "GetEmailIdentityPolicies"
    case getEmailTemplate = "GetEmailTemplate"
    case listCustomVerificationEmailTemplates = "ListCustomVerificationEmailTemplates"
    case listEmailIdentities = "ListEmailIdentities"
    case listEmailTemplates = "ListEmailTemplates"
    case putAccountDetails = "PutAccountDetails"
    case sendBulkEmail = "SendBulkEmail"
    case sendCustomVerificationEmail = "SendCustomVerificationEmail"
    case sendEmail = "SendEmail"
    case testRenderEmailTemplate = "TestRenderEmailTemplate"
    case updateCustomVerificationEmailTemplate = "UpdateCustomVerificationEmailTemplate"
    case updateEmailIdentityPolicy = "UpdateEmailIdentityPolicy"
    case updateEmailTemplate = "UpdateEmailTemplate"

    /// Whether it is throttled by the sending rate.
    var sends: Bool { self == .sendEmail || self == .sendBulkEmail || self == .sendCustomVerificationEmail }
}

extension Account {
    /// Does what is asked and writes the members of the answer.
    mutating func perform(
        _ operation: JSONOperation, _ input: Arguments, _ context: Context, _ answer: inout JSONAnswerWriter
    ) throws(Refusal) {
        switch operation {
        case .createCustomVerificationEmailTemplate: try createVerificationTemplate(input)
        case .createDeliverabilityTestReport: try createDeliverabilityTestReport(input, context, &answer)
        case .createEmailIdentity: try createEmailIdentity(input, context, &answer)
        case .createEmailIdentityPolicy: try createEmailIdentityPolicy(input)
        case .createEmailTemplate: try createEmailTemplate(input, context)
        case .deleteCustomVerificationEmailTemplate: try deleteVerificationTemplate(input)
        case .deleteEmailIdentity: try deleteEmailIdentity(input)
        case .deleteEmailIdentityPolicy: try deleteEmailIdentityPolicy(input)
        case .deleteEmailTemplate: try deleteEmailTemplate(input)
        case .getAccount: getAccount(context, &answer)
        case .getCustomVerificationEmailTemplate: try getVerificationTemplate(input, &answer)
        case .getEmailIdentity: try getEmailIdentity(input, &answer)
        case .getEmailIdentityPolicies: try getEmailIdentityPolicies(input, &answer)
        case .getEmailTemplate: try getEmailTemplate(input, &answer)
        case .listCustomVerificationEmailTemplates: try listVerificationTemplates(input, &answer)
        case .listEmailIdentities: try listEmailIdentities(input, &answer)
        case .listEmailTemplates: try listEmailTemplates(input, &answer)
        case .putAccountDetails: try putAccountDetails(input)
        case .sendBulkEmail: try sendBulkEmail(input, context, &answer)
        case .sendCustomVerificationEmail: try sendVerificationEmail(input, context, &answer)
        case .sendEmail: try sendOutboundEmail(input, context, &answer)
        case .testRenderEmailTemplate: try testRenderEmailTemplate(input, context, &answer)
        case .updateCustomVerificationEmailTemplate: try updateVerificationTemplate(input)
        case .updateEmailIdentityPolicy: try updateEmailIdentityPolicy(input)
        case .updateEmailTemplate: try updateEmailTemplate(input)
        }
    }
}
