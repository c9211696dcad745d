import Foundation
import ReferenceService
import Testing
import Wire

@testable import ses_conformance

/// An endpoint that repeats what it must not, in headers, bodies and messages, in several spellings.
private final class EvilService: Service {
    private let inner = ReferenceService()
    private let seen = Guarded<Set<String>>([])

    /// Every signature and header of Authorization so far.
    var signatures: Set<String> { seen.withLock { $0 } }

    static let account = "987654321098"

    func answer(_ request: HTTPRequest) -> HTTPResponse {
        let header = request.header("Authorization") ?? ""
        let token = request.header("X-Amz-Security-Token") ?? ""
        let signature = header.split(separator: "Signature=").last.map(String.init) ?? ""
        if !signature.isEmpty { seen.withLock { _ = $0.insert(signature) } }
        // What can't be taken away stays in the journal.
        if String(decoding: request.body, as: UTF8.self).contains("Action=Delete") { return HTTPResponse(status: 500) }
        var response = inner.answer(request)
        let leak = [
            header, token, signature, SecretsTests.secret, SecretsTests.key, PercentEncoding.encode(header),
            token.replacing("/", with: "\\/"), "arn:aws:iam::\(Self.account):user/alice", Self.account,
        ].joined(separator: " ")
        let text = String(decoding: response.body, as: UTF8.self)
        let spoilt =
            request.target.hasPrefix("/v2/")
            ? text.replacing(/\}\s*$/, with: "\(text.contains(":") ? "," : "")\"leak\":\"\(leak)\"}")
            : text.replacing(/(<\/[A-Za-z]+>)\s*$/) { "<Leak>\(leak)</Leak>\($0.1)" }
                .replacing("</Message>", with: " \(leak)</Message>").replacing(
                    "</RequestId>", with: "\(leak)</RequestId>")
        response.body = Array(spoilt.utf8)
        response.headers.append(Header("X-Leak", leak))
        return response
    }
}

@Suite struct SecretsTests {
    static let key = "AKIAMARKEDMARKED0001"
    static let secret = "marked/secret+of/forty+characters0000000"
    private static let token = "marked-session-token/with+slashes==and-more"
    private static let keys = [
        "AWS_ACCESS_KEY_ID": key, "AWS_SECRET_ACCESS_KEY": secret, "AWS_SESSION_TOKEN": token,
    ]

    @Test(
        "nothing that a run writes holds a key, a secret, a token, a signature or an account", arguments: [true, false])
    func written(_ isLive: Bool) async throws {
        try await withFolder { folder in
            let evil = EvilService()
            let server = try Server(evil)
            let tool = try await ToolProcess.run(
                Self.arguments("http://127.0.0.1:\(server.port)", folder, isLive: isLive),
                environment: Self.keys.merging([
                    "SES_CONFORMANCE_STATE": folder.appending(path: "state").path, "GITHUB_ACTIONS": "true",
                    "GITHUB_STEP_SUMMARY": folder.appending(path: "summary.md").path,
                ]) { $1 })
            server.stop()
            #expect(tool.status == 1, "\(tool.errorOutput)")
            var texts = ["stdout": tool.output, "stderr": tool.errorOutput]
            for file in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
                let data = FileManager.default.contents(atPath: folder.appending(path: file).path) ?? Data()
                texts[file] = String(decoding: data, as: UTF8.self)
            }
            #expect(texts.keys.contains { $0.hasSuffix(".journal") } && texts.count > 10, "\(texts.keys)")
            #expect(texts["report.html"]?.contains("(hidden)") == true)
            #expect(!evil.signatures.isEmpty)
            Self.search(texts, evil.signatures, isLive: isLive)
        }
    }

    private static func arguments(_ address: String, _ folder: URL, isLive: Bool) -> [String] {
        let reports = ["terminal", "json", "junit", "html", "sarif", "markdown", "github", "badge"].flatMap {
            ["--report", "\($0)=\(folder.appending(path: "report.\($0)").path)"]
        }
        let live = ["--live", "--yes", "--sender", "me@corp.test", "--domain", "corp.test", "--rate", "2000/s"]
        return [
            "v1/ListIdentities/*", "v1/SendEmail/m*", "v1/CreateReceiptRuleSet/*", "v2/CreateEmailTemplate/*",
            "v1/GetSendQuota/*", "--verbose", "--report", "terminal=-", "--endpoint", address,
        ] + reports + (isLive ? live : [])
    }

    private static func search(_ texts: [String: String], _ signatures: Set<String>, isLive: Bool) {
        var words = [key, secret, token, PercentEncoding.encode(token), token.replacing("/", with: "\\/")]
        if isLive { words += [EvilService.account, "alice"] }
        for (name, text) in texts {
            for word in words { #expect(!text.contains(word), "\(name) holds \(word): \(around(word, text))") }
            for signature in signatures where text.contains(signature) {
                Issue.record("\(name) holds a signature: \(around(signature, text))")
            }
            #expect(!text.contains("Credential=AKIA"), "\(name)")
        }
    }

    /// The first place of a word and what surrounds it.
    private static func around(_ word: String, _ text: String) -> String {
        guard let range = text.firstRange(of: word) else { return "" }
        return String(text[..<range.lowerBound].suffix(80)) + "[…]" + String(text[range.upperBound...].prefix(80))
    }
}
