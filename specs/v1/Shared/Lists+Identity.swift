import SpecModel

/// What the catalogue takes over of identities, policies, sending and its counters.
extension SESv1 {
    /// Alphabetical.
    static let identityOperations: [Operation] = [
        deleteIdentity, deleteIdentityPolicy, deleteVerifiedEmailAddress, getIdentityDkimAttributes,
        getIdentityMailFromDomainAttributes, getIdentityNotificationAttributes, getIdentityPolicies,
        getIdentityVerificationAttributes, getSendQuota, getSendStatistics, listIdentities, listIdentityPolicies,
        listVerifiedEmailAddresses, putIdentityPolicy, sendEmail, sendRawEmail, setIdentityDkimEnabled,
        setIdentityFeedbackForwardingEnabled, setIdentityMailFromDomain, setIdentityNotificationTopic,
        verifyDomainDkim, verifyDomainIdentity, verifyEmailAddress, verifyEmailIdentity,
    ]

    /// Alphabetical.
    static let identityStructures: [Structure] = [
        body, content, destination, identityDkimAttributes, identityMailFromDomainAttributes,
        identityNotificationAttributes, identityVerificationAttributes, message, messageTag, rawMessage, sendDataPoint,
    ]

    static let identityScenarios: [Scenario] =
        identityLifeScenarios + verifiedAddressScenarios + listIdentitiesScenarios + verificationAttributesScenarios
        + identityPolicyScenarios + strangerScenarios + quotaScenarios + sendEmailScenarios + sendRawEmailScenarios
        + mailFromScenarios + notificationScenarios + dkimScenarios + neighbourScenarios + repetitionScenarios
        + longListScenarios + atOnceScenarios + sharedDomainScenarios

    /// The request and answer samples that the reference prints; it prints none for other operations.
    static let samples: [Scenario] = identitySamples + policySamples + settingSamples + sendingSamples

    static let identityProbes: [NeedProbe] = [
        // That an address may be sent from is what counts: an emulator whose attributes are of another form may
        // still verify at once.
        NeedProbe(.verifiedIdentity, steps: [verifySender, sendOne]),
        NeedProbe(.verifiedIdentity, steps: [verifySender, sendOneRaw]),
        NeedProbe(
            .snsTopic,
            steps: [
                Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦name:identity⟧@example.com"]),
                Step.setup(
                    "SetIdentityNotificationTopic",
                    [
                        "Identity": "⟦name:identity⟧@example.com", "NotificationType": "Bounce",
                        "SnsTopic": "⟦resource:sns-topic⟧",
                    ]),
            ]),
        NeedProbe(
            .sendingAuthorization,
            steps: [
                verifySender,
                Step.setup(
                    "SendEmail",
                    [
                        "Source": "⟦sender⟧", "SourceArn": "⟦resource:sending-authorization⟧",
                        "Destination": ["ToAddresses": ["success@simulator.amazonses.com"]], "Message": shortMessage,
                    ]),
            ]),
    ]
}
