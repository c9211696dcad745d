import Foundation
import Testing
import Wire

@Suite struct SignerCheckingTests {
    static let date = Date(timeIntervalSince1970: 1_440_938_160)
    static let signer = SignerTests.signer(token: "token", service: "ses")

    /// A request as a server receives it.
    static func received(_ change: (inout HTTPRequest) -> Void = { _ in }) -> HTTPRequest {
        var request = HTTPRequest(target: "/?b=2&a=1", headers: [Header("X-Own", " a  b ")], body: [1, 2, 3])
        request = signer.sign(request, host: "localhost:80", at: date)
        request.headers += [
            Header("Host", "localhost:80"), Header("User-Agent", "curl"), Header("Content-Length", "3"),
        ]
        change(&request)
        return request
    }

    static func replacing(_ name: String, with value: String?) -> HTTPRequest {
        received { request in
            request.headers.removeAll { $0.name == name }
            if let value { request.headers.append(Header(name, value)) }
        }
    }

    @Test("what was signed is valid, whatever a proxy added") func valid() {
        #expect(Self.signer.check(Self.received()) == .valid)
        #expect(Self.signer.check(Self.received { $0.headers.append(Header("Via", "1.1 x")) }) == .valid)
        #expect(Self.signer.check(Self.received { $0.target = "/?a=1&b=2" }) == .valid)
        #expect(Self.signer.check(Self.received(), at: Self.date.addingTimeInterval(300)) == .valid)
    }

    @Test("what was changed on the way is a mismatch") func changed() {
        let changes: [(inout HTTPRequest) -> Void] = [
            { $0.body.append(4) }, { $0.target = "/?a=1&b=3" }, { $0.method = "PUT" },
            { $0.headers.append(Header("x-own", "c")) },
        ]
        for change in changes {
            guard case .mismatch = Self.signer.check(Self.received(change)) else {
                Issue.record("a changed request is accepted")
                continue
            }
        }
        guard case .mismatch(let canonical) = Self.signer.check(Self.replacing("Host", with: "other")) else {
            Issue.record("another host is accepted")
            return
        }
        #expect(canonical.text.contains("\nhost:other\n"))
    }

    @Test("another secret is a mismatch") func secret() {
        let other = Signer(
            credentials: Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "x", sessionToken: "token"),
            region: "us-east-1")
        guard case .mismatch = other.check(Self.received()) else {
            Issue.record("another secret is accepted")
            return
        }
    }

    @Test("each other reason is told apart") func reasons() {
        let signer = Self.signer
        #expect(signer.check(Self.replacing("Authorization", with: nil)) == .unsigned)
        #expect(
            signer.check(Self.replacing("Authorization", with: "Bearer x"))
                == .malformed(.authorization(.algorithm, header: "Bearer x")))
        #expect(signer.check(Self.replacing("X-Amz-Date", with: nil)) == .undated(nil))
        #expect(signer.check(Self.replacing("X-Amz-Date", with: "now")) == .undated("now"))
        #expect(signer.check(Self.replacing("X-Amz-Date", with: "20150831T123600Z")) == .undated("20150831T123600Z"))
        #expect(signer.check(Self.replacing("X-Amz-Security-Token", with: nil)) == .otherToken)
        #expect(signer.check(Self.replacing("X-Amz-Security-Token", with: "x")) == .otherToken)
        #expect(signer.check(Self.replacing("X-Own", with: nil)) == .headerNotSigned("x-own"))
        #expect(signer.check(Self.replacing("Host", with: nil)) == .headerNotSigned("host"))
        #expect(signer.check(Self.received(), at: Self.date.addingTimeInterval(-301)) == .expired(Self.date))
        #expect(
            SignerTests.signer(token: "token", region: "eu-west-1", service: "ses").check(Self.received())
                == .otherScope("20150830/us-east-1/ses"))
        let key = Signer(credentials: Credentials(accessKeyID: "B", secretAccessKey: "x"), region: "us-east-1")
        #expect(key.check(Self.received()) == .otherKey("AKIDEXAMPLE"))
    }

    @Test("the date must be signed") func dateNotSigned() throws {
        let value = try #require(Self.received().header("Authorization"))
        let request = Self.replacing("Authorization", with: value.replacing("x-amz-date;", with: ""))
        #expect(Self.signer.check(request) == .headerNotSigned("x-amz-date"))
    }
}
