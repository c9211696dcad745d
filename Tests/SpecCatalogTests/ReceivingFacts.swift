import Testing

/// What the API reference prints of the receiving operations and types, typed off a second time.
struct OperationFacts: Sendable, CustomTestStringConvertible {
    let name: String
    let page: Int
    /// In the reference's order; required ones with a star.
    let parameters: [String]
    let result: [String]
    let errors: [String]

    var testDescription: String { name }

    init(_ name: String, _ page: Int, _ parameters: String, result: String = "", errors: String = "") {
        self.name = name
        self.page = page
        self.parameters = parameters.split(separator: " ").map(String.init)
        self.result = result.split(separator: " ").map(String.init)
        self.errors = errors.split(separator: " ").map(String.init)
    }

    static let receiving: [OperationFacts] = [
        OperationFacts(
            "CloneReceiptRuleSet", 4, "OriginalRuleSetName* RuleSetName*",
            errors: "AlreadyExists LimitExceeded RuleSetDoesNotExist"),
        OperationFacts("CreateReceiptFilter", 5, "Filter*", errors: "AlreadyExists LimitExceeded"),
        OperationFacts(
            "CreateReceiptRule", 6, "After Rule* RuleSetName*",
            errors: "AlreadyExists InvalidLambdaFunction InvalidS3Configuration InvalidSnsTopic LimitExceeded "
                + "RuleDoesNotExist RuleSetDoesNotExist"),
        OperationFacts("CreateReceiptRuleSet", 8, "RuleSetName*", errors: "AlreadyExists LimitExceeded"),
        OperationFacts("DeleteReceiptFilter", 13, "FilterName*"),
        OperationFacts("DeleteReceiptRule", 14, "RuleName* RuleSetName*", errors: "RuleSetDoesNotExist"),
        OperationFacts("DeleteReceiptRuleSet", 15, "RuleSetName*", errors: "CannotDelete"),
        OperationFacts("DescribeActiveReceiptRuleSet", 18, "", result: "Metadata Rules"),
        OperationFacts(
            "DescribeReceiptRule", 19, "RuleName* RuleSetName*", result: "Rule",
            errors: "RuleDoesNotExist RuleSetDoesNotExist"),
        OperationFacts(
            "DescribeReceiptRuleSet", 20, "RuleSetName*", result: "Metadata Rules", errors: "RuleSetDoesNotExist"),
        OperationFacts("ListReceiptFilters", 38, "", result: "Filters"),
        OperationFacts("ListReceiptRuleSets", 39, "NextToken", result: "NextToken RuleSets"),
        OperationFacts(
            "ReorderReceiptRuleSet", 44, "RuleNames* RuleSetName*", errors: "RuleDoesNotExist RuleSetDoesNotExist"),
        OperationFacts(
            "SendBounce", 45,
            "BouncedRecipientInfoList* BounceSender* BounceSenderArn Explanation MessageDsn OriginalMessageId*",
            result: "MessageId", errors: "MessageRejected"),
        OperationFacts("SetActiveReceiptRuleSet", 55, "RuleSetName", errors: "RuleSetDoesNotExist"),
        OperationFacts(
            "SetReceiptRulePosition", 63, "After RuleName* RuleSetName*",
            errors: "RuleDoesNotExist RuleSetDoesNotExist"),
        OperationFacts(
            "UpdateReceiptRule", 64, "Rule* RuleSetName*",
            errors: "InvalidLambdaFunction InvalidS3Configuration InvalidSnsTopic LimitExceeded RuleDoesNotExist "
                + "RuleSetDoesNotExist"),
    ]
}

/// A data type's page and members; members that came later in parentheses.
struct StructureFacts: Sendable, CustomTestStringConvertible {
    let name: String
    let page: Int
    let members: [String]

    var testDescription: String { name }

    init(_ name: String, _ page: Int, _ members: String) {
        self.name = name
        self.page = page
        self.members = members.split(separator: " ").map(String.init)
    }

    static let receiving: [StructureFacts] = [
        StructureFacts("AddHeaderAction", 75, "HeaderName* HeaderValue*"),
        StructureFacts("BounceAction", 76, "Message* Sender* SmtpReplyCode* StatusCode TopicArn"),
        StructureFacts("BouncedRecipientInfo", 76, "BounceType Recipient* RecipientArn RecipientDsnFields"),
        StructureFacts("ConnectAction", 84, "(IAMRoleARN*) (InstanceARN*)"),
        StructureFacts("ExtensionField", 78, "Name* Value*"),
        StructureFacts("LambdaAction", 82, "FunctionArn* InvocationType TopicArn"),
        StructureFacts("MessageDsn", 83, "ArrivalDate ExtensionFields ReportingMta*"),
        StructureFacts(
            "ReceiptAction", 84,
            "AddHeaderAction BounceAction LambdaAction S3Action SNSAction StopAction WorkmailAction (ConnectAction)"),
        StructureFacts("ReceiptFilter", 85, "IpFilter* Name*"),
        StructureFacts("ReceiptIpFilter", 86, "Cidr* Policy*"),
        StructureFacts("ReceiptRule", 86, "Actions Enabled Name* Recipients ScanEnabled TlsPolicy"),
        StructureFacts("ReceiptRuleSetMetadata", 87, "CreatedTimestamp Name"),
        StructureFacts(
            "RecipientDsnFields", 88,
            "Action* DiagnosticCode ExtensionFields FinalRecipient LastAttemptDate RemoteMta Status*"),
        StructureFacts("S3Action", 89, "BucketName* KmsKeyArn ObjectKeyPrefix TopicArn (IamRoleArn)"),
        StructureFacts("SNSAction", 91, "Encoding TopicArn*"),
        StructureFacts("StopAction", 92, "Scope* TopicArn"),
        StructureFacts("WorkmailAction", 93, "OrganizationArn* TopicArn"),
    ]
}
