import Foundation
import Testing
import Wire

@testable import ReferenceService

/// Answers of v2 as they were recorded or pasted; only ids, names and times are the test's own.
struct PublishedJSONAnswersTests {
    private let ses = ServiceUnderTest(Settings(verification: .pending))

    @Test("a new address is pending")
    func newAddress() {
        #expect(
            ses.createIdentities("a@example.com")[0].body
                == "{\"IdentityType\":\"EMAIL_ADDRESS\",\"VerifiedForSendingStatus\":false}")
    }

    @Test("a pending address shows what it has, and no more")
    func pendingAddress() {
        ses.createIdentities("a@example.com")
        #expect(
            ses.request("GET", "/identities/a%40example.com").body
                == "{\"IdentityType\":\"EMAIL_ADDRESS\",\"FeedbackForwardingStatus\":true,"
                + "\"VerifiedForSendingStatus\":false,\"DkimAttributes\":{\"SigningEnabled\":false,"
                + "\"Status\":\"NOT_STARTED\",\"SigningAttributesOrigin\":\"AWS_SES\","
                + "\"NextSigningKeyLength\":\"RSA_1024_BIT\"},"
                + "\"MailFromAttributes\":{\"BehaviorOnMxFailure\":\"USE_DEFAULT_VALUE\"},\"Policies\":{},"
                + "\"Tags\":[],\"VerificationStatus\":\"PENDING\",\"VerificationInfo\":{}}")
    }

    @Test("a pending domain has three tokens, and keys with their lengths and time")
    func pendingDomain() {
        ses.createIdentities("example.com")
        let reply = ses.request("GET", "/identities/example.com")
        #expect((0..<4).map { reply["DkimAttributes.Tokens.\($0)"]?.count } == [32, 32, 32, nil])
        #expect(reply["DkimAttributes.Status"] == "PENDING")
        #expect(reply["DkimAttributes.CurrentSigningKeyLength"] == "RSA_2048_BIT")
        #expect(reply["DkimAttributes.LastKeyGenerationTimestamp"] == "1545155745.607")
        #expect(reply["VerificationStatus"] == "PENDING")
    }

    @Test("a domain without DKIM shows what an address shows")
    func plainDomain() {
        ses.call("VerifyDomainIdentity", ["Domain": "example.com"])
        ses.createIdentities("a@example.net")
        let bodies = ["example.com", "a@example.net"].map { ses.request("GET", "/identities/" + $0).body }
        #expect(bodies[0] == bodies[1].replacing("EMAIL_ADDRESS", with: "DOMAIN"))
    }

    @Test("a list shows type, name and state of each identity")
    func list() {
        ses.createIdentities("example.com")
        #expect(
            ses.request("GET", "/identities").body
                == "{\"EmailIdentities\":[{\"IdentityType\":\"DOMAIN\",\"IdentityName\":\"example.com\","
                + "\"SendingEnabled\":false,\"VerificationStatus\":\"PENDING\"}]}")
    }

    @Test("an operation without output answers an empty object, in JSON, with its id")
    func void() {
        ses.createIdentities("a@example.com")
        let reply = ses.request("DELETE", "/identities/a@example.com/policies/p")
        #expect(reply.outcome == "200 {}")
        #expect(
            reply.headers.map(\.name) == ["x-amzn-RequestId", "Content-Type", "Date"]
                && reply.headers[0].value == FixedIdentifiers.request && reply.headers[1].value == "application/json")
    }

    @Test("a right signature is accepted, each other is refused by a code of its own, its path encoded as it is sent")
    func signatures() {
        let credentials = Credentials(accessKeyID: "A", secretAccessKey: "s")
        let ses = ServiceUnderTest(Settings(credentials: credentials))
        let now = Date(timeIntervalSince1970: 1_545_155_745)
        func outcome(_ credentials: Credentials, _ date: Date, target: String? = nil) -> String {
            let path = "/v2/email/identities/a%2Bb%40example.com?x=%20"
            var request = HTTPRequest(method: "GET", target: path, headers: [Header("Host", "localhost")])
            request = Signer(credentials: credentials, region: "us-east-1").sign(request, host: "localhost", at: date)
            request.target = target ?? path
            return Reply(ses.service.answer(request)).outcome
        }
        #expect(
            outcome(credentials, now) == "NotFoundException 404: Email identity <a+b@example.com> does not exist.")
        #expect(
            outcome(Credentials(accessKeyID: "B", secretAccessKey: "s"), now)
                == "UnrecognizedClientException 403: The security token included in the request is invalid.")
        #expect(outcome(credentials, now, target: "/v2/email/account").hasPrefix("InvalidSignatureException 403: "))
        #expect(outcome(credentials, now.addingTimeInterval(-902)).hasPrefix("InvalidSignatureException 403: "))
        #expect(ses.request("GET", "/account").outcome.hasPrefix("IncompleteSignatureException 403: "))
        #expect(
            ses.request("GET", "/account", headers: []).outcome
                == "MissingAuthenticationTokenException 403: Missing Authentication Token")
    }

    @Test("a path that nobody knows and a method that it does not have are unknown operations")
    func unknown() {
        #expect(ses.request("GET", "/nothing").outcome == "UnknownOperationException 404")
        #expect(ses.request("PUT", "/account").outcome == "UnknownOperationException 404")
    }

    @Test("too many requests in a second are told so")
    func throttled() {
        let ses = ServiceUnderTest(Settings(throttle: 1))
        ses.request("GET", "/account")
        #expect(ses.request("GET", "/account").outcome == "TooManyRequestsException 429: Rate exceeded")
    }
}

/// What was published, or claimed, of requests that v2 refuses.
struct PublishedJSONErrorsTests {
    private let ses = ServiceUnderTest()
    private let one = "BadRequestException 400: 1 validation error detected: Value at "

    init() { ses.createIdentities("sender@example.com") }

    @Test("a mail without a sender is refused by what it is")
    func noSender() {
        ses.createTemplate()
        func send(_ content: String) -> String {
            ses.request("POST", "/outbound-emails", "{\"Content\":{\(content)}}").outcome
        }
        #expect(send(ServiceUnderTest.simple) == "BadRequestException 400")
        #expect(send("\"Template\":{\"TemplateName\":\"t\"}") == "BadRequestException 400: Source cannot be empty")
        #expect(
            send("\"Raw\":{\"Data\":\"VG86IGENCg0KYg==\"}")
                == "BadRequestException 400: Missing required header 'From'.")
    }

    @Test("an empty recipient is no address")
    func emptyRecipient() {
        let body = "{\"FromEmailAddress\":\"sender@example.com\",\"Destination\":{\"ToAddresses\":[\"\"]},"
        #expect(
            ses.request("POST", "/outbound-emails", body + "\"Content\":{\(ServiceUnderTest.simple)}}").outcome
                == "BadRequestException 400: Invalid email address .")
    }

    @Test("a configuration set, a tag without name and a header without name are refused")
    func parts() {
        #expect(
            ses.sendOutbound(ServiceUnderTest.simple, ",\"ConfigurationSetName\":\"c\"").outcome
                == "NotFoundException 404: Configuration set <c> does not exist.")
        #expect(
            ses.sendOutbound(ServiceUnderTest.simple, ",\"EmailTags\":[{\"Name\":\"\",\"Value\":\"v\"}]").outcome
                == "BadRequestException 400: The tag name must be specified.")
        let headers = ServiceUnderTest.simple.dropLast() + ",\"Headers\":[{\"Value\":\"v\"}]}"
        #expect(
            ses.sendOutbound(String(headers)).outcome
                == one + "'content.simple.headers.1.member.name' failed to satisfy constraint: Member must not be null")
    }

    @Test("a policy that is left out, one that is there, and an identity that is not")
    func policies() {
        let path = "/identities/sender@example.com/policies/p"
        #expect(
            ses.request("POST", path, "{}").outcome
                == one + "'policy' failed to satisfy constraint: Member must not be null")
        ses.request("POST", path, "{\"Policy\":\"{}\"}")
        #expect(
            ses.request("POST", path, "{\"Policy\":\"{}\"}").outcome
                == "AlreadyExistsException 400: Policy <p> already exists")
        let missing = "NotFoundException 404: Email identity <b@example.com> does not exist."
        #expect(ses.request("GET", "/identities/b@example.com/policies").outcome == missing)
        for method in ["POST", "PUT"] {
            let reply = ses.request(method, "/identities/b@example.com/policies/p", "{\"Policy\":\"{}\"}")
            #expect(reply.outcome == missing)
        }
    }

    @Test(
        "a member of the wrong type is told by what was found",
        arguments: [
            ("\"FromEmailAddress\":1", "NUMBER_VALUE can not be converted to a String"),
            ("\"FromEmailAddress\":true", "TRUE_VALUE can not be converted to a String"),
            ("\"FromEmailAddress\":[]", "Start of list found where not expected"),
            ("\"FromEmailAddress\":{}", "Start of structure or map found where not expected."),
            ("\"ReplyToAddresses\":\"x\"", "Expected list or null"),
        ])
    func wrongTypes(member: String, message: String) {
        #expect(
            ses.request("POST", "/outbound-emails", "{\(member)}").outcome == "SerializationException 400: " + message)
    }

    @Test("a page size that is no number")
    func pageSize() {
        #expect(
            ses.request("GET", "/templates?PageSize=x").outcome
                == "SerializationException 400: 'x' can not be converted to Integer")
    }
}
