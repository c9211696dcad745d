import Testing

@testable import ReferenceService

struct EmailIdentitiesTests {
    private let ses = ServiceUnderTest()

    @Test("a domain comes with DKIM, which both APIs show")
    func domain() {
        let reply = ses.createIdentities("Example.com")[0]
        #expect(reply["IdentityType"] == "DOMAIN")
        #expect(reply["DkimAttributes.SigningEnabled"] == "true")
        #expect(reply["DkimAttributes.Status"] == "SUCCESS")
        #expect(reply["DkimAttributes.Tokens.2"] == "wrqplteh7oodxnad7hsl4mixq2uavzne")
        #expect(reply["DkimAttributes.LastKeyGenerationTimestamp"] == "1545155745.607")
        let v1 = ses.call("GetIdentityDkimAttributes", ["Identities.member.1": "example.com"])
        #expect(v1.text("DkimEnabled") == "true")
        #expect(v1.texts("member").last == "wrqplteh7oodxnad7hsl4mixq2uavzne")
    }

    @Test("what v1 sets v2 shows")
    func shared() {
        ses.call("VerifyDomainIdentity", ["Domain": "example.com"])
        ses.call(
            "SetIdentityMailFromDomain",
            [
                "Identity": "example.com", "MailFromDomain": "m.example.com", "BehaviorOnMXFailure": "RejectMessage",
            ])
        ses.call("PutIdentityPolicy", ["Identity": "example.com", "PolicyName": "p", "Policy": "{}"])
        for type in ["Bounce", "Complaint"] {
            ses.call(
                "SetIdentityNotificationTopic",
                [
                    "Identity": "example.com", "NotificationType": type,
                    "SnsTopic": "arn:aws:sns:us-east-1:123456789012:ses-conformance",
                ])
        }
        ses.call("SetIdentityFeedbackForwardingEnabled", ["Identity": "example.com", "ForwardingEnabled": "false"])
        let reply = ses.request("GET", "/identities/EXAMPLE.com")
        #expect(reply["FeedbackForwardingStatus"] == "false")
        #expect(reply["MailFromAttributes.MailFromDomain"] == "m.example.com")
        #expect(reply["MailFromAttributes.MailFromDomainStatus"] == "PENDING")
        #expect(reply["MailFromAttributes.BehaviorOnMxFailure"] == "REJECT_MESSAGE")
        #expect(reply["Policies.p"] == "{}")
        #expect(reply["DkimAttributes.Status"] == "NOT_STARTED")
        ses.call("VerifyDomainDkim", ["Domain": "example.com"])
        #expect(ses.request("GET", "/identities/example.com")["DkimAttributes.SigningEnabled"] == "false")
        ses.call("SetIdentityDkimEnabled", ["Identity": "example.com", "DkimEnabled": "true"])
        #expect(ses.request("GET", "/identities/example.com")["DkimAttributes.SigningEnabled"] == "true")
        #expect(ses.request("GET", "/identities/example.com")["DkimAttributes.Tokens.0"]?.count == 32)
    }

    @Test("what v2 makes and deletes v1 knows")
    func other() {
        ses.createIdentities("a+b@example.com")
        #expect(ses.call("ListIdentities").texts("member") == ["a+b@example.com"])
        #expect(ses.request("DELETE", "/identities/a%2Bb%40example.com").outcome == "200 {}")
        #expect(ses.call("ListIdentities").texts("member").isEmpty)
    }

    @Test("an identity of either API is taken")
    func taken() {
        ses.verify("a@example.com")
        let reply = ses.createIdentities("a@example.com")[0]
        #expect(reply.outcome == "AlreadyExistsException 400: Email identity a@example.com already exist.")
    }

    @Test("what is neither an address nor a domain is no identity", arguments: ["a@", "@b.com", "example", "a b.com"])
    func malformed(name: String) {
        #expect(ses.createIdentities(name)[0].outcome.hasPrefix("BadRequestException 400: Invalid "))
    }

    @Test("identities are listed in pages, domains and addresses alike")
    func list() {
        ses.createIdentities("a@example.com", "example.com", "b@example.com")
        let first = ses.request("GET", "/identities?PageSize=2")
        #expect(first["EmailIdentities.0.IdentityName"] == "a@example.com")
        #expect(first["EmailIdentities.1.IdentityType"] == "DOMAIN")
        #expect(first["EmailIdentities.1.SendingEnabled"] == "true")
        let rest = ses.request("GET", "/identities?NextToken=\(first["NextToken"] ?? "")")
        #expect(rest["EmailIdentities.0.IdentityName"] == "b@example.com")
        #expect(rest["NextToken"] == nil)
    }

    @Test("tags are read back, a configuration set is not to be had")
    func tags() {
        let body = "{\"EmailIdentity\":\"a@example.com\",\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}]}"
        ses.request("POST", "/identities", body)
        #expect(ses.request("GET", "/identities/a@example.com")["Tags.0.Value"] == "v")
        let other = "{\"EmailIdentity\":\"b@example.com\",\"ConfigurationSetName\":\"c\"}"
        #expect(
            ses.request("POST", "/identities", other).outcome
                == "NotFoundException 404: Configuration set <c> does not exist.")
    }

    @Test("whom nobody knows is not found", arguments: ["GET", "DELETE"])
    func missing(method: String) {
        #expect(
            ses.request(method, "/identities/a@example.com").outcome
                == "NotFoundException 404: Email identity <a@example.com> does not exist.")
    }
}
