import Foundation
import Testing
import Wire

@Suite struct SignerTests {
    static let unreserved = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    static let token =
        "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUu"
        + "wthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHN"
        + "VXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA=="
    static let form = Header("Content-Type", "application/x-www-form-urlencoded")

    struct Vector: Sendable, CustomTestStringConvertible {
        let name: String
        let request: HTTPRequest
        let token: String?
        let signedHeaders: String
        let signature: String

        init(
            _ name: String, _ method: String, _ target: String, headers: [Header] = [], body: String = "",
            token: String? = nil, signed: String = "host;x-amz-date", signature: String
        ) {
            self.name = name
            request = HTTPRequest(method: method, target: target, headers: headers, body: Array(body.utf8))
            self.token = token
            signedHeaders = signed
            self.signature = signature
        }

        var testDescription: String { name }
    }

    /// Source: AWS's Signature Version 4 test suite, by its names; signatures agree with botocore 1.43's.
    static let suite: [Vector] = [
        Vector(
            "get-vanilla", "GET", "/", signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        Vector(
            "get-vanilla-query-order-key-case", "GET", "/?Param2=value2&Param1=value1",
            signature: "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"),
        Vector(
            "get-vanilla-query-order-value", "GET", "/?Param1=value2&Param1=value1",
            signature: "5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694"),
        Vector(
            "get-vanilla-query-order-key", "GET", "/?Param1=value2&Param1=Value1",
            signature: "eedbc4e291e521cf13422ffca22be7d2eb8146eecf653089df300a15b2382bd1"),
        Vector(
            "get-vanilla-empty-query-key", "GET", "/?Param1=value1",
            signature: "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb"),
        Vector(
            "get-vanilla-query-unreserved", "GET", "/?\(unreserved)=\(unreserved)",
            signature: "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197"),
        Vector(
            "get-vanilla-utf8-query", "GET", "/?\u{1234}=bar",
            signature: "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04"),
        Vector(
            "get-unreserved", "GET", "/\(unreserved)",
            signature: "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f"),
        Vector(
            "get-utf8", "GET", "/\u{1234}",
            signature: "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"),
        Vector(
            "get-space", "GET", "/example space/",
            signature: "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741"),
        Vector(
            "get-relative", "GET", "/example/..",
            signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        Vector(
            "get-relative-relative", "GET", "/example1/example2/../..",
            signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        Vector("get-slash", "GET", "//", signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        Vector(
            "get-slash-dot-slash", "GET", "/./",
            signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        Vector(
            "get-slashes", "GET", "//example//",
            signature: "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84"),
        Vector(
            "get-slash-pointless-dot", "GET", "/./example",
            signature: "ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5"),
        Vector(
            "get-header-key-duplicate", "GET", "/",
            headers: [Header("My-Header1", "value2"), Header("My-Header1", "value2"), Header("My-Header1", "value1")],
            signed: "host;my-header1;x-amz-date",
            signature: "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea"),
        Vector(
            "get-header-value-order", "GET", "/",
            headers: [
                Header("My-Header1", "value4"), Header("My-Header1", "value1"), Header("My-Header1", "value3"),
                Header("My-Header1", "value2"),
            ],
            signed: "host;my-header1;x-amz-date",
            signature: "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01"),
        Vector(
            "get-header-value-trim", "GET", "/",
            headers: [Header("My-Header1", " value1"), Header("My-Header2", " \"a   b   c\" ")],
            signed: "host;my-header1;my-header2;x-amz-date",
            signature: "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"),
        Vector(
            "get-header-value-multiline", "GET", "/", headers: [Header("My-Header1", "value1\n  value2\n     value3")],
            signed: "host;my-header1;x-amz-date",
            signature: "cfd34249e4b1c8d6b91ef74165d41a32e5fab3306300901bb65a51a73575eefd"),
        Vector(
            "post-vanilla", "POST", "/", signature: "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
        Vector(
            "post-vanilla-query", "POST", "/?Param1=value1",
            signature: "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11"),
        Vector(
            "post-header-key-sort", "POST", "/", headers: [Header("My-Header1", "value1")],
            signed: "host;my-header1;x-amz-date",
            signature: "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c"),
        Vector(
            "post-header-value-case", "POST", "/", headers: [Header("My-Header1", "VALUE1")],
            signed: "host;my-header1;x-amz-date",
            signature: "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d"),
        Vector(
            "post-x-www-form-urlencoded", "POST", "/", headers: [form], body: "Param1=value1",
            signed: "content-type;host;x-amz-date",
            signature: "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"),
        Vector(
            "post-x-www-form-urlencoded-parameters", "POST", "/",
            headers: [Header("Content-Type", "application/x-www-form-urlencoded; charset=utf8")], body: "Param1=value1",
            signed: "content-type;host;x-amz-date",
            signature: "1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe"),
        Vector(
            "post-sts-header-before", "POST", "/", token: token, signed: "host;x-amz-date;x-amz-security-token",
            signature: "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead"),
    ]

    static func signer(token: String? = nil, region: String = "us-east-1", service: String = "service") -> Signer {
        Signer(
            credentials: Credentials(
                accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
                sessionToken: token),
            region: region, service: service, day: Date(timeIntervalSince1970: 1_440_938_160))
    }

    @Test("AWS's test suite comes out", arguments: suite)
    func published(vector: Vector) {
        let signed = Self.signer(token: vector.token).sign(
            vector.request, host: "example.amazonaws.com", at: Date(timeIntervalSince1970: 1_440_938_160))
        #expect(
            signed.header("Authorization")
                == "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
                + "SignedHeaders=\(vector.signedHeaders), Signature=\(vector.signature)")
        #expect(signed.header("X-Amz-Date") == "20150830T123600Z")
        #expect(signed.header("X-Amz-Security-Token") == vector.token)
        #expect(signed.header("X-Amz-Content-SHA256") == nil)
    }

    struct Request: Sendable {
        let request: HTTPRequest
        let host: String
        let date: String
        var token: String?
        var includesContentHash = false
        let signature: String
    }

    /// Source: made with botocore 1.43 (`botocore.auth.SigV4Auth`), region eu-west-1, service ses.
    static let requests: [Request] = [
        Request(
            request: HTTPRequest(
                headers: [Header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
                body: Array("Action=SendEmail&Source=a%40example.com".utf8)),
            host: "127.0.0.1:5000", date: "20240229T235959Z",
            signature: "995f2066b1c68f652c65905a586e37625897c5c6805761126bab7ee79b8a14fc"),
        Request(
            request: HTTPRequest(
                headers: [
                    Header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                    Header("User-Agent", "x"),
                ],
                body: Array("Action=GetSendQuota&Version=2010-12-01".utf8)),
            host: "email.eu-west-1.amazonaws.com", date: "20261231T000000Z", token: token,
            signature: "670f172115e338c0ad8b2a84d658e743c76cbca2e442715a4e9487368a47e57d"),
        Request(
            request: HTTPRequest(
                method: "POST", target: "/v2/email/x", headers: [Header("Content-Type", "application/json")],
                body: Array("{}".utf8)),
            host: "localhost:5000", date: "20000101T000001Z", includesContentHash: true,
            signature: "840d99d3af872158bc76754cf0c417dc58cfe73d1620a774a4095c469978c84f"),
    ]

    @Test("another implementation signs the same", arguments: requests)
    func crossChecked(vector: Request) throws {
        let date = try #require(Timestamp.date(compact: vector.date))
        let signer = Self.signer(token: vector.token, region: "eu-west-1", service: "ses")
        let signed = signer.sign(
            vector.request, host: vector.host, at: date, includesContentHash: vector.includesContentHash)
        #expect(signed.header("Authorization")?.hasSuffix("Signature=\(vector.signature)") == true)
    }

    @Test("an encoded path is encoded once more, a query decoded and encoded anew") func canonical() {
        let request = HTTPRequest(
            method: "DELETE", target: "/v2/email/identities/a%2Bb%40example.com?x=~&b=%2f&b&a=%zz&c=1+2")
        #expect(
            CanonicalRequest(request, host: "h", payloadHash: "HASH").text == """
                DELETE
                /v2/email/identities/a%252Bb%2540example.com
                a=%25zz&b=&b=%2F&c=1%2B2&x=~
                host:h

                host
                HASH
                """)
    }

    @Test("signing again replaces what signing added") func again() {
        let signer = Self.signer(token: "token")
        let once = signer.sign(HTTPRequest(), host: "h", at: Date(timeIntervalSince1970: 0))
        let twice = signer.sign(once, host: "h", at: Date(timeIntervalSince1970: 1_440_938_160))
        #expect(twice.headers.map(\.name) == once.headers.map(\.name))
        #expect(twice == signer.sign(HTTPRequest(), host: "h", at: Date(timeIntervalSince1970: 1_440_938_160)))
    }
}
