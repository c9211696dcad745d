/// Sending mail through v2.
extension Account {
    /// Source: API v2 reference, SendEmail; truth, wire format section 3.
    mutating func sendOutboundEmail(
        _ input: Arguments, _ context: Context, _ answer: inout JSONAnswerWriter
    ) throws(Refusal) {
        let content = input.structure("Content")
        var draft = try contentDraft(input, content)
        try checkForm(draft, tags: input.structures("EmailTags"), input.given("ConfigurationSetName"))
        if let template = content?.structure("Template") {
            draft = draft.with(try mail(of: template, data: template.given("TemplateData")))
        }
        answer.leaf("MessageId", try accept(draft, context))
    }

    /// The mail that is meant by the parameters and the one kind of content that is given.
    private func contentDraft(_ input: Arguments, _ content: Arguments?) throws(Refusal) -> Draft {
        let recipients = try recipients(of: input.structure("Destination"))
        for text in input.texts("ReplyToAddresses") { _ = try address(text) }
        let sender = try input.given("FromEmailAddress").map { text throws(Refusal) in try address(text) }
        let arn = input.given("FromEmailAddressIdentityArn")
        var draft: Draft
        if let raw = content?.structure("Raw") {
            draft = try rawDraft(
                raw.blob("Data") ?? [], source: sender, recipients, sourceARN: arn, fromARN: arn)
        } else {
            let isTemplate = content?.structure("Template") != nil
            guard let sender else {
                // Source: truth entries "no FromEmailAddress".
                throw .badRequest(isTemplate ? "Source cannot be empty" : nil)
            }
            draft = Draft(
                operation: isTemplate ? "SendTemplatedEmail" : "SendEmail", source: sender, recipients: recipients,
                subject: "", size: 0, senders: [(sender, arn)])
            if let simple = content?.structure("Simple") { draft = draft.with(simpleMail(simple)) }
        }
        if let sender = try feedbackSender(input) { draft.senders.append(sender) }
        return draft
    }

    private func simpleMail(_ message: Arguments) -> RenderedMail {
        let body = message.structure("Body")
        return RenderedMail(
            subject: message.structure("Subject")?.text("Data") ?? "", text: body?.structure("Text")?.text("Data"),
            html: body?.structure("Html")?.text("Data"))
    }

    /// Who gets what bounces, which must be somebody in whose name the account may send.
    private func feedbackSender(_ input: Arguments) throws(Refusal) -> (address: EmailAddress, arn: String?)? {
        guard let text = input.given("FeedbackForwardingEmailAddress") else { return nil }
        return (try address(text), input.given("FeedbackForwardingEmailAddressIdentityArn"))
    }

    private func recipients(of destination: Arguments?) throws(Refusal) -> [EmailAddress] {
        var recipients: [EmailAddress] = []
        for list in ["ToAddresses", "CcAddresses", "BccAddresses"] {
            for text in destination?.texts(list) ?? [] { recipients.append(try address(text)) }
        }
        return recipients
    }

    private func address(_ text: String) throws(Refusal) -> EmailAddress {
        guard let address = try? EmailAddress(text) else { throw .invalidAddress(text) }
        return address
    }

    /// The template filled in, what its data lacks left empty.
    ///
    /// Source: truth entry "templated, variable missing".
    private func mail(of template: Arguments, data: String?) throws(Refusal) -> RenderedMail {
        try templateContent(of: template).render(try TemplateData(data ?? "{}"), strict: false)
    }

    /// A stored template by name or ARN, or one that the request itself holds.
    private func templateContent(of template: Arguments) throws(Refusal) -> TemplateContent {
        if let inline = template.structure("TemplateContent") { return try TemplateContent(inline) }
        let arn = template.given("TemplateArn")
        guard let name = template.given("TemplateName") ?? arn?.split(separator: "/").last.map(String.init) else {
            throw .badRequest("The template has neither a name nor an ARN.")
        }
        return try emailTemplate(name).content
    }
}

extension Account {
    /// Source: API v2 reference, SendBulkEmail; Amazon SES developer guide, "Using templates to send personalized
    /// email".
    private static let mostEntries = 50

    /// What is wrong with the mail as such fails the call; what is wrong with an entry fails the entry.
    ///
    /// Source: truth entry "template missing" of SendTemplatedEmail for the former; API v2 reference,
    /// SendBulkEmail, for the latter.
    mutating func sendBulkEmail(
        _ input: Arguments, _ context: Context, _ answer: inout JSONAnswerWriter
    ) throws(Refusal) {
        guard let text = input.given("FromEmailAddress") else { throw .badRequest("Source cannot be empty") }
        let sender = try address(text)
        for text in input.texts("ReplyToAddresses") { _ = try address(text) }
        var draft = Draft(
            operation: "SendBulkTemplatedEmail", source: sender, recipients: [], subject: "", size: 0,
            senders: [(sender, input.given("FromEmailAddressIdentityArn"))])
        if let sender = try feedbackSender(input) { draft.senders.append(sender) }
        let entries = input.structures("BulkEmailEntries")
        guard (1...Self.mostEntries).contains(entries.count) else {
            throw .badRequest("Destination count must be from 1 to \(Self.mostEntries).")
        }
        try checkTags(input.structures("DefaultEmailTags"))
        try checkConfigurationSet(input.given("ConfigurationSetName"))
        guard let template = input.structure("DefaultContent")?.structure("Template") else {
            throw .badRequest("The mail has no template.")
        }
        let content = try templateContent(of: template)
        let defaults = template.given("TemplateData")
        if let defaults { _ = try TemplateData(defaults) }
        try checkSenders(draft)
        var results: [Result<String, Refusal>] = []
        for entry in entries {
            do throws(Refusal) {
                results.append(.success(try send(entry, draft, content, defaults, context)))
            } catch { results.append(.failure(error)) }
        }
        answer.list("BulkEmailEntryResults", results) { $0.result($1) }
    }

    /// An entry's own data stand for all of the defaults.
    private mutating func send(
        _ entry: Arguments, _ draft: Draft, _ content: TemplateContent, _ defaults: String?, _ context: Context
    ) throws(Refusal) -> String {
        let replacement = entry.structure("ReplacementEmailContent")?.structure("ReplacementTemplate")?
            .given("ReplacementTemplateData")
        let mail = try content.render(try TemplateData(replacement ?? defaults ?? "{}"), strict: false)
        let draft = draft.with(mail, recipients: try recipients(of: entry.structure("Destination")))
        try checkForm(draft, tags: entry.structures("ReplacementTags"), nil)
        return try accept(draft, context)
    }

    /// Asks how mail fares with other providers, which here nobody will ever tell.
    ///
    /// Source: API v2 reference, CreateDeliverabilityTestReport.
    func createDeliverabilityTestReport(
        _ input: Arguments, _ context: Context, _ answer: inout JSONAnswerWriter
    ) throws(Refusal) {
        let content = input.structure("Content")
        let draft = try contentDraft(input, content)
        if let template = content?.structure("Template") {
            _ = try mail(of: template, data: template.given("TemplateData"))
        }
        try checkSenders(draft)
        try checkMailFrom(draft.source)
        answer.leaf("ReportId", context.identifiers.reportID())
        answer.leaf("DeliverabilityTestStatus", "IN_PROGRESS")
    }
}

extension Draft {
    /// The same with a subject and a body, and other recipients if need be.
    fileprivate func with(_ mail: RenderedMail, recipients: [EmailAddress]? = nil) -> Draft {
        Draft(
            operation: operation, source: source, recipients: recipients ?? self.recipients, subject: mail.subject,
            size: mail.size, senders: senders)
    }
}

extension JSONAnswerWriter {
    fileprivate mutating func result(_ result: Result<String, Refusal>) {
        switch result {
        case .success(let id):
            leaf("Status", "SUCCESS")
            leaf("MessageId", id)
        case .failure(let refusal):
            leaf("Status", Self.status(refusal))
            leaf("Error", ifPresent: refusal.message)
        }
    }

    /// Source: API v2 reference, SendBulkEmail, for the values; which fault has which is this project's reading.
    private static func status(_ refusal: Refusal) -> String {
        switch refusal.code {
        case "BadRequestException", "InvalidParameterValue": "INVALID_PARAMETER"
        case "MessageRejected": "MESSAGE_REJECTED"
        case "MailFromDomainNotVerifiedException": "MAIL_FROM_DOMAIN_NOT_VERIFIED"
        case "Throttling": "ACCOUNT_DAILY_QUOTA_EXCEEDED"
        default: "FAILED"
        }
    }
}
