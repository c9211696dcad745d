import SpecModel

/// A header field, its name as it was or will be on the wire.
public struct Header: Sendable, Hashable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// Whether this is the header of that name, whatever the letter case.
    public func isNamed(_ other: String) -> Bool {
        func folded(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte | 0x20 : byte }
        let (own, other) = (name.utf8, other.utf8)
        return own.count == other.count && own.elementsEqual(other) { folded($0) == folded($1) }
    }
}

/// A request as it goes onto the wire; `Host` and `Content-Length` are added by the endpoint.
public struct HTTPRequest: Sendable, Hashable {
    public var method: String
    /// Path and query, percent-encoded, starting with `/`.
    public var target: String
    public var headers: [Header]
    public var body: [UInt8]
    /// How its bytes are put on the wire; nil for the usual way.
    public var transmission: Transmission?
    /// What goes out before it in the same write, signed as it is, where the transmission says so.
    public var ahead: [HTTPRequest] = []

    public init(method: String = "POST", target: String = "/", headers: [Header] = [], body: [UInt8] = []) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
    }

    /// The first value of that name, whatever its letter case.
    public func header(_ name: String) -> String? { headers.first(named: name) }
}

/// An answer as it came from the wire.
public struct HTTPResponse: Sendable, Hashable {
    public var status: Int
    public var headers: [Header]
    public var body: [UInt8]

    public init(status: Int, headers: [Header] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The first value of that name, whatever its letter case.
    public func header(_ name: String) -> String? { headers.first(named: name) }
}

extension [Header] {
    /// The first value of that name, whatever its letter case.
    public func first(named name: String) -> String? {
        first { $0.isNamed(name) }?.value
    }
}
