import Foundation
import Testing
import Wire

@testable import ReferenceService

struct EnvelopeTests {
    private let ses = ServiceUnderTest()

    @Test("the id of the request is in a header, too")
    func headers() {
        let reply = ses.call("ListIdentities")
        #expect(reply.headers.first(named: "x-amzn-RequestId") == FixedIdentifiers.request)
        #expect(reply.headers.first(named: "Content-Type") == "text/xml")
        #expect(reply.headers.first(named: "Date") == "Tue, 18 Dec 2018 17:55:45 GMT")
    }

    @Test("an operation or a version that does not exist is told with both")
    func unknownAction() {
        let reply = ses.call("SendRawEmailAsync")
        #expect(reply.status == 400)
        #expect(reply.error == "InvalidAction: Could not find operation SendRawEmailAsync for version 2010-12-01")
        let other = ses.send(Array("Action=ListIdentities&Version=2012-12-01".utf8))
        #expect(other.error == "InvalidAction: Could not find operation ListIdentities for version 2012-12-01")
    }

    @Test("a request without action is refused, one without version is not", arguments: ["Foo=1", "Action="])
    func missingAction(body: String) {
        let reply = ses.send(Array(body.utf8))
        #expect(reply.status == 400)
        #expect(reply.text("Code") == "MissingAction")
        #expect(ses.send(Array("Action=ListIdentities".utf8)).status == 200)
    }

    @Test("a request without any parameter gets a bare element")
    func empty() {
        let reply = ses.send([])
        #expect(reply.status == 404)
        #expect(reply.body == "<UnknownOperationException/>\n")
    }

    @Test("a request without signature is refused before anything else is looked at")
    func unsigned() {
        let reply = ses.send(Array("Action=Nothing".utf8), headers: [])
        #expect(reply.status == 403)
        #expect(reply.error == "MissingAuthenticationToken: Request is missing Authentication Token")
    }

    @Test(
        "a signature that lacks a part is incomplete",
        arguments: [
            "AWS4-HMAC-SHA256 Credential=A/20150830/us-east-1/ses/aws4_request, SignedHeaders=host",
            "AWS4-HMAC-SHA256 Credential=A, SignedHeaders=host, Signature=00", "Basic QTpC", "AWS4-HMAC-SHA256", "",
            "AWS3 AWSAccessKeyId=A, Algorithm=HmacSHA256",
        ])
    func incomplete(header: String) {
        let reply = ses.send(Array("Action=ListIdentities".utf8), headers: [Header("Authorization", header)])
        #expect(reply.status == 400)
        #expect(reply.text("Code") == "IncompleteSignature")
    }

    @Test("signatures of version 3 in a header and of version 2 and 4 in the query are known")
    func otherSignatures() {
        let body = Array("Action=ListIdentities".utf8)
        let header = Header(
            "X-Amzn-Authorization",
            "AWS3 AWSAccessKeyId=A,\n Signature=w943+L=,\n Algorithm=HmacSHA256, SignedHeaders=Date;Host")
        #expect(ses.send(body, headers: [header]).status == 200)
        let second = "&AWSAccessKeyId=A&SignatureMethod=HmacSHA256&SignatureVersion=2&Signature=x"
        #expect(ses.send(body + Array(second.utf8), headers: []).status == 200)
        let fourth = "&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=A&X-Amz-SignedHeaders=host"
        #expect(ses.send(body + Array((fourth + "&X-Amz-Signature=x").utf8), headers: []).status == 200)
        #expect(ses.send(body + Array(fourth.utf8), headers: []).text("Code") == "IncompleteSignature")
    }

    @Test("where credentials are set, a signature is computed anew")
    func signatures() {
        let credentials = Credentials(accessKeyID: "A", secretAccessKey: "s")
        let ses = ServiceUnderTest(Settings(credentials: credentials))
        let now = Date(timeIntervalSince1970: 1_545_155_745)
        let answer = { (credentials: Credentials, date: Date, body: String) in
            var request = HTTPRequest(headers: [Header("Host", "localhost")], body: Array("Action=ListIdentities".utf8))
            request = Signer(credentials: credentials, region: "us-east-1").sign(request, host: "localhost", at: date)
            request.body += Array(body.utf8)
            return Reply(ses.service.answer(request))
        }
        #expect(answer(credentials, now, "").status == 200)
        #expect(answer(credentials, now.addingTimeInterval(-899), "").status == 200)
        #expect(answer(credentials, now.addingTimeInterval(-902), "").text("Code") == "RequestExpired")
        let changed = answer(credentials, now, "&MaxItems=1")
        #expect(changed.status == 403)
        #expect(
            changed.body
                == .failure(
                    "Sender", "SignatureDoesNotMatch",
                    "The request signature we calculated does not match the signature you provided. Check your AWS "
                        + "Secret Access Key and signing method. Consult the service documentation for details."))
        let stranger = answer(Credentials(accessKeyID: "B", secretAccessKey: "s"), now, "")
        #expect(
            stranger.body
                == .failure(
                    "Sender", "InvalidClientTokenId", "The security token included in the request is invalid."))
        #expect(stranger.body.utf8.count == 305)
        #expect(ses.send(Array("Action=ListIdentities".utf8)).text("Code") == "IncompleteSignature")
    }

    @Test("a query serves as well as a body")
    func query() {
        let target = "/?Action=VerifyEmailIdentity&EmailAddress=a%40example.com&Version=2010-12-01"
        #expect(ses.send([], method: "GET", target: target).status == 200)
        #expect(ses.call("ListIdentities").text("member") == "a@example.com")
        #expect(ses.send([], target: "/?Action=ListIdentities").text("member") == "a@example.com")
    }

    @Test("another method or path is no operation", arguments: [("PUT", "/"), ("DELETE", "/"), ("POST", "/x")])
    func methods(method: String, target: String) {
        let reply = ses.send(Array("Action=ListIdentities".utf8), method: method, target: target)
        #expect(reply.status == 400)
        #expect(reply.text("Code") == "InvalidAction")
    }

    @Test("a form with a damaged escape is answered 404", arguments: ["Action=%4", "Action=%zz", "Action=%ff"])
    func malformed(body: String) {
        let reply = ses.send(Array(body.utf8))
        #expect(reply.status == 404)
        #expect(reply.text("Code") == "MalformedQueryString")
    }

    @Test("a parameter that nobody knows is ignored, however deep")
    func unknownParameter() {
        #expect(ses.call("ListIdentities", ["Foo": "1", "Foo.member.0": "1", "MaxItems.x": "y"]).status == 200)
        ses.call("CreateReceiptRuleSet", ["RuleSetName": "s"])
        let reply = ses.call("CreateReceiptRule", ["RuleSetName": "s", "Rule.Name": "r", "Rule.Foo.Bar": "1"])
        #expect(reply.status == 200)
    }

    @Test("what XML must escape comes back as it was sent")
    func escapes() {
        ses.verify("a@example.com")
        let policy = #"{"a":"<&>' é 日本 🙂 \n"}"#
        ses.call("PutIdentityPolicy", ["Identity": "a@example.com", "PolicyName": "p", "Policy": policy])
        let reply = ses.call("GetIdentityPolicies", ["Identity": "a@example.com", "PolicyNames.member.1": "p"])
        #expect(reply.text("value") == #"{&quot;a&quot;:&quot;&lt;&amp;&gt;' é 日本 🙂 \n&quot;}"#)
    }

    @Test("characters that no XML document may hold are replaced")
    func unwritable() {
        ses.call("CreateReceiptRuleSet", ["RuleSetName": "s"])
        let value = "a\u{1}b\tc\u{fffe}d\u{ffff}e\u{feff}\u{fffd}"
        ses.call(
            "CreateReceiptRule",
            [
                "RuleSetName": "s", "Rule.Name": "r", "Rule.Actions.member.1.AddHeaderAction.HeaderName": "X-A",
                "Rule.Actions.member.1.AddHeaderAction.HeaderValue": value,
            ])
        let reply = ses.call("DescribeReceiptRule", ["RuleSetName": "s", "RuleName": "r"])
        #expect(reply.text("HeaderValue") == "a\u{fffd}b\tc\u{fffd}d\u{fffd}e\u{feff}\u{fffd}")
    }

    @Test("requests above the rate are throttled, and sends in other words")
    func throttling() {
        let ses = ServiceUnderTest(Settings(throttle: 2))
        #expect(ses.call("ListIdentities").status == 200)
        #expect(ses.call("ListIdentities").status == 200)
        #expect(ses.call("ListIdentities").error == "Throttling: Rate exceeded")
        #expect(ses.sendEmail().error == "Throttling: Maximum sending rate exceeded.")
        ses.clock.advance(minutes: 1)
        #expect(ses.call("ListIdentities").status == 200)
    }

    @Test("instances share nothing, and one may be asked from many threads")
    func concurrency() async {
        let ses = ses
        await withTaskGroup(of: Void.self) { group in
            for job in 0..<8 {
                group.addTask { for number in 0..<50 { ses.verify("a\(job)-\(number)@example.com") } }
            }
        }
        #expect(ses.call("ListIdentities").texts("member").count == 400)
        #expect(ServiceUnderTest().call("ListIdentities").texts("member").isEmpty)
    }
}
