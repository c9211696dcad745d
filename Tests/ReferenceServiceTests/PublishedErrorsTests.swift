import Testing

@testable import ReferenceService

/// Error answers byte for byte as they were recorded or pasted; only ids and names are the test's own.
struct PublishedErrorsTests {
    private let ses = ServiceUnderTest()

    @Test("an unverified sender is rejected, the address in the message escaped")
    func rejected() {
        let reply = ses.sendEmail(from: "A \"B\" <a@example.net>")
        #expect(reply.status == 400)
        #expect(
            reply.body
                == .failure(
                    "Sender", "MessageRejected",
                    "Email address is not verified. The following identities failed the check in region US-EAST-1: "
                        + "A &quot;B&quot; &lt;a@example.net&gt;"))
    }

    @Test("an apostrophe is not escaped")
    func apostrophe() {
        ses.verify("sender@example.com")
        let reply = ses.sendRaw("To: a@example.com\r\n\r\nt", ["Source": ""])
        #expect(reply.body == .failure("Sender", "InvalidParameterValue", "Missing final '@domain'"))
    }

    @Test("an unknown configuration set is named in angle brackets")
    func configurationSet() {
        ses.verify("sender@example.com")
        let reply = ses.call(
            "SendEmail",
            [
                "Source": "sender@example.com", "Destination.ToAddresses.member.1": "a@simulator.amazonses.com",
                "Message.Subject.Data": "s", "Message.Body.Text.Data": "t", "ConfigurationSetName": "ConfigSet",
            ])
        #expect(
            reply.body
                == .failure(
                    "Sender", "ConfigurationSetDoesNotExist", "Configuration set &lt;ConfigSet&gt; does not exist."))
        #expect(reply.body.utf8.count == 310)
    }

    @Test("two absent members are told in one message, the later one first")
    func absentMembers() {
        #expect(
            ses.call("SendEmail", ["Source": "a@example.com"]).error
                == "ValidationError: 2 validation errors detected: Value null at 'message' failed to satisfy "
                + "constraint: Member must not be null; Value null at 'destination' failed to satisfy constraint: "
                + "Member must not be null")
    }

    @Test(
        "a tag is refused in the words that were recorded, its name before its value",
        arguments: [
            ("", "v", "The tag name must be specified."),
            (String(repeating: "n", count: 256), "v", "Tag name cannot exceed 255 characters."),
            ("a b", "v", "Invalid tag name &lt;a b&gt;: only alphanumeric ASCII characters, '_',  '-' are allowed."),
            ("n", String(repeating: "v", count: 256), "Tag value cannot exceed 255 characters."),
        ])
    func tags(name: String, value: String, message: String) {
        let reply = ses.call(
            "SendEmail",
            [
                "Source": "sender@example.com", "Destination.ToAddresses.member.1": "a@simulator.amazonses.com",
                "Message.Subject.Data": "s", "Message.Body.Text.Data": "t", "Tags.member.1.Name": name,
                "Tags.member.1.Value": value,
            ])
        #expect(reply.error == "InvalidParameterValue: " + message)
    }
}
