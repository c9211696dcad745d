import Glibc

/// What is wrong with the URL of an endpoint; the URL is quoted as received, but for passwords.
public enum EndpointURLError: Error, Sendable, Hashable {
    /// Nothing was given.
    case empty
    /// No `http://` or `https://` before the rest.
    case noScheme(String)
    /// A scheme other than those that are spoken here, the URL's or the endpoint's own.
    case unknownScheme(String, allowed: [String])
    /// Nothing between `://` and the path.
    case noHost(String)
    /// A host that is neither a name nor an address.
    case badHost(String)
    /// Not within 1...65535.
    case badPort(String)
    /// A user name or password; not quoted, for it may be a secret.
    case credentials(host: String)
    /// A `?` or `#` and what follows.
    case queryOrFragment(String)
    /// White space or another character that has to be percent-encoded.
    case badCharacter(String, in: String)
}

extension EndpointURL {
    /// Reads a URL as a user writes it.
    ///
    /// - Throws: ``EndpointURLError``, saying what is wrong.
    public init(_ text: String) throws(EndpointURLError) {
        guard !text.isEmpty else { throw .empty }
        guard let colon = text.firstRange(of: "://") else { throw .noScheme(text.hidingCredentials) }
        guard let scheme = Scheme(rawValue: text[..<colon.lowerBound].lowercased()) else {
            throw .unknownScheme(
                String(text[..<colon.lowerBound]).hidingCredentials, allowed: Scheme.allCases.map(\.rawValue))
        }
        let rest = text[colon.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let path = rest.dropFirst(authority.count)
        if let sign = authority.lastIndex(of: "@") {
            throw .credentials(host: String(authority[authority.index(after: sign)...]))
        }
        let isBad = { (scalar: Unicode.Scalar) in
            !scalar.isASCII || scalar.value <= 0x20 || scalar.value == 0x7F
                || "\"<>\\^`{|}".unicodeScalars.contains(scalar)
        }
        if let bad = text.unicodeScalars.first(where: isBad) {
            throw .badCharacter(bad.named, in: text)
        }
        guard !path.contains("?"), !path.contains("#") else { throw .queryOrFragment(text) }
        let (host, port) = try EndpointURL.split(authority, of: text)
        self.init(
            scheme: scheme, host: host, port: port ?? scheme.defaultPort,
            path: path.hasSuffix("/") ? String(path.trimmingSlashes) : String(path))
    }

    private static func split(_ authority: Substring, of text: String) throws(EndpointURLError) -> (String, Int?) {
        guard !authority.isEmpty else { throw .noHost(text) }
        var host = authority
        var port: Substring?
        if authority.first == "[" {
            guard let end = authority.firstIndex(of: "]") else { throw .badHost(String(authority)) }
            host = authority[authority.index(after: authority.startIndex)..<end]
            let after = authority[authority.index(after: end)...]
            guard internetAddress(AF_INET6, host, count: 16) != nil, after.isEmpty || after.first == ":" else {
                throw .badHost(String(authority))
            }
            if !after.isEmpty { port = after.dropFirst() }
        } else {
            if let colon = authority.lastIndex(of: ":") {
                host = authority[..<colon]
                port = authority[authority.index(after: colon)...]
            }
            guard !host.isEmpty else { throw .noHost(text) }
            guard isHostName(host) else { throw .badHost(String(host)) }
        }
        guard let port else { return (host.lowercased(), nil) }
        guard let number = Int(port), 1...65535 ~= number, port.allSatisfy(\.isNumber) else {
            throw .badPort(String(port))
        }
        return (host.lowercased(), number)
    }

    private static func isHostName(_ host: Substring) -> Bool {
        guard host.utf8.count <= 253, host.first != ".", !host.contains("..") else { return false }
        return host.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) }
    }
}

extension EndpointURLError: CustomStringConvertible {
    /// What is wrong and what to do about it.
    public var description: String {
        switch self {
        case .empty: "the URL of the endpoint is empty; write for instance http://127.0.0.1:5000"
        case .noScheme(let text): "URL \"\(text)\" has no scheme; write http://\(text) or https://\(text)"
        case .unknownScheme(let scheme, let allowed):
            "scheme \"\(scheme)\" is not spoken here; use \(allowed.joined(separator: " or "))"
        case .noHost(let text): "URL \"\(text)\" has no host; write for instance http://127.0.0.1:5000"
        case .badHost(let host): "\"\(host)\" is not a host name or address; IPv6 addresses stand in brackets: [::1]"
        case .badPort(let port): "\"\(port)\" is not a port; use 1 to 65535"
        case .credentials(let host):
            "the URL of \"\(host)\" holds a user name or password; leave it out, credentials come from the environment"
        case .queryOrFragment(let text):
            "URL \"\(text)\" has a query or fragment; give scheme, host, port and path only"
        case .badCharacter(let character, let text): "URL \"\(text)\" holds \(character); percent-encode or remove it"
        }
    }
}

extension String {
    /// The text from after the last `@`, marked as such, if there is one.
    fileprivate var hidingCredentials: String {
        lastIndex(of: "@").map { "…" + self[$0...] } ?? self
    }
}

extension StringProtocol {
    fileprivate var trimmingSlashes: Self.SubSequence {
        var rest = self[...]
        while rest.last == "/" { rest.removeLast() }
        return rest
    }
}

extension Unicode.Scalar {
    fileprivate var named: String {
        switch value {
        case 0x20: "a space"
        case 0x21..<0x7F: "\"\(self)\""
        default: "the character U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        }
    }

    private var hex: String { String(value, radix: 16, uppercase: true) }
}
