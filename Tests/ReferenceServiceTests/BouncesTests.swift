import Testing

@testable import ReferenceService

struct BouncesTests {
    private let ses = ServiceUnderTest()

    init() { ses.verify("sender@example.com", "bounce@example.com") }

    private func bounce(_ id: String, from sender: String = "bounce@example.com", of recipient: String) -> Reply {
        ses.call(
            "SendBounce",
            [
                "OriginalMessageId": id, "BounceSender": sender,
                "BouncedRecipientInfoList.member.1.Recipient": recipient,
                "BouncedRecipientInfoList.member.1.BounceType": "DoesNotExist",
            ])
    }

    @Test("a mail of the last 24 hours is bounced to its sender")
    func accepted() throws {
        let id = try #require(ses.sendEmail(to: "a@example.net").text("MessageId"))
        let reply = bounce(id, of: "a@example.net")
        #expect(reply.status == 200)
        #expect(reply.text("MessageId") != id)
        #expect(ses.service.messages.last?.recipients == ["sender@example.com"])
        ses.clock.advance(minutes: 24 * 60)
        #expect(bounce(id, of: "a@example.net").status == 200)
        ses.clock.advance(minutes: 1)
        #expect(bounce(id, of: "a@example.net").text("Code") == "MessageRejected")
    }

    @Test("an unknown mail, a stranger to it and an unverified sender are rejected")
    func rejected() throws {
        #expect(bounce("unknown", of: "a@example.net").text("Code") == "MessageRejected")
        let id = try #require(ses.sendEmail(to: "a@example.net").text("MessageId"))
        #expect(bounce(id, of: "b@example.net").text("Code") == "MessageRejected")
        #expect(
            bounce(id, from: "x@example.net", of: "a@example.net").text("Message")?.hasPrefix(
                "Email address is not verified.") == true)
        #expect(bounce(id, from: "x", of: "a@example.net").text("Code") == "InvalidParameterValue")
    }

    @Test("the final recipient may stand for the recipient")
    func finalRecipient() throws {
        let id = try #require(ses.sendEmail(to: "a@example.net").text("MessageId"))
        let reply = ses.call(
            "SendBounce",
            [
                "OriginalMessageId": id, "BounceSender": "bounce@example.com",
                "BouncedRecipientInfoList.member.1.Recipient": "alias@example.net",
                "BouncedRecipientInfoList.member.1.RecipientDsnFields.FinalRecipient": "a@example.net",
                "BouncedRecipientInfoList.member.1.RecipientDsnFields.Action": "failed",
                "BouncedRecipientInfoList.member.1.RecipientDsnFields.Status": "5.1.1",
            ])
        #expect(reply.status == 200)
    }
}
