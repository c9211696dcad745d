import Foundation
import Wire

/// Looks for a signature and at its form.
///
/// Source: API reference p. 94 to 97; the samples for the `X-Amzn-Authorization` header.
struct Authentication: Sendable {
    /// How far the date of a signature may be off, in seconds, inclusive.
    ///
    /// Source: API reference p. 97.
    private static let tolerance: Double = 15 * 60
    private let signer: Signer?

    init(_ settings: Settings) {
        signer = settings.credentials.map { Signer(credentials: $0, region: settings.region) }
    }

    /// - Throws: `MissingAuthenticationToken` without a signature, `IncompleteSignature` where a part of it is missing;
    ///   where signatures are computed anew, `InvalidClientTokenId`, `RequestExpired` and `SignatureDoesNotMatch`.
    func check(_ request: HTTPRequest, _ parameters: [FormParameter], at now: Int64) throws(Refusal) {
        try Self.checkForm(request, parameters)
        guard let signer else { return }
        let date = Date(timeIntervalSince1970: Double(now) / 1000)
        switch signer.check(request, at: date, tolerance: Self.tolerance) {
        case .valid: return
        case .otherKey, .otherToken:
            // Source: truth entry "unknown access key id".
            throw Refusal(
                "InvalidClientTokenId", status: 403, "The security token included in the request is invalid.")
        case .expired: throw Refusal("RequestExpired", "The date of the signature is more than 15 minutes off.")
        case .unsigned, .malformed, .undated: throw Self.incomplete("The signature is not one of version 4.")
        case .otherScope, .headerNotSigned, .mismatch:
            // Source: truth entry "wrong signature".
            throw Refusal(
                "SignatureDoesNotMatch", status: 403,
                "The request signature we calculated does not match the signature you provided. Check your AWS "
                    + "Secret Access Key and signing method. Consult the service documentation for details.")
        }
    }

    private static func checkForm(_ request: HTTPRequest, _ parameters: [FormParameter]) throws(Refusal) {
        if let header = request.header("Authorization") ?? request.header("X-Amzn-Authorization") {
            return try check(header: header)
        }
        let names = Set(parameters.lazy.map(\.name).filter { known.contains($0) })
        if names.contains("X-Amz-Signature") || names.contains("X-Amz-Algorithm") {
            return try require(
                ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-SignedHeaders", "X-Amz-Signature"], names)
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
        let bytes = Array(header.utf8).drop { $0 == UInt8(ascii: " ") }
        let scheme = String(decoding: bytes.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
        var names: Set<String> = []
        for part in bytes.dropFirst(scheme.utf8.count).split(separator: UInt8(ascii: ",")) {
            // The samples of the reference break the header into lines.
            let part = part.drop { $0 == UInt8(ascii: " ") || $0 == 0x09 || $0 == 0x0a || $0 == 0x0d }
            guard let equals = part.firstIndex(of: UInt8(ascii: "=")), equals + 1 < part.endIndex else { continue }
            let name = String(decoding: part[..<equals], as: UTF8.self)
            if name == "Credential", !isCredential(part[(equals + 1)...]) { continue }
            names.insert(name)
        }
        switch scheme {
        case "AWS4-HMAC-SHA256": try require(["Credential", "SignedHeaders", "Signature"], names)
        case "AWS3", "AWS3-HTTPS": try require(["AWSAccessKeyId", "Algorithm", "Signature"], names)
        default: throw incomplete("Unsupported authorization scheme '\(scheme)'.")
        }
    }

    /// `AKIDEXAMPLE/20150830/us-east-1/ses/aws4_request`.
    private static func isCredential(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return parts.count >= 5 && parts.allSatisfy { !$0.isEmpty }
    }

    private static func require(_ parts: [String], _ names: Set<String>) throws(Refusal) {
        guard let missing = parts.first(where: { !names.contains($0) }) else { return }
        throw incomplete("Authorization requires '\(missing)'.")
    }

    private static func incomplete(_ message: String) -> Refusal { Refusal("IncompleteSignature", message) }
}
