import SpecModel

/// What the catalogue takes over.
extension SESv2 {
    /// Alphabetical.
    static let operations: [Operation] = [
        createCustomVerificationEmailTemplate, createDeliverabilityTestReport, createEmailIdentity,
        createEmailIdentityPolicy, createEmailTemplate, deleteCustomVerificationEmailTemplate, deleteEmailIdentity,
        deleteEmailIdentityPolicy, deleteEmailTemplate, getAccount, getCustomVerificationEmailTemplate,
        getEmailIdentity, getEmailIdentityPolicies, getEmailTemplate, listCustomVerificationEmailTemplates,
        listEmailIdentities, listEmailTemplates, putAccountDetails, sendBulkEmail, sendCustomVerificationEmail,
        sendEmail, testRenderEmailTemplate, updateCustomVerificationEmailTemplate, updateEmailIdentityPolicy,
        updateEmailTemplate,
    ]

    /// Alphabetical.
    static let structures: [Structure] = [
        accountDetails, attachment, body, bulkEmailContent, bulkEmailEntry, bulkEmailEntryResult, content,
        customVerificationEmailTemplateMetadata, dashboardAttributes, destination, dkimAttributes,
        dkimSigningAttributes, emailContent, emailTemplateContent, emailTemplateMetadata, guardianAttributes,
        identityInfo, listManagementOptions, mailFromAttributes, message, messageHeader, messageTag, rawMessage,
        replacementEmailContent, replacementTemplate, reviewDetails, soaRecord, sendQuota, suppressionAttributes,
        suppressionConditionThreshold, suppressionConfidenceThreshold, suppressionValidationAttributes, tag,
        template, vdmAttributes, verificationInfo,
    ]

    static let scenarios: [Scenario] =
        emailIdentityScenarios + emailTemplateScenarios + templateRenderingScenarios + customVerificationScenarios
        + emailIdentityPolicyScenarios + sendEmailScenarios + bulkEmailScenarios + accountScenarios + jsonScenarios
        + signingScenarios + transmissionScenarios + manyAtOnceScenarios + scenariosOverBothAPIs

    static let probes: [NeedProbe] = [
        // That an address may be sent from is what counts, whatever its attributes say.
        NeedProbe(.verifiedIdentity, steps: [senderCreated, sentOnce]),
        NeedProbe(
            .sendingAuthorization,
            steps: [
                senderCreated,
                .setup(
                    "SendEmail",
                    Fields(
                        sending() + [Field("FromEmailAddressIdentityArn", "⟦resource:sending-authorization⟧")])),
            ]),
        detailsChangeable, dashboardEnabled, signatureProbe,
    ]
}
