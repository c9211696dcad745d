/// Templates of mails that ask for the verification of an address.
extension Account {
    mutating func createVerificationTemplate(_ input: Arguments) throws(Refusal) {
        let template = try checkedVerificationTemplate(input)
        guard verificationTemplates[template.name] == nil else {
            throw .taken("Custom verification email template <\(template.name)> already exists")
        }
        guard verificationTemplates.count < TemplateLimits.verificationTemplates else {
            throw .tooMany(
                "An account can't have more than \(TemplateLimits.verificationTemplates) "
                    + "custom verification email templates")
        }
        verificationTemplates.set(template.name, template)
    }

    mutating func updateVerificationTemplate(_ input: Arguments) throws(Refusal) {
        let template = try checkedVerificationTemplate(input)
        _ = try verificationTemplate(template.name)
        verificationTemplates.set(template.name, template)
    }

    mutating func deleteVerificationTemplate(_ input: Arguments) throws(Refusal) {
        verificationTemplates.remove(try verificationTemplate(input.required("TemplateName")).name)
    }

    func getVerificationTemplate(_ input: Arguments, _ answer: inout JSONAnswerWriter) throws(Refusal) {
        let template = try verificationTemplate(input.required("TemplateName"))
        answer.verificationTemplate(template)
        answer.leaf("TemplateContent", template.content)
    }

    /// Source: API v2 reference, ListCustomVerificationEmailTemplates: 50 to a page.
    func listVerificationTemplates(_ input: Arguments, _ answer: inout JSONAnswerWriter) throws(Refusal) {
        let list = "CustomVerificationEmailTemplates"
        let start = try pageStart(input, list: list) { token in "Invalid nextToken <\(token)>." }
        let page = verificationTemplates.page(after: start, size: pageSize(input, usually: 50))
        answer.list(list, page.values) { $0.verificationTemplate($1) }
        answer.leaf("NextToken", ifPresent: page.next.map { PageToken.text($0, list: list) })
    }

    /// Asks for the verification of an address with a mail of one's own.
    ///
    /// Source: API v2 reference, SendCustomVerificationEmail; Amazon SES developer guide, "Using custom
    /// verification email templates".
    mutating func sendVerificationEmail(
        _ input: Arguments, _ context: Context, _ answer: inout JSONAnswerWriter
    ) throws(Refusal) {
        let address = input.required("EmailAddress")
        guard EmailAddress.isPlain(address) else { throw .invalidAddress(address) }
        try checkConfigurationSet(input.given("ConfigurationSetName"))
        let template = try verificationTemplate(input.required("TemplateName"))
        let sender = try EmailAddress(template.from)
        let draft = Draft(
            operation: "SendCustomVerificationEmail", source: sender,
            recipients: [try EmailAddress(plain: address)], subject: template.subject,
            size: template.content.utf8.count, senders: [(sender, nil)])
        // Whoever is being verified need not be verified, not even in the sandbox.
        try checkSenders(draft)
        try checkMailFrom(draft.source)
        try checkQuota(1, context)
        answer.leaf("MessageId", keep(draft, context))
        addAddress(address)
    }

    /// - Throws: `NotFoundException` if the account does not have it.
    private func verificationTemplate(_ name: String) throws(Refusal) -> CustomVerificationTemplate {
        guard let template = verificationTemplates[name] else {
            throw .notFound("Custom verification email template <\(name)> does not exist")
        }
        return template
    }

    private func checkedVerificationTemplate(_ input: Arguments) throws(Refusal) -> CustomVerificationTemplate {
        let template = CustomVerificationTemplate(
            name: input.required("TemplateName"), from: input.required("FromEmailAddress"),
            subject: input.required("TemplateSubject"), content: input.required("TemplateContent"),
            successURL: input.required("SuccessRedirectionURL"), failureURL: input.required("FailureRedirectionURL"))
        guard let sender = try? EmailAddress(template.from) else { throw .invalidAddress(template.from) }
        // Source: truth entry "failure URL malformed".
        guard isWebAddress(template.successURL) else {
            throw .badRequest("The success redirection URL is invalid")
        }
        guard isWebAddress(template.failureURL) else {
            throw .badRequest("The failure redirection URL is invalid")
        }
        guard template.content.utf8.count < TemplateLimits.verificationSize else {
            throw .badRequest("The template is not smaller than \(TemplateLimits.verificationSize) bytes")
        }
        // Source: Amazon SES developer guide, "Creating a custom verification email template".
        guard isVerified(sender) else { throw .badRequest("The email address <\(template.from)> is not verified") }
        return template
    }

    /// `https://example.com/…`
    private func isWebAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "://", maxSplits: 1)
        guard parts.count == 2, ["http", "https"].contains(parts[0].lowercased()) else { return false }
        let isPlain = text.utf8.allSatisfy { 0x21...0x7e ~= $0 }
        return isPlain && !parts[1].hasPrefix("/") && !parts[1].hasPrefix(":") && !parts[1].hasPrefix("?")
    }
}

extension JSONAnswerWriter {
    /// What lists show of a template, too.
    fileprivate mutating func verificationTemplate(_ template: CustomVerificationTemplate) {
        leaf("TemplateName", template.name)
        leaf("FromEmailAddress", template.from)
        leaf("TemplateSubject", template.subject)
        leaf("SuccessRedirectionURL", template.successURL)
        leaf("FailureRedirectionURL", template.failureURL)
    }
}
