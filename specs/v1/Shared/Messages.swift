import SpecModel

/// Messages and requests that scenarios send.
///
/// Source: API reference p. 47, p. 51 and p. 83.
extension SESv1 {
    /// The value of SendEmail's `Message`.
    static let shortMessage: Value = [
        "Subject": ["Data": "Conformance test"], "Body": ["Text": ["Data": "Conformance test"]],
    ]

    /// A valid SendEmail from `⟦sender⟧`: prepares the ground, and is the control of what must be refused.
    static let sendOne = Step.setup(
        "SendEmail",
        [
            "Source": "⟦sender⟧", "Destination": ["ToAddresses": ["success@simulator.amazonses.com"]],
            "Message": shortMessage,
        ])

    /// A valid SendRawEmail from `⟦sender⟧`.
    static let sendOneRaw = Step.setup("SendRawEmail", ["RawMessage": ["Data": .blob(plainMessage)]])

    /// Makes `⟦sender⟧` an address that may send.
    static let verifySender = Step.setup("VerifyEmailIdentity", ["EmailAddress": "⟦sender⟧"])
}
