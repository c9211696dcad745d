import SpecModel

/// What the catalogue takes of the spec for receiving mail.
extension SESv1 {
    /// Alphabetical.
    static let receivingOperations: [Operation] = [
        cloneReceiptRuleSet, createReceiptFilter, createReceiptRule, createReceiptRuleSet, deleteReceiptFilter,
        deleteReceiptRule, deleteReceiptRuleSet, describeActiveReceiptRuleSet, describeReceiptRule,
        describeReceiptRuleSet, listReceiptFilters, listReceiptRuleSets, reorderReceiptRuleSet, sendBounce,
        setActiveReceiptRuleSet, setReceiptRulePosition, updateReceiptRule,
    ]

    /// Alphabetical.
    static let receivingStructures: [Structure] = [
        addHeaderAction, bounceAction, bouncedRecipientInfo, connectAction, extensionField, lambdaAction, messageDsn,
        receiptAction, receiptFilter, receiptIpFilter, receiptRule, receiptRuleSetMetadata, recipientDsnFields,
        s3Action, snsAction, stopAction, workmailAction,
    ]

    /// Scenarios of the receiving operations, topic by topic.
    static let receivingScenarios: [Scenario] =
        receiptRuleSetScenarios + cloneScenarios + activeRuleSetScenarios + receiptRuleScenarios + ruleOrderScenarios
        + receiptActionScenarios + ruleSetActionScenarios + receiptResourceScenarios + receiptFilterScenarios
        + bounceScenarios + letterCaseScenarios

    /// Scenarios about what goes around a request, whatever its operation.
    static let protocolScenarios: [Scenario] =
        envelopeScenarios + signingScenarios + malformedRequestScenarios + specialCharacterScenarios
        + transmissionScenarios
}
