/// Bouncing mail that came in.
extension Account {
    private static let day: Int64 = 24 * 3_600_000

    /// Nothing is delivered here, so every mail that the service accepted counts as received for its recipients.
    ///
    /// Source: API reference p. 45, 76 and 89; the code of each fault is inferred from MessageRejected being the
    /// only one that the operation declares.
    mutating func sendBounce(
        _ input: Arguments, _ context: Context, _ answer: inout AnswerWriter
    ) throws(Refusal) {
        let sender = try EmailAddress(input.required("BounceSender"))
        let bounced = input.structures("BouncedRecipientInfoList")
        var recipients: [EmailAddress] = []
        for info in bounced {
            recipients.append(try EmailAddress(info.required("Recipient")))
            if let last = info.structure("RecipientDsnFields")?.given("FinalRecipient") {
                recipients.append(try EmailAddress(last))
            }
        }
        let id = input.required("OriginalMessageId")
        guard let original = mailbox.message(id), context.now - original.accepted <= Self.day else {
            throw .messageRejected("Message <\(id)> was not received within the last 24 hours.")
        }
        try checkRecipients(bounced, of: original)
        let source = try EmailAddress(original.source)
        var draft = Draft(
            operation: "SendBounce", source: sender, recipients: [source],
            subject: input.text("Explanation") ?? "", size: input.text("Explanation")?.utf8.count ?? 0)
        draft.senders.append((sender, input.given("BounceSenderArn")))
        try checkIdentities(draft, region: settings.region)
        answer.leaf("MessageId", keep(draft, context))
    }

    /// One of the two addresses of each entry must have been a recipient of the mail.
    private func checkRecipients(_ bounced: [Arguments], of original: AcceptedMessage) throws(Refusal) {
        let known = Set(original.recipients.map { $0.lowercased() })
        for info in bounced {
            let recipient = info.required("Recipient")
            let names = [recipient, info.structure("RecipientDsnFields")?.given("FinalRecipient") ?? recipient]
            var isKnown = false
            for name in names where known.contains(try EmailAddress(name).text.lowercased()) { isKnown = true }
            guard isKnown else {
                throw .messageRejected("<\(recipient)> is not a recipient of message <\(original.id)>.")
            }
        }
    }
}
