import Foundation

/// What became of looking at a received request's signature.
public enum SignatureCheck: Sendable, Hashable {
    case valid
    /// There is no `Authorization` header.
    case unsigned
    /// The `Authorization` header cannot be read, for this reason.
    case malformed(WireError)
    /// The request is signed with this access key, which is not the expected one.
    case otherKey(String)
    /// The request is signed for this day, region and service: `20150830/us-east-1/email`.
    case otherScope(String)
    /// The session token is missing, not expected or another one.
    case otherToken
    /// There is no `X-Amz-Date` of the right form, or one of another day than the credential's; as received.
    case undated(String?)
    /// The date is further from now than is allowed.
    case expired(Date)
    /// A header that must be signed is not, or one that was signed did not arrive.
    case headerNotSigned(String)
    /// All is there and the signature is another; what should have been signed.
    case mismatch(CanonicalRequest)
}

extension Signer {
    /// Computes a received request's signature anew and compares.
    ///
    /// - Parameters:
    ///   - now: what the request's date is held against; nil takes any date.
    ///   - tolerance: the largest difference from now, in seconds, inclusive.
    public func check(_ request: HTTPRequest, at now: Date? = nil, tolerance: TimeInterval = 300) -> SignatureCheck {
        guard let value = request.header("Authorization") else { return .unsigned }
        let header: SignatureHeader
        do throws(WireError) { header = try SignatureHeader(value) } catch { return .malformed(error) }
        guard header.accessKeyID == credentials.accessKeyID else { return .otherKey(header.accessKeyID) }
        guard header.region == region, header.service == service else {
            return .otherScope("\(header.day)/\(header.region)/\(header.service)")
        }
        guard request.header("X-Amz-Security-Token") == credentials.sessionToken else { return .otherToken }
        guard let timestamp = request.header("X-Amz-Date"), let date = Timestamp.date(compact: timestamp),
            timestamp.hasPrefix(header.day)
        else { return .undated(request.header("X-Amz-Date")) }
        if let now, abs(date.timeIntervalSince(now)) > tolerance { return .expired(date) }
        if let name = unsignedHeader(of: request, header) { return .headerNotSigned(name) }
        let declared = request.header("X-Amz-Content-SHA256")
        let isUnhashed = declared == "UNSIGNED-PAYLOAD"
        let canonical = CanonicalRequest(
            request, host: request.header("Host") ?? "", signing: header.signedHeaders,
            payloadHash: isUnhashed ? "UNSIGNED-PAYLOAD" : Hexadecimal.text(SHA256.digest(of: request.body)))
        return signature(of: canonical, timestamp: timestamp) == header.signature ? .valid : .mismatch(canonical)
    }

    /// The first header that stands in the way of a signature that means something.
    private func unsignedHeader(of request: HTTPRequest, _ header: SignatureHeader) -> String? {
        for name in ["host", "x-amz-date"] where !header.signedHeaders.contains(name) { return name }
        for name in header.signedHeaders where request.header(name) == nil { return name }
        return nil
    }
}
