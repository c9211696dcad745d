import Foundation

/// Signs requests by Signature Version 4, in the `Authorization` header.
///
/// The signing keys of two days from the given one are made once, so that most signatures cost two hashes of
/// short texts and one of the body; other days' keys are made when they are needed.
///
/// Source: AWS General Reference, "Create a signed AWS API request".
public struct Signer: Sendable {
    static let algorithm = "AWS4-HMAC-SHA256"
    static let terminator = "aws4_request"

    public let credentials: Credentials
    /// `us-east-1`.
    public let region: String
    /// The name that signatures use: `ses`.
    public let service: String
    private let keys: [String: HMAC]

    /// - Parameter day: the first day whose key is made at once.
    public init(credentials: Credentials, region: String, service: String = "ses", day: Date = Date()) {
        self.credentials = credentials
        self.region = region
        self.service = service
        var keys: [String: HMAC] = [:]
        for date in [day, day.addingTimeInterval(86400)] {
            let day = String(Timestamp.compact(date).prefix(8))
            keys[day] = Signer.key(credentials.secretAccessKey, day: day, region: region, service: service)
        }
        self.keys = keys
    }

    /// The request with `X-Amz-Date`, `X-Amz-Security-Token` where there is a token, and `Authorization`.
    ///
    /// Headers of these names that are there already are replaced. All other headers are signed, but for those that
    /// are not sure to arrive as they are, such as `User-Agent`.
    ///
    /// - Parameters:
    ///   - host: what the endpoint sends as `Host`, with the port where it is not the scheme's own.
    ///   - includesContentHash: whether the body's hash goes out as `X-Amz-Content-SHA256`, which S3 alone demands.
    public func sign(
        _ request: HTTPRequest, host: String, at date: Date, includesContentHash: Bool = false
    ) -> HTTPRequest {
        let timestamp = Timestamp.compact(date)
        let payloadHash = Hexadecimal.text(SHA256.digest(of: request.body))
        var signed = request
        signed.headers.removeAll { header in Signer.ownHeaders.contains { header.isNamed($0) } }
        signed.headers.append(Header("X-Amz-Date", timestamp))
        if let token = credentials.sessionToken { signed.headers.append(Header("X-Amz-Security-Token", token)) }
        if includesContentHash { signed.headers.append(Header("X-Amz-Content-SHA256", payloadHash)) }
        let canonical = CanonicalRequest(signed, host: host, payloadHash: payloadHash)
        let signature = self.signature(of: canonical, timestamp: timestamp)
        let credential = "\(credentials.accessKeyID)/\(scope(day: timestamp.prefix(8)))"
        signed.headers.append(
            Header(
                "Authorization",
                "\(Signer.algorithm) Credential=\(credential), SignedHeaders=\(canonical.signedHeaders), "
                    + "Signature=\(signature)"))
        return signed
    }

    /// 64 lower-case hexadecimal digits.
    ///
    /// - Parameter timestamp: as in `X-Amz-Date`: `20150830T123600Z`.
    func signature(of request: CanonicalRequest, timestamp: String) -> String {
        let day = timestamp.prefix(8)
        let text = """
            \(Signer.algorithm)
            \(timestamp)
            \(scope(day: day))
            \(Hexadecimal.text(SHA256.digest(of: request.text)))
            """
        return Hexadecimal.text(key(day: String(day)).code(for: text))
    }

    /// `20150830/us-east-1/ses/aws4_request`.
    func scope(day: Substring) -> String { "\(day)/\(region)/\(service)/\(Signer.terminator)" }

    private func key(day: String) -> HMAC {
        keys[day] ?? Signer.key(credentials.secretAccessKey, day: day, region: region, service: service)
    }

    private static func key(_ secret: String, day: String, region: String, service: String) -> HMAC {
        var key = Array("AWS4\(secret)".utf8)
        for part in [day, region, service, terminator] { key = HMAC(key: key).code(for: part) }
        return HMAC(key: key)
    }

    private static let ownHeaders: [String] = [
        "X-Amz-Date", "X-Amz-Security-Token", "X-Amz-Content-SHA256", "Authorization",
    ]
}

extension Signer: CustomStringConvertible, CustomReflectable {
    /// `access key AKIDEXAMPLE in us-east-1/ses`.
    public var description: String { "\(credentials) in \(region)/\(service)" }

    public var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}
