import Foundation
import SpecModel
import Testing
import Wire

/// A client of its own that signs, beside the tool.
struct WireClient {
    private let endpoint: any Endpoint
    private let host: String
    private let signer: Signer

    init(_ address: String, key: String = "test", secret: String = "test") throws {
        let url = try EndpointURL(address)
        endpoint = try url.makeEndpoint()
        host = url.authority
        signer = Signer(credentials: Credentials(accessKeyID: key, secretAccessKey: secret), region: "us-east-1")
    }

    /// The body of a successful answer to a form of v1.
    @discardableResult
    func ask(_ action: String, _ input: Fields = [:]) async throws -> String {
        let form = [FormParameter("Action", action), FormParameter("Version", "2010-12-01")]
        let type = Header("Content-Type", "application/x-www-form-urlencoded")
        return try await body(
            HTTPRequest(headers: [type], body: FormEncoding.encode(form + QueryParameters.flatten(input.fields))))
    }

    /// The body of a successful answer to a GET.
    func get(_ target: String) async throws -> String { try await body(HTTPRequest(method: "GET", target: target)) }

    private func body(_ request: HTTPRequest) async throws -> String {
        let signed = signer.sign(request, host: host, at: Date())
        let response = try await endpoint.exchange(signed, within: .seconds(30))
        let text = String(decoding: response.body, as: UTF8.self)
        try #require(response.status == 200, "\(request.target): \(text)")
        return text
    }

    /// What an account holds, as its lists say, without what each answer has of its own.
    func holdings() async throws -> [String] {
        var found: [String] = []
        for action in ["ListIdentities", "ListReceiptRuleSets", "ListReceiptFilters", "DescribeActiveReceiptRuleSet"] {
            let text = try await ask(action)
            found.append(text.replacing(/<RequestId>[^<]*<\/RequestId>/, with: ""))
        }
        for list in ["templates", "custom-verification-email-templates", "identities"] {
            found.append(try await get("/v2/email/\(list)"))
        }
        return found
    }

    /// Gives the account something of somebody's own.
    func occupy() async throws {
        try await ask("VerifyEmailIdentity", ["EmailAddress": "owner@example.org"])
        try await ask("VerifyDomainIdentity", ["Domain": "owned.example.org"])
        try await ask("CreateReceiptRuleSet", ["RuleSetName": "owned-set"])
        try await ask("SetActiveReceiptRuleSet", ["RuleSetName": "owned-set"])
    }
}

/// Runs a body with a folder of its own.
func withFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder)
}
