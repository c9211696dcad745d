/// The parts of an `Authorization` header of Signature Version 4.
///
///     AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/ses/aws4_request,
///     SignedHeaders=host;x-amz-date, Signature=5fa0…
public struct SignatureHeader: Sendable, Hashable {
    public let accessKeyID: String
    /// Eight digits: `20150830`.
    public let day: String
    public let region: String
    public let service: String
    /// Lower-case names, as received.
    public let signedHeaders: [String]
    /// 64 lower-case hexadecimal digits.
    public let signature: String

    /// Reads a header's value.
    ///
    /// - Throws: ``WireError/authorization(_:header:)``.
    public init(_ value: String) throws(WireError) {
        do throws(AuthorizationFault) {
            try self.init(reading: value)
        } catch {
            throw .authorization(error, header: value)
        }
    }

    private init(reading value: String) throws(AuthorizationFault) {
        guard value.hasPrefix(Signer.algorithm + " ") else { throw .algorithm }
        let parts = try SignatureHeader.parts(value.dropFirst(Signer.algorithm.count + 1))
        let credential = try SignatureHeader.part("Credential", of: parts)
        let names = try SignatureHeader.part("SignedHeaders", of: parts)
        let signature = try SignatureHeader.part("Signature", of: parts)
        // The key comes first and might hold a slash; the four parts behind it cannot.
        let scope = credential.split(separator: "/", omittingEmptySubsequences: false)
        guard scope.count >= 5, scope[scope.count - 1] == Signer.terminator, !scope.contains("") else {
            throw .scope(credential)
        }
        let day = scope[scope.count - 4]
        guard day.utf8.count == 8, day.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .scope(credential) }
        guard signature.utf8.count == 64, signature == signature.lowercased(), Hexadecimal.bytes(signature) != nil
        else {
            throw .signature(signature)
        }
        accessKeyID = scope[..<(scope.count - 4)].joined(separator: "/")
        self.day = String(day)
        region = String(scope[scope.count - 3])
        service = String(scope[scope.count - 2])
        signedHeaders = names.split(separator: ";").map(String.init)
        self.signature = signature
    }

    private static func parts(_ text: Substring) throws(AuthorizationFault) -> [(name: String, value: String)] {
        var parts: [(name: String, value: String)] = []
        for part in text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            let trimmed = part.drop { $0 == 0x20 || $0 == 0x09 }.prefix { $0 != 0x20 && $0 != 0x09 }
            guard let equals = trimmed.firstIndex(of: UInt8(ascii: "=")), equals > trimmed.startIndex else {
                throw .part(String(Substring(trimmed)))
            }
            parts.append((String(Substring(trimmed[..<equals])), String(Substring(trimmed[equals...].dropFirst()))))
        }
        return parts
    }

    private static func part(
        _ name: String, of parts: [(name: String, value: String)]
    ) throws(AuthorizationFault) -> String {
        let values = parts.filter { $0.name == name }.map(\.value)
        guard let value = values.first, !value.isEmpty else { throw .missing(name) }
        guard values.count == 1 else { throw .repeated(name) }
        return value
    }
}

extension AuthorizationFault: Error {}
