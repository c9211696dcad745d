import Glibc

/// Where an endpoint is, as a user wrote it: `http://127.0.0.1:5000`, `https://email.us-east-1.amazonaws.com`.
public struct EndpointURL: Sendable, Hashable {
    /// A scheme that an endpoint can have.
    public enum Scheme: String, Sendable, Hashable, CaseIterable {
        /// Plain sockets: ``SocketEndpoint``.
        case http
        /// TLS: ``SessionEndpoint``.
        case https

        /// The port where a URL names none.
        public var defaultPort: Int { self == .http ? 80 : 443 }
    }

    /// How to speak to the host.
    public let scheme: Scheme
    /// In lower case; an IPv6 address without its brackets.
    public let host: String
    /// 1...65535.
    public let port: Int
    /// What goes before every target: empty, or starting with `/` and not ending with it.
    public let path: String

    init(scheme: Scheme, host: String, port: Int, path: String) {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.path = path
    }

    /// What the `Host` header says, and a signature must cover: the host, and the port unless it is the scheme's own.
    public var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == scheme.defaultPort ? name : "\(name):\(port)"
    }

    /// The target that is sent for a request's target: `/` at `http://host/prefix` is `/prefix/`.
    public func target(for target: String) -> String { path + target }

    /// Whether requests stay on this machine: `localhost`, 127.0.0.0/8, `::1`.
    ///
    /// Also 0.0.0.0, which emulators print as their address and which Linux connects to this machine.
    public var isLoopback: Bool {
        if SocketAddress.isLocal(host) { return true }
        let name = hostWithoutDot
        if let bytes = internetAddress(AF_INET, name, count: 4) { return bytes[0] == 127 || bytes == [0, 0, 0, 0] }
        guard let bytes = internetAddress(AF_INET6, name, count: 16) else { return false }
        let isMappedIPv4 = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        return bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] <= 1 || isMappedIPv4 && bytes[12] == 127
    }

    /// Whether this is the real service, where requests cost money and reach people.
    ///
    /// True of amazonaws.com, of its Chinese sister, and of `api.aws`, where the dual-stack endpoints are.
    public var isAmazon: Bool {
        let name = hostWithoutDot
        return ["amazonaws.com", "amazonaws.com.cn", "api.aws"].contains { name == $0 || name.hasSuffix("." + $0) }
    }

    private var hostWithoutDot: Substring {
        var name = host[...]
        while name.last == "." { name.removeLast() }
        return name
    }
}

extension EndpointURL {
    /// The endpoint that speaks the URL's scheme; nothing is connected yet.
    ///
    /// - Throws: ``EndpointURLError``, though for no scheme that there is.
    public func makeEndpoint() throws(EndpointURLError) -> any Endpoint {
        switch scheme {
        case .http: try SocketEndpoint(url: self)
        case .https: SessionEndpoint(url: self)
        }
    }
}

extension EndpointURL: CustomStringConvertible {
    /// The URL again, without a default port and without a slash at the end.
    public var description: String { "\(scheme.rawValue)://\(authority)\(path)" }
}

/// The bytes of an IPv4 or IPv6 address as it is usually written; nil if it is none.
func internetAddress(_ family: Int32, _ text: some StringProtocol, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return inet_pton(family, String(text), &bytes) == 1 ? bytes : nil
}
