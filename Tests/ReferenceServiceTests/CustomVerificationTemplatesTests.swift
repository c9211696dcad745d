import Testing

@testable import ReferenceService

struct CustomVerificationTemplatesTests {
    private let ses = ServiceUnderTest()
    private let path = "/custom-verification-email-templates"

    init() { ses.createIdentities("sender@example.com") }

    private func body(
        _ name: String, from: String = "sender@example.com", subject: String = "s",
        success: String = "https://example.com/yes", failure: String = "http://example.com/no"
    ) -> String {
        "{\"TemplateName\":\"\(name)\",\"FromEmailAddress\":\"\(from)\",\"TemplateSubject\":\"\(subject)\","
            + "\"TemplateContent\":\"<p>c</p>\",\"SuccessRedirectionURL\":\"\(success)\","
            + "\"FailureRedirectionURL\":\"\(failure)\"}"
    }

    private func create(_ body: String) -> String { ses.request("POST", path, body).outcome }

    @Test("a template is read back as it was made, and as it was changed")
    func life() {
        #expect(create(body("t")) == "200 {}")
        #expect(ses.request("PUT", path + "/t", body("ignored", subject: "S")).outcome == "200 {}")
        let shown =
            "\"TemplateName\":\"t\",\"FromEmailAddress\":\"sender@example.com\",\"TemplateSubject\":\"S\","
            + "\"SuccessRedirectionURL\":\"https://example.com/yes\",\"FailureRedirectionURL\":\"http://example.com/no\""
        #expect(ses.request("GET", path + "/t").body == "{\(shown),\"TemplateContent\":\"<p>c</p>\"}")
        #expect(ses.request("GET", path).body == "{\"CustomVerificationEmailTemplates\":[{\(shown)}]}")
        #expect(ses.request("DELETE", path + "/t").outcome == "200 {}")
        #expect(ses.request("GET", path).body == "{\"CustomVerificationEmailTemplates\":[]}")
    }

    @Test("a name is taken once")
    func taken() {
        _ = create(body("t"))
        #expect(
            create(body("t")) == "AlreadyExistsException 400: Custom verification email template <t> already exists")
    }

    @Test("what needs a template does not do without", arguments: ["GET", "PUT", "DELETE"])
    func missing(method: String) {
        #expect(
            ses.request(method, path + "/t", body("t")).outcome
                == "NotFoundException 404: Custom verification email template <t> does not exist")
    }

    @Test("addresses of pages are web addresses", arguments: ["x", "ftp://example.com", "https://", "https:///a b"])
    func redirections(url: String) {
        #expect(
            create(body("t", success: url)) == "BadRequestException 400: The success redirection URL is invalid")
        #expect(
            create(body("t", failure: url)) == "BadRequestException 400: The failure redirection URL is invalid")
    }

    @Test("whom a mail comes from must be verified, and an address")
    func sender() {
        #expect(create(body("t", from: "x@example.net")).hasPrefix("BadRequestException 400: The email address <x@"))
        #expect(create(body("t", from: "x")) == "BadRequestException 400: Invalid email address x.")
    }

    @Test("an account has fifty templates at most, listed in pages")
    func limit() {
        for number in 1...50 { #expect(create(body("t\(number)")) == "200 {}") }
        #expect(create(body("t51")).hasPrefix("LimitExceededException 400: "))
        let all = ses.request("GET", path)
        #expect(all["CustomVerificationEmailTemplates.49.TemplateName"] == "t50")
        #expect(all["NextToken"] == nil)
        let first = ses.request("GET", path + "?PageSize=49")
        let rest = ses.request("GET", path + "?NextToken=\(first["NextToken"] ?? "")")
        #expect(rest["CustomVerificationEmailTemplates.0.TemplateName"] == "t50")
        #expect(
            ses.request("GET", path + "?NextToken=x").outcome
                == "BadRequestException 400: Invalid nextToken <x>.")
    }

    private func verify(_ ses: ServiceUnderTest, _ address: String, _ more: String = "") -> Reply {
        ses.request(
            "POST", "/outbound-custom-verification-emails",
            "{\"EmailAddress\":\"\(address)\",\"TemplateName\":\"t\"\(more)}")
    }

    @Test("sending a template makes the identity, and counts as a mail")
    func send() {
        _ = create(body("t"))
        #expect(verify(ses, "new@example.com")["MessageId"] == FixedIdentifiers.message)
        #expect(ses.request("GET", "/identities/new@example.com")["VerificationStatus"] == "SUCCESS")
        #expect(ses.request("GET", "/account")["SendQuota.SentLast24Hours"] == "1.0")
        #expect(ses.service.messages.map(\.recipients) == [["new@example.com"]])
    }

    @Test("sending needs a template, an address and no configuration set")
    func refused() {
        let missing = "NotFoundException 404: Custom verification email template <t> does not exist"
        #expect(verify(ses, "new@example.com").outcome == missing)
        _ = create(body("t"))
        #expect(verify(ses, "new").outcome == "BadRequestException 400: Invalid email address new.")
        #expect(
            verify(ses, "new@example.com", ",\"ConfigurationSetName\":\"c\"").outcome
                == "NotFoundException 404: Configuration set <c> does not exist.")
        ses.request("DELETE", "/identities/sender@example.com")
        #expect(verify(ses, "new@example.com").outcome.hasPrefix("MessageRejected 400: Email address is not verified."))
        #expect(ses.request("GET", "/identities/new@example.com").status == 404)
    }
}
