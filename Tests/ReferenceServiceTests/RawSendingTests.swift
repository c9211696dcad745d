import Foundation
import Testing

@testable import ReferenceService

struct RawSendingTests {
    private let ses = ServiceUnderTest()

    init() { ses.verify("sender@example.com") }

    @Test("sender and recipients come from the header, folded lines and groups included")
    func header() throws {
        let reply = ses.sendRaw(
            "FROM: Sender <sender@example.com>\nTo: Team: a@b.com,\n c@d.com;\r\nCc: e@f.com\nBcc: g@h.com\n"
                + "Subject: Long\n\tsubject\n\nTo: body@example.com")
        #expect(reply.status == 200)
        let message = try #require(ses.service.messages.first)
        #expect(message.recipients == ["a@b.com", "c@d.com", "e@f.com", "g@h.com"])
        #expect(message.source == "Sender <sender@example.com>")
        #expect(message.subject == "Long subject")
    }

    @Test("parameters go before the header")
    func parameters() throws {
        let reply = ses.sendRaw(
            "To: a@b.com\n\nt", ["Source": "sender@example.com", "Destinations.member.1": "c@d.com"])
        #expect(reply.status == 200)
        #expect(ses.service.messages.first?.recipients == ["c@d.com"])
    }

    @Test("without a sender or a recipient there is no mail")
    func missing() {
        #expect(ses.sendRaw("To: a@b.com\n\nt").error == "InvalidParameterValue: Missing required header 'From'.")
        #expect(
            ses.sendRaw("From: sender@example.com\n\nt").error
                == "InvalidParameterValue: Missing required header 'To'.")
        #expect(ses.sendRaw("").text("Code") == "InvalidParameterValue")
    }

    @Test("a field without name is illegal, and so is a nested group")
    func faults() {
        #expect(
            ses.sendRaw(": x\nFrom: sender@example.com\nTo: a@b.com\n\nt").error
                == "InvalidParameterValue: Empty header names are illegal.")
        #expect(
            ses.sendRaw("From: sender@example.com\nTo: A: B: a@b.com;;\n\nt").error
                == "InvalidParameterValue: Nested group")
    }

    @Test("who is named as sender in the header must be verified, too")
    func from() {
        let reply = ses.sendRaw("From: other@example.net\nTo: a@b.com\n\nt", ["Source": "sender@example.com"])
        #expect(reply.text("Message")?.hasSuffix("US-EAST-1: other@example.net") == true)
        #expect(ses.sendRaw("From: A\nTo: a@b.com\n\nt").error == "InvalidParameterValue: Missing final '@domain'")
    }

    @Test("fifty-one recipients are too many here as well")
    func recipients() {
        let list = (1...51).map { "a\($0)@b.com" }.joined(separator: ", ")
        #expect(
            ses.sendRaw("From: sender@example.com\nTo: \(list)\n\nt").error
                == "InvalidParameterValue: Recipient count exceeds 50.")
    }
}
