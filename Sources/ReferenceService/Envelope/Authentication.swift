import Wire

/// Looks for a signature and at its form.
///
/// Source: API reference p. 94 to 97; the samples for the `X-Amzn-Authorization` header.
enum Authentication {
    /// - Throws: `MissingAuthenticationToken` without a signature, `IncompleteSignature` where a part of it is missing.
    static func check(_ request: HTTPRequest, _ parameters: [FormParameter]) throws(Refusal) {
        if let header = request.header("Authorization") ?? request.header("X-Amzn-Authorization") {
            return try check(header: header)
        }
        let names = Set(parameters.lazy.map(\.name).filter { known.contains($0) })
        if names.contains("X-Amz-Signature") || names.contains("X-Amz-Algorithm") {
            return try require(["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-SignedHeaders", "X-Amz-Signature"], names)
        }
        if names.contains("Signature") {
            return try require(["AWSAccessKeyId", "SignatureMethod", "SignatureVersion", "Signature"], names)
        }
        throw Refusal("MissingAuthenticationToken", status: 403, "Request is missing Authentication Token")
    }

    private static let known: Set<String> = [
        "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-SignedHeaders", "X-Amz-Signature", "AWSAccessKeyId",
        "SignatureMethod", "SignatureVersion", "Signature",
    ]

    private static func check(header: String) throws(Refusal) {
        let header = header.drop { $0 == " " }
        let scheme = header.prefix { $0 != " " }
        let parts = header.dropFirst(scheme.utf8.count).split(separator: ",")
        var names: Set<String> = []
        for part in parts {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { continue }
            let name = pair[0].filter { $0 != " " && $0 != "\n" }
            if name == "Credential", !isCredential(pair[1]) { continue }
            names.insert(name)
        }
        switch scheme {
        case "AWS4-HMAC-SHA256": try require(["Credential", "SignedHeaders", "Signature"], names)
        case "AWS3", "AWS3-HTTPS": try require(["AWSAccessKeyId", "Algorithm", "Signature"], names)
        default: throw incomplete("Unsupported authorization scheme '\(scheme)'.")
        }
    }

    /// `AKIDEXAMPLE/20150830/us-east-1/ses/aws4_request`.
    private static func isCredential(_ text: Substring) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count >= 5 && parts.allSatisfy { !$0.isEmpty }
    }

    private static func require(_ parts: [String], _ names: Set<String>) throws(Refusal) {
        guard let missing = parts.first(where: { !names.contains($0) }) else { return }
        throw incomplete("Authorization requires '\(missing)'.")
    }

    static func incomplete(_ message: String) -> Refusal { Refusal("IncompleteSignature", message) }
}
