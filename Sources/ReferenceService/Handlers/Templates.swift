/// Templates of mail.
extension Account {
    mutating func createEmailTemplate(_ input: Arguments, _ context: Context) throws(Refusal) {
        let name = input.required("TemplateName")
        let content = try templateContent(input)
        guard templates[name] == nil else { throw .taken("Template \(name) already exists.") }
        guard templates.count < TemplateLimits.templates else {
            throw .tooMany("An account can't have more than \(TemplateLimits.templates) templates.")
        }
        templates.set(
            name,
            EmailTemplate(name: name, created: context.now, content: content, tags: input.structures("Tags")))
    }

    mutating func updateEmailTemplate(_ input: Arguments) throws(Refusal) {
        var template = try emailTemplate(input.required("TemplateName"))
        template.content = try templateContent(input)
        templates.set(template.name, template)
    }

    mutating func deleteEmailTemplate(_ input: Arguments) throws(Refusal) {
        templates.remove(try emailTemplate(input.required("TemplateName")).name)
    }

    func getEmailTemplate(_ input: Arguments, _ answer: inout JSONAnswerWriter) throws(Refusal) {
        let template = try emailTemplate(input.required("TemplateName"))
        answer.leaf("TemplateName", template.name)
        answer.object("TemplateContent") { content in
            content.leaf("Subject", ifPresent: template.content.subject)
            content.leaf("Text", ifPresent: template.content.text)
            content.leaf("Html", ifPresent: template.content.html)
        }
        if !template.tags.isEmpty { answer.tags(template.tags) }
    }

    /// Source: API v2 reference, ListEmailTemplates: 10 to a page.
    func listEmailTemplates(_ input: Arguments, _ answer: inout JSONAnswerWriter) throws(Refusal) {
        let list = "EmailTemplates"
        let start = try pageStart(input, list: list) { token in "Invalid PageToken <\(token)>." }
        let page = templates.page(after: start, size: pageSize(input, usually: 10))
        answer.list("TemplatesMetadata", page.values) { member, template in
            member.leaf("TemplateName", template.name)
            member.leaf("CreatedTimestamp", milliseconds: template.created)
        }
        answer.leaf("NextToken", ifPresent: page.next.map { PageToken.text($0, list: list) })
    }

    /// The only operation for which an attribute that is not there is an error.
    ///
    /// Source: truth entries "variable missing" of TestRenderTemplate and "templated, variable missing" of SendEmail.
    func testRenderEmailTemplate(
        _ input: Arguments, _ context: Context, _ answer: inout JSONAnswerWriter
    ) throws(Refusal) {
        let template = try emailTemplate(input.required("TemplateName"))
        let data = try TemplateData(input.required("TemplateData"))
        let mail = try template.content.render(data, strict: true)
        answer.leaf("RenderedTemplate", mail.message(at: context.now))
    }

    /// - Throws: `NotFoundException` if the account does not have it.
    func emailTemplate(_ name: String) throws(Refusal) -> EmailTemplate {
        guard let template = templates[name] else { throw .notFound("Template \(name) does not exist.") }
        return template
    }

    private func templateContent(_ input: Arguments) throws(Refusal) -> TemplateContent {
        let content = try TemplateContent(input.structure("TemplateContent"))
        guard content.size <= TemplateLimits.templateSize else {
            throw .badRequest("The template is larger than \(TemplateLimits.templateSize) bytes.")
        }
        return content
    }

    /// How many things a page holds at most; who asks for none leaves it to the service.
    func pageSize(_ input: Arguments, usually size: Int) -> Int {
        guard let asked = input.integer("PageSize"), asked > 0 else { return size }
        return asked
    }
}

extension JSONAnswerWriter {
    /// The tags of a thing; an identity's are there even if it has none.
    ///
    /// Source: truth, wire format section 2, which was seen of identities only.
    mutating func tags(_ tags: [Arguments]) {
        list("Tags", tags) { member, tag in
            member.leaf("Key", tag.required("Key"))
            member.leaf("Value", tag.required("Value"))
        }
    }
}
