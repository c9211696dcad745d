/// Sending mail.
extension Account {
    /// Source: API reference p. 47; truth entry "more than 50 recipients".
    private static let mostRecipients = 50
    /// In bytes.
    private static let largestMessage = 10 * 1024 * 1024
    private static let longestAddress = 320

    mutating func sendEmail(
        _ input: Arguments, _ context: Context, _ answer: inout AnswerWriter
    ) throws(Refusal) {
        let source = try EmailAddress(input.required("Source"))
        let destination = input.structure("Destination")
        var recipients: [EmailAddress] = []
        for list in ["ToAddresses", "CcAddresses", "BccAddresses"] {
            for text in destination?.texts(list) ?? [] { recipients.append(try EmailAddress(text)) }
        }
        for text in input.texts("ReplyToAddresses") { _ = try EmailAddress(text) }
        let returnPath = try input.given("ReturnPath").map { text throws(Refusal) in try EmailAddress(text) }
        let message = input.structure("Message")
        let subject = message?.structure("Subject")?.text("Data") ?? ""
        let body = message?.structure("Body")
        let size = [subject, body?.structure("Text")?.text("Data"), body?.structure("Html")?.text("Data")]
            .reduce(0) { $0 + ($1?.utf8.count ?? 0) }
        var draft = Draft(operation: "SendEmail", source: source, recipients: recipients, subject: subject, size: size)
        draft.senders.append((source, input.given("SourceArn")))
        if let returnPath { draft.senders.append((returnPath, input.given("ReturnPathArn"))) }
        try checkForm(draft, tags: input.structures("Tags"), input.given("ConfigurationSetName"))
        answer.leaf("MessageId", try accept(draft, context))
    }

    /// Who sends and who receives comes from the parameters, or from the message's own header.
    ///
    /// Source: API reference p. 51 to 54.
    mutating func sendRawEmail(
        _ input: Arguments, _ context: Context, _ answer: inout AnswerWriter
    ) throws(Refusal) {
        let bytes = input.structure("RawMessage")?.blob("Data") ?? []
        var recipients: [EmailAddress] = []
        for text in input.texts("Destinations") { recipients += try AddressList.parse(text) }
        let draft = try rawDraft(
            bytes, source: try input.text("Source").map { text throws(Refusal) in try EmailAddress(text) }, recipients,
            sourceARN: input.given("SourceArn"), fromARN: input.given("FromArn"))
        try checkForm(draft, tags: input.structures("Tags"), input.given("ConfigurationSetName"))
        answer.leaf("MessageId", try accept(draft, context))
    }

    /// A raw message whose header says what the parameters leave open.
    func rawDraft(
        _ bytes: [UInt8], source: EmailAddress?, _ recipients: [EmailAddress], sourceARN: String?, fromARN: String?
    ) throws(Refusal) -> Draft {
        let message = try RawMessage(bytes)
        let senders = try message.addresses("from")
        guard let source = source ?? senders.first else {
            throw .invalidParameterValue("Missing required header 'From'.")
        }
        var recipients = recipients
        if recipients.isEmpty {
            for name in ["to", "cc", "bcc"] { recipients += try message.addresses(name) }
        }
        var draft = Draft(
            operation: "SendRawEmail", source: source, recipients: recipients,
            subject: message.field("subject") ?? "", size: bytes.count)
        let sourceARN = sourceARN ?? message.field("x-ses-source-arn")
        let fromARN = fromARN ?? message.field("x-ses-from-arn") ?? sourceARN
        draft.senders.append((source, sourceARN))
        draft.senders += senders.filter { $0.text != source.text }.map { ($0, fromARN) }
        return draft
    }

    /// Checks what a mail is made of, before anything of the account is looked at.
    ///
    /// Source: truth, wire format section 3.
    func checkForm(_ draft: Draft, tags: [Arguments], _ configurationSet: String?) throws(Refusal) {
        guard !draft.recipients.isEmpty else { throw .invalidParameterValue("Missing required header 'To'.") }
        try checkTags(tags)
        try checkConfigurationSet(configurationSet)
        try checkSize(draft)
    }

    /// There are no configuration sets here.
    func checkConfigurationSet(_ name: String?) throws(Refusal) {
        guard let name else { return }
        throw Refusal("ConfigurationSetDoesNotExist", "Configuration set <\(name)> does not exist.")
    }

    /// Keeps a mail of the right form if the account may send it; gives its id.
    mutating func accept(_ draft: Draft, _ context: Context) throws(Refusal) -> String {
        try checkIdentities(draft, region: settings.region)
        try checkMailFrom(draft.source)
        try checkQuota(draft.recipients.count, context)
        return keep(draft, context)
    }

    private func checkSize(_ draft: Draft) throws(Refusal) {
        for address in [draft.source] + draft.recipients where address.text.utf8.count > Self.longestAddress {
            throw .invalidParameterValue(
                "Address length is more than \(Self.longestAddress) characters long: '\(address.text)'.")
        }
        guard draft.recipients.count <= Self.mostRecipients else {
            throw .invalidParameterValue("Recipient count exceeds \(Self.mostRecipients).")
        }
        guard draft.size <= Self.largestMessage else {
            throw .invalidParameterValue(
                "Message length is more than \(Self.largestMessage) bytes long: '\(draft.size)'.")
        }
    }

    /// Who sends must be verified or authorized; in the sandbox who receives must be verified, too.
    func checkIdentities(_ draft: Draft, region: String) throws(Refusal) {
        var unverified = try unverifiedSenders(draft)
        if settings.access == .sandbox {
            for address in draft.recipients where !address.isSimulated && !isVerified(address) {
                unverified.append(address.given)
            }
        }
        try refuse(unverified, region: region)
    }

    /// Who sends must be verified or authorized, whoever receives.
    func checkSenders(_ draft: Draft) throws(Refusal) {
        try refuse(try unverifiedSenders(draft), region: settings.region)
    }

    private func unverifiedSenders(_ draft: Draft) throws(Refusal) -> [String] {
        var unverified: [String] = []
        for (address, arn) in draft.senders {
            let isAllowed =
                try arn.map { arn throws(Refusal) in try authorizes(arn, address, draft.operation) } ?? false
            if !isAllowed, !isVerified(address) { unverified.append(address.given) }
        }
        return unverified
    }

    private func refuse(_ unverified: [String], region: String) throws(Refusal) {
        guard !unverified.isEmpty else { return }
        var seen: Set<String> = []
        let names = unverified.filter { seen.insert($0).inserted }.joined(separator: ", ")
        throw .messageRejected(
            "Email address is not verified. The following identities failed the check in region "
                + "\(region.uppercased()): \(names)")
    }

    /// Whether the policy of the identity with that ARN lets the account send as the address.
    ///
    /// - Throws: `AccessDenied` if it is another account's identity that lets nobody.
    private func authorizes(_ arn: String, _ address: EmailAddress, _ operation: String) throws(Refusal) -> Bool {
        guard ResourceName.isIdentity(arn) else { throw .invalidParameterValue("Invalid ARN: \(arn)") }
        let name = arn.split(separator: "/", maxSplits: 1).last.map(String.init) ?? ""
        let domain = address.domain.lowercased()
        let covers = name == address.text || name.lowercased() == domain || domain.hasSuffix("." + name.lowercased())
        if settings.resources.contains(arn) { return covers }
        if arn.contains(":\(settings.account):") { return false }
        let user = "arn:aws:iam::\(settings.account):root"
        throw Refusal(
            "AccessDenied", status: 403,
            "User `\(user)' is not authorized to perform `ses:\(operation)' on resource `\(arn)'")
    }

    /// The settings of the address itself go before those of its domain.
    func checkMailFrom(_ source: EmailAddress) throws(Refusal) {
        guard let identity = identities[source.text] ?? verifiedDomain(of: source), let mailFrom = identity.mailFrom,
            mailFrom.behavior == "RejectMessage", !hasMailExchanger(mailFrom)
        else { return }
        throw Refusal(
            "MailFromDomainNotVerifiedException", "MAIL FROM domain <\(mailFrom.domain)> has no MX record.")
    }

    /// Source: truth entry "24-hour quota exceeded".
    mutating func checkQuota(_ recipients: Int, _ context: Context) throws(Refusal) {
        let daily = settings.limits.daily
        guard daily >= 0 else { return }
        let sent = statistics.sentLast24Hours(at: context.now)
        guard Double(sent + recipients) <= daily else {
            throw Refusal("Throttling", "Daily message quota exceeded.")
        }
    }

    /// Counts and keeps a mail; gives its id.
    mutating func keep(_ draft: Draft, _ context: Context) -> String {
        let id = context.identifiers.messageID(at: context.now)
        statistics.count(recipients: draft.recipients.count, at: context.now)
        mailbox.add(
            AcceptedMessage(
                id: id, accepted: context.now, operation: draft.operation, source: draft.source.given,
                recipients: draft.recipients.map(\.text), subject: draft.subject, size: draft.size))
        return id
    }

    /// Names go before values.
    ///
    /// Source: truth entries on tags, recorded 2024-07-30.
    func checkTags(_ tags: [Arguments]) throws(Refusal) {
        for tag in tags {
            let (name, value) = (tag.required("Name"), tag.required("Value"))
            if name.isEmpty { throw .tag(.absent, "Name") }
            if name.unicodeScalars.count > TagFault.longest { throw .tag(.length, "Name") }
            guard name.utf8.allSatisfy({ $0.isLetterOrDigit || $0 == 0x5f || $0 == 0x2d }) else {
                throw .tag(.characters(name), "Name")
            }
            if value.unicodeScalars.count > TagFault.longest { throw .tag(.length, "Value") }
        }
    }
}

extension Refusal {
    fileprivate static func tag(_ fault: TagFault, _ part: String) -> Refusal {
        .invalidParameterValue(fault.message(part))
    }
}

/// A mail that is being checked.
struct Draft {
    let operation: String
    let source: EmailAddress
    let recipients: [EmailAddress]
    let subject: String
    /// In bytes.
    let size: Int
    /// Everybody in whose name it is sent, with the ARN that is said to allow it.
    var senders: [(address: EmailAddress, arn: String?)] = []
}
