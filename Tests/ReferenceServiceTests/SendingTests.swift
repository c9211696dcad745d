import Testing
import Wire

@testable import ReferenceService

struct SendingTests {
    private let ses = ServiceUnderTest()

    private func send(_ recipients: [String], to list: String = "ToAddresses", more: [FormParameter] = []) -> Reply {
        var form = [
            FormParameter("Action", "SendEmail"), FormParameter("Source", "sender@example.com"),
            FormParameter("Message.Subject.Data", "Hi"), FormParameter("Message.Body.Text.Data", "t"),
        ]
        for (index, recipient) in recipients.enumerated() {
            form.append(FormParameter("Destination.\(list).member.\(index + 1)", recipient))
        }
        return ses.send(FormEncoding.encode(form + more))
    }

    init() { ses.verify("sender@example.com") }

    @Test("a mail is kept with its recipients")
    func kept() throws {
        #expect(send(["A <a@example.net>", "b@example.net"]).status == 200)
        let message = try #require(ses.service.messages.first)
        #expect(message.id == FixedIdentifiers.message)
        #expect(message.operation == "SendEmail")
        #expect(message.source == "sender@example.com")
        #expect(message.recipients == ["a@example.net", "b@example.net"])
        #expect(message.subject == "Hi")
        #expect(message.accepted == 1_545_155_745_607)
    }

    @Test("only the latest thousand mails are kept, oldest first")
    func bounded() {
        var mailbox = Mailbox()
        for number in 1...1500 {
            mailbox.add(
                AcceptedMessage(
                    id: "\(number)", accepted: 0, operation: "SendEmail", source: "", recipients: [], subject: "",
                    size: 0))
        }
        #expect(mailbox.messages.map(\.id) == (501...1500).map(String.init))
        #expect(mailbox.message("500") == nil)
        #expect(mailbox.message("501") != nil)
    }

    @Test("fifty recipients in all are taken, fifty-one are not")
    func recipients() {
        let fifty = (1...50).map { "a\($0)@example.net" }
        #expect(send(fifty).status == 200)
        let copy = [FormParameter("Destination.CcAddresses.member.1", "c@example.net")]
        #expect(send(fifty, more: copy).error == "InvalidParameterValue: Recipient count exceeds 50.")
        #expect(send(fifty, to: "BccAddresses").status == 200)
    }

    @Test("addresses are looked at in every list")
    func addresses() {
        for list in ["ToAddresses", "CcAddresses", "BccAddresses"] {
            #expect(send(["x"], to: list).error == "InvalidParameterValue: Missing final '@domain'")
        }
        #expect(
            send(["a@b.com"], more: [FormParameter("ReplyToAddresses.member.1", "a@b c")]).error
                == "InvalidParameterValue: Domain contains control or whitespace")
        #expect(
            send(["a@b.com"], more: [FormParameter("Destination.CcAddresses", "")]).status == 200)
    }

    @Test("an address is known letter by letter, a domain is not, and stands for those below it")
    func verified() {
        #expect(ses.sendEmail(from: "Sender@example.com").text("Code") == "MessageRejected")
        #expect(ses.sendEmail(from: "sender@EXAMPLE.com").text("Code") == "MessageRejected")
        ses.call("VerifyDomainIdentity", ["Domain": "Example.org"])
        for source in ["a@example.org", "B@EXAMPLE.ORG", "c@sub.example.org", "D <d@a.b.example.org>"] {
            #expect(ses.sendEmail(from: source).status == 200)
        }
        #expect(ses.sendEmail(from: "a@notexample.org").text("Code") == "MessageRejected")
    }

    @Test("a pending identity may not send")
    func pending() {
        let ses = ServiceUnderTest(Settings(verification: .pending))
        ses.verify("sender@example.com")
        #expect(ses.sendEmail().text("Code") == "MessageRejected")
    }

    @Test("in the sandbox recipients must be verified, except the simulator's")
    func sandbox() {
        let ses = ServiceUnderTest(Settings(access: .sandbox, region: "eu-west-1"))
        ses.verify("sender@example.com", "known@example.net")
        #expect(ses.sendEmail().status == 200)
        #expect(ses.sendEmail(to: "known@example.net").status == 200)
        #expect(
            ses.sendEmail(from: "x@example.net", to: "A <a@example.net>").error
                == "MessageRejected: Email address is not verified. The following identities failed the check in "
                + "region EU-WEST-1: x@example.net, A &lt;a@example.net&gt;")
    }

    @Test("the quota of 24 hours counts recipients and frees them again")
    func quota() {
        let ses = ServiceUnderTest(Settings(quota: Quota(daily: 2, rate: 1)))
        ses.verify("sender@example.com")
        #expect(ses.sendEmail().status == 200)
        ses.clock.advance(minutes: 23 * 60)
        #expect(ses.sendEmail().status == 200)
        #expect(ses.call("GetSendQuota").text("SentLast24Hours") == "2.0")
        #expect(ses.sendEmail().error == "Throttling: Daily message quota exceeded.")
        ses.clock.advance(minutes: 62)
        #expect(ses.call("GetSendQuota").text("SentLast24Hours") == "1.0")
        #expect(ses.sendEmail().status == 200)
        #expect(ses.call("GetSendStatistics").texts("DeliveryAttempts") == ["1", "1", "1"])
        ses.clock.advance(minutes: 15 * 24 * 60)
        #expect(ses.call("GetSendStatistics").texts("DeliveryAttempts").isEmpty)
    }

    @Test("the return path must be verified as well")
    func returnPath() {
        let path = FormParameter("ReturnPath", "bounces@example.net")
        #expect(send(["a@example.net"], more: [path]).text("Message")?.hasSuffix(": bounces@example.net") == true)
        ses.verify("bounces@example.net")
        #expect(send(["a@example.net"], more: [path]).status == 200)
    }

    @Test("an ARN lets somebody send if the surroundings name it, and only for its own identity")
    func authorization() {
        let arn = "arn:aws:ses:us-east-1:210987654321:identity/example.net"
        let ses = ServiceUnderTest(Settings(resources: Resources([arn])))
        let send = { (source: String, arn: String) in
            ses.call(
                "SendEmail",
                [
                    "Source": source, "SourceArn": arn, "Destination.ToAddresses.member.1": "a@b.com",
                    "Message.Subject.Data": "s", "Message.Body.Html.Data": "t",
                ]
            ).text("Code")
        }
        #expect(send("a@example.net", arn) == nil)
        #expect(send("a@example.org", arn) == "MessageRejected")
        #expect(send("a@example.net", arn + "x") == "AccessDenied")
        #expect(send("a@example.net", "x") == "InvalidParameterValue")
    }

    @Test("a message of more than ten megabytes is too large")
    func size() {
        let body = String(repeating: "x", count: 10 * 1024 * 1024)
        let reply = send(["a@b.com"], more: [FormParameter("Message.Body.Html.Data", body)])
        #expect(reply.text("Message") == "Message length is more than 10485760 bytes long: '10485763'.")
    }
}
