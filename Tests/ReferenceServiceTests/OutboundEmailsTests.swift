import Foundation
import Testing

@testable import ReferenceService

struct OutboundEmailsTests {
    private let ses = ServiceUnderTest()
    private let template = "\"Template\":{\"TemplateName\":\"t\",\"TemplateData\":\"{\\\"name\\\":\\\"A\\\"}\"}"

    init() { ses.createIdentities("sender@example.com") }

    private func raw(_ text: String) -> String {
        "\"Raw\":{\"Data\":\"\(Data(text.utf8).base64EncodedString())\"}"
    }

    @Test("a simple mail, a raw one and one by template are accepted, each with an id")
    func kinds() {
        ses.createTemplate(subject: "Hi {{name}}", text: "{{missing}}")
        #expect(ses.sendOutbound(ServiceUnderTest.simple).body == "{\"MessageId\":\"\(FixedIdentifiers.message)\"}")
        #expect(ses.sendOutbound(raw("From: sender@example.com\r\nSubject: r\r\n\r\nx")).status == 200)
        #expect(ses.sendOutbound(template).status == 200)
        #expect(ses.service.messages.map(\.subject) == ["s", "r", "Hi A"])
        #expect(ses.service.messages.map(\.operation) == ["SendEmail", "SendRawEmail", "SendTemplatedEmail"])
    }

    @Test("a raw mail says itself who sends and who receives")
    func header() {
        let content = raw("From: sender@example.com\r\nTo: a@example.com, b@example.com\r\n\r\nx")
        let reply = ses.request("POST", "/outbound-emails", "{\"Content\":{\(content)}}")
        #expect(reply.status == 200)
        #expect(ses.service.messages.last?.recipients == ["a@example.com", "b@example.com"])
    }

    @Test("an unverified sender is rejected, as is one for the feedback")
    func unverified() {
        let body = "{\"FromEmailAddress\":\"x@example.net\",\"Destination\":{\"ToAddresses\":[\"a@example.com\"]}"
        #expect(
            ses.request("POST", "/outbound-emails", body + ",\"Content\":{\(ServiceUnderTest.simple)}}").outcome
                == "MessageRejected 400: Email address is not verified. The following identities failed the check "
                + "in region US-EAST-1: x@example.net")
        let feedback = ",\"FeedbackForwardingEmailAddress\":\"f@example.net\""
        #expect(ses.sendOutbound(ServiceUnderTest.simple, feedback).outcome.hasSuffix("US-EAST-1: f@example.net"))
    }

    @Test("a template that is not there is not found, though the sender is wrong, too")
    func noTemplate() {
        #expect(ses.sendOutbound(template).outcome == "NotFoundException 404: Template t does not exist.")
        ses.request("DELETE", "/identities/sender@example.com")
        #expect(ses.sendOutbound(template).outcome == "NotFoundException 404: Template t does not exist.")
    }

    @Test("data that is no JSON object is refused")
    func data() {
        ses.createTemplate()
        let reply = ses.sendOutbound("\"Template\":{\"TemplateName\":\"t\",\"TemplateData\":\"x\"}")
        #expect(reply.outcome == "BadRequestException 400: The template data is not a JSON object.")
    }

    @Test("a foreign identity lets nobody send without its policy")
    func authorization() {
        let arn = ",\"FromEmailAddressIdentityArn\":\"arn:aws:ses:us-east-1:999999999999:identity/example.org\""
        #expect(
            ses.sendOutbound(raw("From: sender@example.com\r\n\r\nx"), arn).outcome
                == "AccessDeniedException 403: User `arn:aws:iam::123456789012:root' is not authorized to perform "
                + "`ses:SendRawEmail' on resource `arn:aws:ses:us-east-1:999999999999:identity/example.org'")
    }

    @Test("a deliverability test begins, and sends nothing to the account's counters")
    func report() {
        let body = "{\"FromEmailAddress\":\"sender@example.com\",\"Content\":{\(ServiceUnderTest.simple)}}"
        #expect(
            ses.request("POST", "/deliverability-dashboard/test", body).body
                == "{\"ReportId\":\"\(FixedIdentifiers.request)\",\"DeliverabilityTestStatus\":\"IN_PROGRESS\"}")
        #expect(ses.request("GET", "/account")["SendQuota.SentLast24Hours"] == "0.0")
        let other = body.replacing("sender@", with: "other@")
        #expect(ses.request("POST", "/deliverability-dashboard/test", other).outcome.hasPrefix("MessageRejected 400"))
    }
}

struct BulkEmailsTests {
    private let ses = ServiceUnderTest()

    init() {
        ses.createIdentities("sender@example.com")
        ses.createTemplate(subject: "Hi {{name}}")
    }

    private func send(_ entries: [String], _ more: String = "", template: String = "t") -> Reply {
        ses.request(
            "POST", "/outbound-bulk-emails",
            "{\"FromEmailAddress\":\"sender@example.com\",\"DefaultContent\":{\"Template\":{\"TemplateName\":"
                + "\"\(template)\",\"TemplateData\":\"{\\\"name\\\":\\\"all\\\"}\"}},\"BulkEmailEntries\":["
                + "\(entries.joined(separator: ","))]\(more)}")
    }

    private func entry(_ address: String, _ more: String = "") -> String {
        "{\"Destination\":{\"ToAddresses\":[\"\(address)\"]}\(more)}"
    }

    @Test("each entry has its result, in the entries' order, and its own data")
    func entries() {
        let data = ",\"ReplacementEmailContent\":{\"ReplacementTemplate\":{\"ReplacementTemplateData\":"
        let reply = send([
            entry("a@example.com"), entry("b@example.com", data + "\"{\\\"name\\\":\\\"b\\\"}\"}}"), entry("c"),
            entry("d@example.com", data + "\"{}\"}}"), entry("e@example.com", data + "\"[]\"}}"),
        ])
        #expect(
            (0..<5).map { reply["BulkEmailEntryResults.\($0).Status"] }
                == ["SUCCESS", "SUCCESS", "INVALID_PARAMETER", "SUCCESS", "INVALID_PARAMETER"])
        #expect(reply["BulkEmailEntryResults.0.MessageId"] == FixedIdentifiers.message)
        #expect(reply["BulkEmailEntryResults.2.MessageId"] == nil)
        #expect(reply["BulkEmailEntryResults.2.Error"] == "Invalid email address c.")
        #expect(ses.service.messages.map(\.subject) == ["Hi all", "Hi b", "Hi "])
    }

    @Test("a template that is not there fails the call, as does an unverified sender or a configuration set")
    func whole() {
        #expect(
            send([entry("a@example.com")], template: "x").outcome
                == "NotFoundException 404: Template x does not exist.")
        #expect(
            send([entry("a@example.com")], ",\"ConfigurationSetName\":\"c\"").outcome
                == "NotFoundException 404: Configuration set <c> does not exist.")
        ses.request("DELETE", "/identities/sender@example.com")
        #expect(send([entry("a@example.com")]).outcome.hasPrefix("MessageRejected 400"))
        #expect(ses.service.messages.isEmpty)
    }

    @Test("a call has one to fifty entries")
    func count() {
        #expect(send(Array(repeating: entry("a@example.com"), count: 50)).status == 200)
        #expect(send(Array(repeating: entry("a@example.com"), count: 51)).status == 400)
        #expect(send([]).status == 400)
    }

    @Test("in the sandbox an unverified recipient fails its entry alone, and the quota those behind it")
    func sandbox() {
        let ses = ServiceUnderTest(Settings(access: .sandbox, quota: Quota(daily: 1, rate: 1)))
        ses.createIdentities("sender@example.com")
        ses.createTemplate()
        let reply = ses.request(
            "POST", "/outbound-bulk-emails",
            "{\"FromEmailAddress\":\"sender@example.com\",\"DefaultContent\":{\"Template\":{\"TemplateName\":\"t\"}},"
                + "\"BulkEmailEntries\":[\(entry("a@example.com")),\(entry("sender@example.com")),"
                + "\(entry("sender@example.com"))]}")
        #expect(
            (0..<3).map { reply["BulkEmailEntryResults.\($0).Status"] }
                == ["MESSAGE_REJECTED", "SUCCESS", "ACCOUNT_DAILY_QUOTA_EXCEEDED"])
    }
}
