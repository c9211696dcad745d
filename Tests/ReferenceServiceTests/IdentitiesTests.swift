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
