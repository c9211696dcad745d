import Foundation
import SpecCatalog
import SpecModel
import Testing
import Wire

@testable import Conformance

@Suite struct LiveRulesTests {
    private static let rules = LiveRules(
        sender: "me@corp.test", domain: "Corp.test", named: [], run: "abcde")

    /// The objection to a form of v1.
    private func objection(
        _ action: String, _ parameters: [(String, String)], _ rules: LiveRules = Self.rules
    ) -> LiveObjection? {
        let form = [FormParameter("Action", action)] + parameters.map { FormParameter($0.0, $0.1) }
        return rules.objection(to: HTTPRequest(body: FormEncoding.encode(form)), .standard)
    }

    private func objection(_ method: String, _ path: String, _ body: String = "") -> LiveObjection? {
        Self.rules.objection(to: HTTPRequest(method: method, target: path, body: Array(body.utf8)), .standard)
    }

    @Test(
        "mail goes from the sender to the mailbox simulator only",
        arguments: [
            ("me@corp.test", "success@simulator.amazonses.com", nil),
            ("Me <me@corp.test>", "A <bounce+x@Simulator.AmazonSES.com>, b@simulator.amazonses.com", nil),
            ("me@corp.test", "", nil), ("me@corp.test", "no address", nil),
            ("me@corp.test", "a@corp.test", .recipient("a@corp.test")),
            ("me@corp.test", "a@simulator.amazonses.com.evil.test", .recipient("a@simulator.amazonses.com.evil.test")),
            (
                "me@corp.test", "success@simulator.amazonses.com, a@b.test",
                .recipient("success@simulator.amazonses.com, a@b.test")
            ),
            ("you@corp.test", "success@simulator.amazonses.com", .otherSender("you@corp.test")),
            ("me@corp.test <you@corp.test>", "x", .otherSender("me@corp.test <you@corp.test>")),
        ] as [(String, String, LiveObjection?)])
    func mail(_ source: String, _ recipient: String, _ expected: LiveObjection?) {
        for name in ["Destination.ToAddresses.member.1", "destination.bccaddresses.member.2"] {
            #expect(objection("SendEmail", [("Source", source), (name, recipient)]) == expected)
        }
        #expect(objection("sendrawemail", [("source", source), ("Destinations.member.1", recipient)]) == expected)
        let body = json(["FromEmailAddress": source, "Destination": ["CcAddresses": [recipient]]])
        #expect(objection("POST", "/v2/email/outbound-emails", body) == expected)
        let bulk = json([
            "FromEmailAddress": source, "BulkEmailEntries": [["Destination": ["ToAddresses": [recipient]]]],
        ])
        #expect(objection("POST", "/v2/email/outbound-bulk-emails", bulk) == expected)
    }

    @Test("a raw message is judged by its header, too", arguments: ["To", "cc", "BCC", "Resent-To"])
    func raw(_ field: String) {
        let text = "From: me@corp.test\r\n\(field): success@simulator.amazonses.com,\r\n a@b.test\r\n\r\nTo: x@y.test"
        let data = Data(text.utf8).base64EncodedString()
        let stranger = LiveObjection.recipient("success@simulator.amazonses.com, a@b.test")
        #expect(objection("SendRawEmail", [("RawMessage.Data", data)]) == stranger)
        let body = json(["Content": ["Raw": ["Data": data]]])
        #expect(objection("POST", "/v2/email/outbound-emails", body) == stranger)
        let other = Data("From: you@corp.test\n\nhello".utf8).base64EncodedString()
        #expect(objection("SendRawEmail", [("RawMessage.Data", other)]) == .otherSender("you@corp.test"))
    }

    @Test("without a sender there is no mail, without a domain no identity") func nothing() {
        let rules = LiveRules(sender: nil, domain: nil, named: [], run: "abcde")
        #expect(objection("SendEmail", [], rules) == .noSender)
        #expect(objection("VerifyEmailIdentity", [("EmailAddress", "sc-abcde-1@corp.test")], rules) == .noDomain)
        #expect(objection("CreateReceiptRuleSet", [("RuleSetName", "sc-abcde-1")], rules) == nil)
    }

    @Test("identities are verified below the domain only, under the run's own name")
    func verifying() {
        #expect(objection("VerifyEmailIdentity", [("EmailAddress", "sc-abcde-1@corp.test")]) == nil)
        #expect(objection("VerifyDomainIdentity", [("Domain", "sc-abcde-1.CORP.test")]) == nil)
        #expect(objection("VerifyDomainIdentity", [("Domain", "corp.test")]) == .others("corp.test"))
        for identity in ["sc-abcde-1.mycorp.test", "sc-abcde-1@corp.test.evil.test", "sc-abcde-1@example.com"] {
            #expect(objection("VerifyDomainDkim", [("Domain", identity)]) == .otherDomain(identity))
            let body = json(["EmailIdentity": identity])
            #expect(objection("POST", "/v2/email/identities", body) == .otherDomain(identity))
        }
    }

    @Test("what the run did not make is not changed")
    func others() {
        #expect(objection("DeleteIdentity", [("Identity", "me@corp.test")]) == .others("me@corp.test"))
        #expect(objection("DeleteIdentity", [("Identity", "sc-abcde-1@corp.test")]) == nil)
        #expect(objection("DeleteReceiptRuleSet", [("RuleSetName", "sc-other-1")]) == .others("sc-other-1"))
        #expect(objection("DELETE", "/v2/email/identities/me%40corp.test") == .others("me@corp.test"))
        #expect(objection("DELETE", "/v2/email/templates/theirs") == .others("theirs"))
        #expect(objection("SetIdentityDkimEnabled", [("identity", "corp.test")]) == .others("corp.test"))
        let policy = [("Identity", "me@corp.test"), ("PolicyName", "sc-abcde-1")]
        #expect(objection("PutIdentityPolicy", policy) == nil)
        #expect(objection("GetIdentityPolicies", [("Identity", "me@corp.test")]) == nil)
    }

    @Test("what costs, alarms or goes to whoever it goes to is never called, however it is asked for")
    func never() {
        #expect(objection("SendBounce", []) == .never("SendBounce"))
        #expect(objection("POST", "/v2/email/account/details", "{}") == .never("PutAccountDetails"))
        #expect(
            objection("POST", "/v2/email/deliverability-dashboard/test", "{}")
                == .never("CreateDeliverabilityTestReport"))
        #expect(
            objection("POST", "/v2/email/outbound-custom-verification-emails", "{}")
                == .never("SendCustomVerificationEmail"))
        #expect(objection("SetActiveReceiptRuleSet", []) == .activeRuleSet)
        #expect(objection("POST", "/v2/email/outbound-emails", "{") == .unreadable)
        let query = HTTPRequest(method: "GET", target: "/?Action=DeleteIdentity&Identity=me%40corp.test")
        #expect(Self.rules.objection(to: query, .standard) == .others("me@corp.test"))
    }
}

/// Any JSON object as text.
private func json(_ object: [String: Any]) -> String {
    String(decoding: (try? JSONSerialization.data(withJSONObject: object)) ?? Data(), as: UTF8.self)
}
