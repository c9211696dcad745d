import Glibc

/// What goes wrong between two ends of a connection; client and server each make their own error of it.
package enum TransportFault: Error, Sendable, Hashable {
    case timedOut
    /// The other end closed before anything of a message came.
    case endedBeforeMessage
    /// The other end closed within a message: where.
    case ended(String)
    /// A system call failed: its name and `errno`.
    case failed(String, Int32)
    /// A connection could not be had: why.
    case unreachable(String)
    /// Not HTTP: what is wrong.
    case malformed(String)
    /// The start line and headers are larger than the limit in bytes; `inStartLine` if that alone is.
    case headTooLarge(limit: Int, inStartLine: Bool)
    /// The body is larger than the limit in bytes.
    case bodyTooLarge(limit: Int)
    /// A version of HTTP other than 1, as received.
    case unknownVersion(String)
    /// A request that asks for what HTTP has and this server has not: what.
    case notImplemented(String)
    /// A request with a body of unknown length.
    case lengthMissing
    /// An `Expect` other than `100-continue`, as received.
    case unknownExpectation(String)

    /// Whether the other end hung up, in whatever way.
    var isHangUp: Bool {
        switch self {
        case .endedBeforeMessage, .ended: true
        case .failed(_, let code): code == ECONNRESET || code == EPIPE || code == ENOTCONN
        default: false
        }
    }
}

/// The system's words for an `errno`, in lower case as errors are worded here.
func systemWords(_ code: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    let words = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return words.prefix(1).lowercased() + words.dropFirst()
}

/// Bytes as an error message may quote them: the first ones, in quotes, all but printable ASCII escaped.
func quoted(_ bytes: some Collection<UInt8>) -> String {
    let limit = 60
    let text = bytes.prefix(limit).map { byte -> String in
        switch byte {
        case 0x22, 0x5C: return "\\" + String(UnicodeScalar(byte))
        case 0x20..<0x7F: return String(UnicodeScalar(byte))
        default: return "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }
    return "\"\(text.joined())\(bytes.count > limit ? "…" : "")\""
}
