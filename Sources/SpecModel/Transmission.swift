/// How the bytes of a request are put on the wire, where no library would put them so.
///
/// Everything that is not named here is as usual: HTTP/1.1, `Host`, one right `Content-Length`, all in one piece.
public struct Transmission: Sendable, Hashable {
    /// As the request line has it.
    public var version: String
    /// Whether the target is a whole URL, as a proxy gets it.
    public var isAbsolute: Bool
    /// What stands in the place of headers; a header that the request has not is added behind the others.
    public var headers: [HeaderLines]
    /// The body in chunks instead of behind its length.
    public var chunking: Chunking?
    /// What follows the body, beyond its length.
    public var tail: String
    /// Whether the client says that it writes no more, while it still reads.
    public var endsWriting: Bool
    /// Where the request is cut in two, with a pause before the rest.
    public var cuts: Set<Cut>
    /// What goes out before the request in the same write.
    public var ahead: [Ahead]

    public init(
        version: String = "HTTP/1.1", isAbsolute: Bool = false, headers: [HeaderLines] = [],
        chunking: Chunking? = nil, tail: String = "", endsWriting: Bool = false, cuts: Set<Cut> = [],
        ahead: [Ahead] = []
    ) {
        self.version = version
        self.isAbsolute = isAbsolute
        self.headers = headers
        self.chunking = chunking
        self.tail = tail
        self.endsWriting = endsWriting
        self.cuts = cuts
        self.ahead = ahead
    }

    /// The lines that stand for a header, without the ends of lines; `…` in them is the value that it usually has.
    public struct HeaderLines: Sendable, Hashable {
        /// Whatever its letter case.
        public let name: String
        public let lines: [String]

        public init(_ name: String, _ lines: [String]) {
            self.name = name
            self.lines = lines
        }
    }

    /// The body in two chunks and a last empty one.
    public struct Chunking: Sendable, Hashable {
        /// What follows each size: empty, or `;name=value`.
        public let `extension`: String

        public init(extension: String = "") { self.extension = `extension` }
    }

    /// A place within the bytes of a request.
    public enum Cut: String, Sendable, Hashable, CaseIterable {
        case requestLine = "within the request line"
        case headerName = "within a header's name"
        case lineEnd = "between carriage return and line feed"
        case headEnd = "within the empty line"
        case afterHead = "before the body"
        case body = "within the body"
    }

    /// A request before the request.
    public enum Ahead: Sendable, Hashable {
        /// A request of this operation without parameters; a success, whose answer is read and not judged further.
        case operation(String)
        /// A `HEAD` for the same target, whose status does not matter.
        case head
    }
}

extension Transmission: CustomStringConvertible {
    /// What is unusual, as goldens and exports name it: `Content-Length: …, Content-Length: 1…`.
    public var description: String {
        var parts: [String] = []
        if version != "HTTP/1.1" { parts.append(version) }
        if isAbsolute { parts.append("a whole URL as target") }
        for header in headers {
            let lines = header.lines.map { Transmission.escaped($0) }.joined(separator: ", ")
            parts.append(lines.isEmpty ? "no \(header.name)" : lines)
        }
        if let chunking { parts.append("in chunks\(chunking.extension)") }
        parts += Cut.allCases.filter(cuts.contains).map { "cut \($0.rawValue)" }
        for one in ahead {
            switch one {
            case .operation(let name): parts.append("behind \(name)")
            case .head: parts.append("behind HEAD")
            }
        }
        if !tail.isEmpty { parts.append("then \(Transmission.escaped(tail))") }
        if endsWriting { parts.append("then closed for writing") }
        return parts.joined(separator: "; ")
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\r": result += "\\r"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\0": result += "\\0"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
