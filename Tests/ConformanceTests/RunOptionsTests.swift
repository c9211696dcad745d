import Foundation
import SpecModel
import Testing
import Wire

@testable import Conformance

/// Requests as they are signed, looked at by who checks signatures.
@Suite struct RunOptionsTests {
    private func check(_ signature: Envelope.Signature, path: String = "") -> SignatureCheck {
        var options = Rehearsal.options()
        options.basePath = path
        var request = options.signed(HTTPRequest(body: Array("MaxItems=10".utf8)), as: signature)
        request.target = path + request.target
        request.headers.append(Header("Host", options.host))
        return options.signer.check(request, at: Date(), tolerance: 900)
    }

    @Test("a usual signature is right, below a path as well") func right() {
        #expect(check(.right) == .valid)
        #expect(check(.right, path: "/below") == .valid)
        #expect(check(.minutesOff(-14)) == .valid)
    }

    @Test("each wrong signature is wrong in its own way and in no other") func wrong() {
        #expect(check(.absent) == .unsigned)
        #expect(check(.unknownKey) == .otherKey("AKIAIOSFODNN7EXAMPLE"))
        #expect(isMismatch(check(.wrongSecret)))
        #expect(isMismatch(check(.tampered)))
        guard case .otherScope(let scope) = check(.otherService) else {
            Issue.record("the scope is the usual one")
            return
        }
        #expect(scope.hasSuffix("/us-east-1/sns"))
    }

    @Test("a signature that is too old or too new is right otherwise", arguments: [-16, 16])
    func expired(_ minutes: Int) {
        guard case .expired(let date) = check(.minutesOff(minutes)) else {
            Issue.record("it is not expired")
            return
        }
        #expect(abs(date.timeIntervalSinceNow - Double(minutes) * 60) < 30)
    }

    @Test("a malformed signature lacks nothing but itself") func malformed() {
        let request = Rehearsal.options().signed(HTTPRequest(), as: .malformed)
        let header = request.header("Authorization")
        #expect(header?.hasPrefix("AWS4-HMAC-SHA256 Credential=test/") == true)
        #expect(header?.contains("SignedHeaders=") == true)
        #expect(header?.contains("Signature=") == false)
    }

    @Test("a changed body has the length of the right one") func tampered() {
        let request = Rehearsal.options().signed(HTTPRequest(body: Array("MaxItems=10".utf8)), as: .tampered)
        #expect(String(decoding: request.body, as: UTF8.self) == "MaxItems=11")
    }

    private func isMismatch(_ check: SignatureCheck) -> Bool { if case .mismatch = check { true } else { false } }
}
