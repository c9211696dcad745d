import Foundation
import FoundationNetworking
import Testing

/// `serve` while it runs, and a client that asks it.
struct ServedService {
    let tool: RunningTool
    /// `http://127.0.0.1:8025`.
    let address: String

    /// Starts `serve` on a free port.
    init(_ arguments: String..., environment: [String: String] = [:]) async throws {
        tool = try RunningTool(["serve"] + arguments, environment: environment)
        try #require(try await tool.waits(for: "\n"), "serve printed nothing: \(tool.errorOutput)")
        let match = try #require(tool.output.wholeMatch(of: /listening on (http:\/\/127\.0\.0\.1:[0-9]+)\n/))
        address = String(match.1)
    }

    /// Asks it to end.
    func stop() async {
        kill(tool.identifier, SIGINT)
        _ = await tool.end()
    }

    /// The body of a successful answer.
    func ask(_ form: String) async throws -> String {
        var request = URLRequest(url: try #require(URL(string: address)))
        request.httpMethod = "POST"
        request.httpBody = Data("\(form)&Version=2010-12-01".utf8)
        request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        request.setValue(
            "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/ses/aws4_request, "
                + "SignedHeaders=host;x-amz-date, Signature=0000", forHTTPHeaderField: "Authorization")
        let (body, response) = try await URLSession.shared.data(for: request)
        let text = String(decoding: body, as: UTF8.self)
        try #require((response as? HTTPURLResponse)?.statusCode == 200, "\(text)")
        return text
    }

    /// What a client sees of names that runs make.
    func leftovers() async throws -> [String] {
        var found: [String] = []
        for action in ["ListIdentities", "ListReceiptRuleSets", "ListReceiptFilters"] {
            let text = try await ask("Action=\(action)")
            found += text.matches(of: /sc-[A-Za-z0-9@.-]+/).map { "\(action) \($0.0)" }
        }
        if try await ask("Action=DescribeActiveReceiptRuleSet").contains("<Metadata>") {
            found.append("active rule set")
        }
        return found
    }
}
