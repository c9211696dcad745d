import Testing

@testable import ReferenceService

struct IdentitiesTests {
    private let ses = ServiceUnderTest()

    @Test("verifying twice is as verifying once, and the order is that of the first time")
    func verify() {
        ses.verify("b@example.com", "a@example.com", "b@example.com")
        ses.call("VerifyDomainIdentity", ["Domain": "example.org"])
        ses.call("VerifyDomainIdentity", ["Domain": "EXAMPLE.org"])
        #expect(ses.call("ListIdentities").texts("member") == ["b@example.com", "a@example.com", "example.org"])
        #expect(ses.call("ListIdentities", ["IdentityType": "Domain"]).texts("member") == ["example.org"])
        #expect(
            ses.call("ListIdentities", ["IdentityType": "EmailAddress"]).texts("member")
                == ["b@example.com", "a@example.com"])
    }

    @Test("what is no address or no domain can't be verified")
    func malformed() {
        #expect(
            ses.call("VerifyEmailIdentity", ["EmailAddress": "user"]).error
                == "InvalidParameterValue: Invalid email address&lt;user&gt;.")
        #expect(
            ses.call("VerifyEmailAddress", ["EmailAddress": "A <a@b.com>"]).text("Code") == "InvalidParameterValue")
        #expect(
            ses.call("VerifyDomainIdentity", ["Domain": "a b"]).error
                == "InvalidParameterValue: Invalid domain name a b.")
        #expect(ses.call("ListIdentities").texts("member").isEmpty)
    }

    @Test("pages hold what was asked for and together everything, whatever is deleted meanwhile")
    func pages() throws {
        for number in 1...7 { ses.verify("a\(number)@example.com") }
        let first = ses.call("ListIdentities", ["MaxItems": "3"])
        #expect(first.texts("member") == ["a1@example.com", "a2@example.com", "a3@example.com"])
        ses.call("DeleteIdentity", ["Identity": "a3@example.com"])
        let token = try #require(first.text("NextToken"))
        let second = ses.call("ListIdentities", ["MaxItems": "3", "NextToken": token])
        #expect(second.texts("member") == ["a4@example.com", "a5@example.com", "a6@example.com"])
        let last = ses.call("ListIdentities", ["MaxItems": "3", "NextToken": try #require(second.text("NextToken"))])
        #expect(last.texts("member") == ["a7@example.com"])
        #expect(last.text("NextToken") == nil)
    }

    @Test("a full last page has no token")
    func fullPage() {
        ses.verify("a@example.com", "b@example.com")
        #expect(ses.call("ListIdentities", ["MaxItems": "2"]).text("NextToken") == nil)
        #expect(ses.call("ListIdentities", ["MaxItems": "1"]).text("NextToken") != nil)
    }

    @Test("a token that was not given out, or for another list, is refused")
    func badToken() throws {
        #expect(
            ses.call("ListIdentities", ["NextToken": "x"]).error
                == "InvalidParameterValue: Invalid NextToken &lt;x&gt;.")
        let other = PageToken.text(1, list: "RuleSets")
        #expect(ses.call("ListIdentities", ["NextToken": other]).status == 400)
        for serial: UInt64 in [0, 1, 77, .max] {
            #expect(PageToken.serial(PageToken.text(serial, list: "x"), list: "x") == serial)
        }
    }

    @Test("deleting takes everything along, and deleting again succeeds")
    func delete() {
        ses.verify("a@example.com")
        ses.call("PutIdentityPolicy", ["Identity": "a@example.com", "PolicyName": "p", "Policy": "{}"])
        ses.call("SetIdentityMailFromDomain", ["Identity": "a@example.com", "MailFromDomain": "m.example.com"])
        #expect(ses.call("DeleteIdentity", ["Identity": "a@example.com"]).status == 200)
        #expect(ses.call("DeleteIdentity", ["Identity": "a@example.com"]).status == 200)
        #expect(ses.call("ListIdentities").texts("member").isEmpty)
        ses.verify("a@example.com")
        #expect(ses.call("ListIdentityPolicies", ["Identity": "a@example.com"]).texts("member").isEmpty)
        let attributes = ses.call("GetIdentityMailFromDomainAttributes", ["Identities.member.1": "a@example.com"])
        #expect(attributes.text("MailFromDomain") == nil)
    }

    @Test("the old operations know addresses only, and list verified ones only")
    func deprecated() {
        ses.call("VerifyDomainIdentity", ["Domain": "example.org"])
        ses.call("VerifyEmailAddress", ["EmailAddress": "a@example.com"])
        #expect(ses.call("ListVerifiedEmailAddresses").texts("member") == ["a@example.com"])
        ses.call("DeleteVerifiedEmailAddress", ["EmailAddress": "example.org"])
        ses.call("DeleteVerifiedEmailAddress", ["EmailAddress": "a@example.com"])
        #expect(ses.call("ListIdentities").texts("member") == ["example.org"])
        let pending = ServiceUnderTest(Settings(verification: .pending))
        pending.verify("a@example.com")
        #expect(pending.call("ListVerifiedEmailAddresses").texts("member").isEmpty)
        #expect(pending.call("ListIdentities").texts("member") == ["a@example.com"])
    }

    @Test("attributes are told of known identities only, under the name that was asked for")
    func verification() {
        ses.call("VerifyDomainIdentity", ["Domain": "example.org"])
        ses.verify("a@example.com")
        let reply = ses.call(
            "GetIdentityVerificationAttributes",
            [
                "Identities.member.1": "Example.ORG", "Identities.member.2": "a@example.com",
                "Identities.member.3": "unknown@example.com", "Identities.member.4": "A@example.com",
            ])
        #expect(reply.texts("key") == ["Example.ORG", "a@example.com"])
        #expect(reply.texts("VerificationStatus") == ["Success", "Success"])
        #expect(reply.texts("VerificationToken").count == 1)
        #expect(
            ses.call("GetIdentityVerificationAttributes", ["Identities.member.1": "unknown.example"])
                .body.contains("    <VerificationAttributes/>\n"))
    }
}

struct PoliciesTests {
    private let ses = ServiceUnderTest()
    private let owner = "a@example.com"

    init() { ses.verify(owner) }

    private func put(_ name: String, _ policy: String = #"{"Version":"2012-10-17"}"#, as identity: String? = nil)
        -> Reply
    {
        ses.call("PutIdentityPolicy", ["Identity": identity ?? owner, "PolicyName": name, "Policy": policy])
    }

    @Test("a policy is listed, read, replaced and deleted, and deleting again succeeds")
    func life() {
        #expect(put("p").status == 200)
        #expect(put("q").status == 200)
        #expect(put("p", "{}").status == 200)
        #expect(ses.call("ListIdentityPolicies", ["Identity": owner]).texts("member") == ["p", "q"])
        let read = ses.call(
            "GetIdentityPolicies",
            ["Identity": owner, "PolicyNames.member.1": "p", "PolicyNames.member.2": "absent"])
        #expect(read.texts("key") == ["p"])
        #expect(read.texts("value") == ["{}"])
        for _ in 1...2 {
            #expect(ses.call("DeleteIdentityPolicy", ["Identity": owner, "PolicyName": "p"]).status == 200)
        }
        #expect(ses.call("ListIdentityPolicies", ["Identity": owner]).texts("member") == ["q"])
    }

    @Test("a policy is a JSON object", arguments: ["", "x", "[]", "\"x\"", "{", "{}x"])
    func invalid(policy: String) {
        let reply = put("p", policy)
        #expect(reply.status == 400)
        #expect(reply.text("Code") == (policy.isEmpty ? reply.text("Code") : "InvalidPolicy"))
        #expect(ses.call("ListIdentityPolicies", ["Identity": owner]).texts("member").isEmpty)
    }

    @Test("the identity may be given by its ARN, but must be the account's own")
    func arn() {
        let arn = "arn:aws:ses:us-east-1:123456789012:identity/"
        #expect(put("p", as: arn + owner).status == 200)
        #expect(ses.call("ListIdentityPolicies", ["Identity": owner]).texts("member") == ["p"])
        #expect(put("p", as: "arn:aws:ses:us-east-1:210987654321:identity/" + owner).status == 400)
        #expect(
            put("p", as: "unknown.example").error
                == "InvalidParameterValue: Identity unknown.example is invalid. "
                + "Must be a verified email address or domain.")
        for action in ["ListIdentityPolicies", "DeleteIdentityPolicy", "GetIdentityPolicies"] {
            let reply = ses.call(
                action, ["Identity": "unknown.example", "PolicyName": "p", "PolicyNames.member.1": "p"])
            #expect(reply.text("Code") == "InvalidParameterValue")
        }
    }

    @Test("the twenty-first policy is too many, replacing one of twenty is not")
    func limit() {
        for number in 1...20 { #expect(put("p\(number)").status == 200) }
        #expect(
            put("p21").error
                == "InvalidParameterValue: Number of policies for a@example.com exceeds max allowed number of "
                + "policies per resource")
        #expect(put("p20", "{}").status == 200)
    }
}

struct NotificationsTests {
    private let ses = ServiceUnderTest()
    private let identity = "a@example.com"
    private let topic = "arn:aws:sns:us-east-1:123456789012:ses-conformance"

    init() { ses.verify(identity) }

    private func set(_ type: String, _ topic: String?) -> Reply {
        guard let topic else {
            return ses.call("SetIdentityNotificationTopic", ["Identity": identity, "NotificationType": type])
        }
        return ses.call(
            "SetIdentityNotificationTopic", ["Identity": identity, "NotificationType": type, "SnsTopic": topic])
    }

    private func forward(_ flag: String) -> Reply {
        ses.call("SetIdentityFeedbackForwardingEnabled", ["Identity": identity, "ForwardingEnabled": flag])
    }

    private var attributes: Reply {
        ses.call("GetIdentityNotificationAttributes", ["Identities.member.1": identity])
    }

    @Test("topics are set one by one and cleared without a topic or with an empty one")
    func topics() {
        #expect(set("Bounce", topic).status == 200)
        #expect(attributes.text("BounceTopic") == topic)
        #expect(attributes.text("ComplaintTopic") == nil)
        #expect(set("Bounce", "").status == 200)
        #expect(attributes.text("BounceTopic") == nil)
        #expect(set("Delivery", topic).status == 200)
        #expect(set("Delivery", nil).status == 200)
        #expect(attributes.text("DeliveryTopic") == nil)
    }

    @Test("a topic must be well-formed and there")
    func badTopics() {
        #expect(set("Bounce", "x").error == "InvalidParameterValue: Invalid SNS topic: x")
        #expect(
            set("Bounce", topic + "-2").error
                == "InvalidParameterValue: SNS topic &lt;\(topic)-2&gt; not found.")
        let any = ServiceUnderTest(Settings(resources: .any))
        any.verify(identity)
        let reply = any.call(
            "SetIdentityNotificationTopic",
            ["Identity": identity, "NotificationType": "Bounce", "SnsTopic": topic + "-2"])
        #expect(reply.status == 200)
    }

    @Test("forwarding ends only where both topics are set, and both stay as long as it is off")
    func forwarding() {
        #expect(forward("false").text("Code") == "InvalidParameterValue")
        _ = set("Bounce", topic)
        #expect(forward("false").text("Code") == "InvalidParameterValue")
        _ = set("Complaint", topic)
        #expect(forward("false").status == 200)
        #expect(attributes.text("ForwardingEnabled") == "false")
        #expect(set("Bounce", nil).text("Code") == "InvalidParameterValue")
        #expect(forward("true").status == 200)
        #expect(set("Bounce", nil).status == 200)
    }

    @Test("unknown identities are refused by the setters and left out by the getter")
    func unknown() {
        let reply = ses.call(
            "SetIdentityFeedbackForwardingEnabled", ["Identity": "b@example.com", "ForwardingEnabled": "true"])
        #expect(
            reply.error
                == "InvalidParameterValue: Identity b@example.com is invalid. Must be a verified email address or domain."
        )
        let topics = ses.call(
            "SetIdentityNotificationTopic", ["Identity": "b@example.com", "NotificationType": "Bounce"])
        #expect(topics.text("Code") == "InvalidParameterValue")
        let arn = "arn:aws:ses:us-east-1:123456789012:identity/a@example.com"
        let attributes = ses.call(
            "GetIdentityNotificationAttributes",
            ["Identities.member.1": "b@example.com", "Identities.member.2": arn])
        #expect(attributes.texts("key") == [arn])
    }
}

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

struct DkimTests {
    @Test("signing can be switched on where tokens were asked for, and off anywhere")
    func enabled() {
        let ses = ServiceUnderTest()
        ses.call("VerifyDomainIdentity", ["Domain": "example.com"])
        ses.verify("a@example.com", "b@example.org")
        let set = { (identity: String, flag: String) in
            ses.call("SetIdentityDkimEnabled", ["Identity": identity, "DkimEnabled": flag]).error
        }
        let fault = "InvalidParameterValue: Identity example.com is not verified for DKIM signing."
        #expect(set("example.com", "true") == fault)
        #expect(set("example.com", "false") == "200")
        ses.call("VerifyDomainDkim", ["Domain": "example.com"])
        #expect(set("example.com", "true") == "200")
        #expect(set("a@example.com", "false") == "200")
        #expect(set("b@example.org", "true").hasPrefix("InvalidParameterValue"))
        #expect(set("unknown.example", "false").hasPrefix("InvalidParameterValue"))
        let reply = ses.call(
            "GetIdentityDkimAttributes",
            [
                "Identities.member.1": "example.com", "Identities.member.2": "a@example.com",
                "Identities.member.3": "b@example.org", "Identities.member.4": "unknown.example",
            ])
        #expect(reply.texts("key") == ["example.com", "a@example.com", "b@example.org"])
        #expect(reply.texts("DkimEnabled") == ["true", "false", "false"])
        #expect(reply.texts("DkimVerificationStatus") == ["Success", "Success", "NotStarted"])
        #expect(reply.texts("DkimTokens").count == 2)
    }

    @Test("tokens are the same each time and have their form")
    func tokens() throws {
        let random = RandomIdentifiers()
        let tokens = random.dkimTokens(for: "example.com")
        #expect(tokens == random.dkimTokens(for: "example.com"))
        #expect(Set(tokens).count == 3)
        #expect(tokens != random.dkimTokens(for: "example.org"))
        #expect(tokens.allSatisfy { $0.wholeMatch(of: /[a-z0-9]{32}/) != nil })
        #expect(random.verificationToken(for: "a.b").wholeMatch(of: /[A-Za-z0-9+\/]{43}=/) != nil)
        let uuid = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
        #expect(random.requestID().wholeMatch(of: uuid) != nil)
        let message = random.messageID(at: 1_545_155_745_607)
        #expect(message.hasPrefix("01000167c2759747-"))
        #expect(message.hasSuffix("-000000"))
        #expect(message.utf8.count == 60)
    }

    @Test("asking for tokens makes the domain an identity")
    func creates() {
        let ses = ServiceUnderTest(Settings(verification: .pending))
        ses.call("VerifyDomainDkim", ["Domain": "example.com"])
        #expect(ses.call("ListIdentities").texts("member") == ["example.com"])
        let reply = ses.call("GetIdentityDkimAttributes", ["Identities.member.1": "example.com"])
        #expect(reply.text("DkimVerificationStatus") == "Pending")
        #expect(ses.call("VerifyDomainDkim", ["Domain": "x"]).text("Code") == "InvalidParameterValue")
    }
}
