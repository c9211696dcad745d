import Testing

@testable import ReferenceService

struct MailFromTests {
    private let ses = ServiceUnderTest()

    init() { ses.call("VerifyDomainIdentity", ["Domain": "example.com"]) }

    private func set(_ parameters: KeyValuePairs<String, String>) -> Reply {
        ses.call("SetIdentityMailFromDomain", parameters)
    }

    @Test("a subdomain is set, shown as pending, and cleared again")
    func life() {
        #expect(set(["Identity": "example.com", "MailFromDomain": "mail.example.com"]).status == 200)
        let asked: KeyValuePairs<String, String> = [
            "Identities.member.1": "example.com", "Identities.member.2": "unknown.example",
        ]
        let reply = ses.call("GetIdentityMailFromDomainAttributes", asked)
        #expect(reply.texts("key") == ["example.com"])
        #expect(reply.text("MailFromDomain") == "mail.example.com")
        #expect(reply.text("MailFromDomainStatus") == "Pending")
        #expect(reply.text("BehaviorOnMXFailure") == "UseDefaultValue")
        #expect(set(["Identity": "example.com"]).status == 200)
        let cleared = ses.call("GetIdentityMailFromDomainAttributes", asked)
        #expect(cleared.text("MailFromDomain") == nil)
        #expect(cleared.text("BehaviorOnMXFailure") == "UseDefaultValue")
    }

    @Test("the domain itself and another's subdomain are refused", arguments: ["example.com", "m.example.org", "x y"])
    func notBelow(domain: String) {
        let reply = set(["Identity": "example.com", "MailFromDomain": domain])
        #expect(reply.text("Code") == "InvalidParameterValue")
    }

    @Test("an unknown identity is told in angle brackets")
    func unknown() {
        #expect(
            set(["Identity": "example.org", "MailFromDomain": "m.example.org"]).error
                == "InvalidParameterValue: Identity &lt;example.org&gt; does not exist.")
    }

    @Test("without an MX record a mail is rejected if it was asked so, and only then")
    func reject() {
        _ = set(["Identity": "example.com", "MailFromDomain": "m.example.com"])
        #expect(ses.sendEmail().status == 200)
        _ = set(
            ["Identity": "example.com", "MailFromDomain": "m.example.com", "BehaviorOnMXFailure": "RejectMessage"])
        #expect(ses.sendEmail().text("Code") == "MailFromDomainNotVerifiedException")
        let other = ServiceUnderTest(Settings(resources: Resources(["m.example.com"])))
        other.call("VerifyDomainIdentity", ["Domain": "example.com"])
        other.call(
            "SetIdentityMailFromDomain",
            ["Identity": "example.com", "MailFromDomain": "m.example.com", "BehaviorOnMXFailure": "RejectMessage"])
        #expect(other.sendEmail().status == 200)
    }
}
