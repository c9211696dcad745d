import Testing
import Wire

@Suite struct SignatureHeaderTests {
    static let signature = String(repeating: "0a", count: 32)
    static let scope = "AKID/20150830/us-east-1/ses/aws4_request"

    @Test(
        "the parts come out, whatever their order and spacing",
        arguments: [
            "AWS4-HMAC-SHA256 Credential=\(scope), SignedHeaders=host;x-amz-date, Signature=\(signature)",
            "AWS4-HMAC-SHA256 Credential=\(scope),SignedHeaders=host;x-amz-date,Signature=\(signature)",
            "AWS4-HMAC-SHA256   Signature=\(signature) ,\tSignedHeaders=host;x-amz-date , Credential=\(scope)",
        ])
    func parts(value: String) throws {
        let header = try SignatureHeader(value)
        #expect(header.accessKeyID == "AKID")
        #expect(header.day == "20150830")
        #expect(header.region == "us-east-1")
        #expect(header.service == "ses")
        #expect(header.signedHeaders == ["host", "x-amz-date"])
        #expect(header.signature == Self.signature)
    }

    @Test("a key may hold a slash") func slash() throws {
        let value = "AWS4-HMAC-SHA256 Credential=a/\(Self.scope), SignedHeaders=host, Signature=\(Self.signature)"
        #expect(try SignatureHeader(value).accessKeyID == "a/AKID")
    }

    @Test(
        "what is malformed is said",
        arguments: [
            ("", AuthorizationFault.algorithm), ("Basic dTpw", .algorithm), ("AWS4-HMAC-SHA256", .algorithm),
            ("AWS4-HMAC-SHA256 Credential", .part("Credential")), ("AWS4-HMAC-SHA256 ", .part("")),
            ("AWS4-HMAC-SHA256 =x", .part("=x")), ("AWS4-HMAC-SHA256 a=b", .missing("Credential")),
            ("AWS4-HMAC-SHA256 Credential=\(scope)", .missing("SignedHeaders")),
            ("AWS4-HMAC-SHA256 Credential=\(scope), SignedHeaders=host", .missing("Signature")),
            ("AWS4-HMAC-SHA256 Credential=, SignedHeaders=host, Signature=x", .missing("Credential")),
            (
                "AWS4-HMAC-SHA256 Credential=\(scope), Credential=b, SignedHeaders=host, Signature=x",
                .repeated("Credential")
            ),
            ("AWS4-HMAC-SHA256 Credential=AKID, SignedHeaders=host, Signature=\(signature)", .scope("AKID")),
            (
                "AWS4-HMAC-SHA256 Credential=A/2015/r/s/aws4_request, SignedHeaders=host, Signature=\(signature)",
                .scope("A/2015/r/s/aws4_request")
            ),
            (
                "AWS4-HMAC-SHA256 Credential=A/20150830//s/aws4_request, SignedHeaders=host, Signature=\(signature)",
                .scope("A/20150830//s/aws4_request")
            ),
            (
                "AWS4-HMAC-SHA256 Credential=A/20150830/r/s/aws3, SignedHeaders=host, Signature=\(signature)",
                .scope("A/20150830/r/s/aws3")
            ),
            ("AWS4-HMAC-SHA256 Credential=\(scope), SignedHeaders=host, Signature=0a", .signature("0a")),
            (
                "AWS4-HMAC-SHA256 Credential=\(scope), SignedHeaders=host, Signature=\(signature.uppercased())",
                .signature(signature.uppercased())
            ),
        ])
    func malformed(value: String, fault: AuthorizationFault) {
        #expect(throws: WireError.authorization(fault, header: value)) { try SignatureHeader(value) }
    }

    @Test("the error quotes the header as received") func wording() {
        #expect(
            WireError.authorization(.missing("Signature"), header: "AWS4-HMAC-SHA256 a=b").description
                == "malformed Authorization header: no Signature: \"AWS4-HMAC-SHA256 a=b\"")
    }
}
