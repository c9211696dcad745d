import Testing

@testable import ReferenceService

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
