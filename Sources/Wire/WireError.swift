/// What is wrong with bytes that were to be read.
public enum WireError: Error, Sendable, Hashable {
    /// A `%` of a form or a query without two hexadecimal digits behind it; the bytes found there, and where.
    case badEscape(String, offset: Int)
    /// A name or value of a form that is not UTF-8 once it is decoded, as received, and where it begins.
    case formNotUTF8(String, offset: Int)
    /// Nothing but white space.
    case emptyDocument
    /// The document has more bytes than are read.
    case tooLarge(bytes: Int, limit: Int)
    /// The document has a byte that is not UTF-8.
    case notUTF8(TextPosition)
    /// The document says that it is in this encoding, or begins like one that is.
    case otherEncoding(String)
    /// The document has a document type declaration, or another one that an answer has no use for.
    case declaration(TextPosition)
    /// A tag has more bytes than are read, or more attributes.
    case oversizedTag(limit: Int, unit: String, TextPosition)
    /// Elements, objects or arrays lie deeper within one another than is read.
    case tooDeep(limit: Int)
    /// There are more elements or values than are read.
    case tooMany(limit: Int)
    case notWellFormed(Format, reason: String, TextPosition)
    /// The document is neither XML nor JSON; its beginning.
    case unknownFormat(String)
    /// An `Authorization` header that is not one of Signature Version 4; the header as received.
    case authorization(AuthorizationFault, header: String)

    public enum Format: String, Sendable, Hashable {
        case xml = "XML"
        case json = "JSON"
    }
}

extension WireError {
    /// Where in a document it is; nil where it is about the whole.
    public var position: TextPosition? {
        switch self {
        case .notWellFormed(_, _, let position), .declaration(let position), .notUTF8(let position),
            .oversizedTag(_, _, let position):
            position
        default: nil
        }
    }
}

/// A place in a text; both numbers count from 1.
public struct TextPosition: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let line: Int
    /// In bytes.
    public let column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    init(offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        var line = 1
        var lineStart = 0
        for index in 0..<min(offset, bytes.count) where bytes[index] == 0x0A {
            line += 1
            lineStart = index + 1
        }
        self.init(line: line, column: offset - lineStart + 1)
    }

    public static func < (left: TextPosition, right: TextPosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }

    public var description: String { "line \(line), column \(column)" }
}

/// What is wrong with an `Authorization` header.
public enum AuthorizationFault: Sendable, Hashable {
    /// It does not begin with `AWS4-HMAC-SHA256` and a space.
    case algorithm
    /// A part that is not `Name=value`.
    case part(String)
    case missing(String)
    case repeated(String)
    /// The credential is not `key/day/region/service/aws4_request`.
    case scope(String)
    /// The signature is not 64 lower-case hexadecimal digits.
    case signature(String)
}

extension WireError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .badEscape(let received, let offset):
            "'%' without two hexadecimal digits at byte \(offset): \"\(received)\"; write a literal '%' as %25"
        case .formNotUTF8(let received, let offset):
            "not UTF-8 once decoded, at byte \(offset): \"\(received)\""
        case .emptyDocument: "empty body"
        case .tooLarge(let bytes, let limit): "refused: \(bytes) bytes, at most \(limit) are read"
        case .notUTF8(let position): "refused: not UTF-8 at \(position)"
        case .otherEncoding(let name): "refused: encoding \"\(name)\", only UTF-8 is read"
        case .declaration(let position): "refused: a document type or other declaration at \(position)"
        case .oversizedTag(let limit, let unit, let position):
            "refused: a tag of more than \(limit) \(unit) at \(position)"
        case .tooDeep(let limit): "refused: nested deeper than \(limit)"
        case .tooMany(let limit): "refused: more than \(limit) elements"
        case .notWellFormed(let format, let reason, let position):
            "not well-formed \(format.rawValue) at \(position): \(reason)"
        case .unknownFormat(let start): "neither XML nor JSON: begins with \"\(start)\""
        case .authorization(let fault, let header): "malformed Authorization header: \(fault): \"\(header)\""
        }
    }
}

extension AuthorizationFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .algorithm: "does not begin with 'AWS4-HMAC-SHA256 '"
        case .part(let text): "\"\(text)\" is not of the form Name=value"
        case .missing(let name): "no \(name)"
        case .repeated(let name): "more than one \(name)"
        case .scope(let text): "Credential \"\(text)\" is not of the form key/day/region/service/aws4_request"
        case .signature(let text): "Signature \"\(text)\" is not 64 lower-case hexadecimal digits"
        }
    }
}
