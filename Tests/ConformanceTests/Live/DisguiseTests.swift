import Foundation
import Testing
import Wire

@testable import Conformance

@Suite struct DisguiseTests {
    private static let credentials = Credentials(
        accessKeyID: "AKIAMARKEDMARKED0001", secretAccessKey: "marked/secret+of/forty+characters0000000",
        sessionToken: "marked-token/with+slashes==and-more")

    private func disguise() -> Disguise {
        var disguise = Disguise(hiding: Self.credentials)
        disguise.show("corp.test", as: "example.com")
        disguise.show("me@corp.test", as: "sc-abcde-sender@example.com")
        return disguise
    }

    @Test(
        "names go out as the user's, and come back as those of the documentation",
        arguments: [
            ("sc-abcde-1.example.com", "sc-abcde-1.corp.test"), ("sc-abcde-sender@example.com", "me@corp.test"),
            ("a@example.com, b@example.com", "a@corp.test, b@corp.test"), ("notexample.com", "notexample.com"),
            ("example.community", "example.community"), ("", ""), ("äöü@example.com", "äöü@corp.test"),
        ])
    func names(_ shown: String, _ real: String) {
        #expect(disguise().real(shown) == real)
        #expect(disguise().shown(real) == shown)
    }

    @Test("secrets are hidden however they are spelt") func secrets() {
        for secret in [
            Self.credentials.accessKeyID, Self.credentials.secretAccessKey, Self.credentials.sessionToken ?? "",
        ] {
            for spelt in [secret, secret.replacing("/", with: "\\/"), PercentEncoding.encode(secret)] {
                #expect(disguise().shown("<a>\(spelt)</a>") == "<a>(hidden)</a>")
            }
        }
    }

    @Test(
        "what emulators take for a key hides nothing",
        arguments: ["test", "testing", "test123", "localstack", "000000000000", "password"])
    func dummy(_ key: String) {
        let disguise = Disguise(hiding: Credentials(accessKeyID: key, secretAccessKey: key))
        #expect(disguise.shown("a \(key)") == "a \(key)")
    }

    @Test("a short key is hidden that no word and no number is", arguments: ["minio123", "s3cr3t-key", "abcdefg1"])
    func short(_ key: String) {
        let disguise = Disguise(hiding: Credentials(accessKeyID: "test", secretAccessKey: key))
        #expect(disguise.shown("a \(key)") == "a (hidden)")
    }

    @Test("the signature of the very request is hidden, and the header that holds it") func signature() async throws {
        let signer = Signer(credentials: Credentials(accessKeyID: "test", secretAccessKey: "test"), region: "us-east-1")
        let request = signer.sign(HTTPRequest(body: Array("Action=X".utf8)), host: "h", at: Date())
        let header = try #require(request.header("Authorization"))
        let signature = try #require(header.split(separator: "Signature=").last.map(String.init))
        let echo = CannedEndpoint { _ in
            HTTPResponse(
                status: 400, headers: [Header("X-Echo", header)], body: Array("<E>\(header)|\(signature)</E>".utf8))
        }
        let response = try await DisguisedEndpoint(echo, disguise()).exchange(request, within: .seconds(1))
        #expect(response.headers == [Header("X-Echo", "(hidden)")])
        #expect(String(decoding: response.body, as: UTF8.self) == "<E>(hidden)|(hidden)</E>")
    }

    @Test("accounts, principals and addresses that nobody named are replaced where the account is to be hidden")
    func account() {
        var disguise = disguise()
        let text =
            "arn:aws:sts::987654321098:assumed-role/Admin/alice may not, 987654321098, alice@elsewhere.io, "
            + "arn:aws:ses:us-east-1:987654321098:identity/x, bounce@simulator.amazonses.com"
        #expect(disguise.shown(text) == text)
        disguise.hidesAccount = true
        #expect(
            disguise.shown(text)
                == "arn:aws:iam::123456789012:user/somebody may not, 123456789012, somebody@example.net, "
                + "arn:aws:ses:us-east-1:123456789012:identity/x, bounce@simulator.amazonses.com")
    }
}
