/// Why a baseline can't be used: what is wrong, where, and what to do.
public enum BaselineError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The bytes are no UTF-8.
    case notText(file: String)
    /// The text is no JSON; the line is nil where the parser gives no place.
    case malformed(file: String, line: Int?, problem: String)
    /// A key that no baseline has.
    case unknownKey(file: String, line: Int?, key: String, within: String, allowed: [String])
    /// A key stands twice in one object.
    case duplicateKey(file: String, line: Int, key: String)
    case missingKey(file: String, line: Int?, key: String, within: String)
    /// The value is of another type than the key asks for, or empty.
    case wrongValue(file: String, line: Int?, key: String, expected: String, found: String)
    /// The file is of a format that this build does not read.
    case otherFormat(file: String, line: Int?, found: String)

    public var description: String {
        switch self {
        case .notText(let file):
            "\(file): baseline is not UTF-8; write it with --update-baseline"
        case .malformed(let file, let line, let problem):
            "\(Self.place(file, line)): baseline is not JSON: \(problem)"
        case .unknownKey(let file, let line, let key, let within, let allowed):
            "\(Self.place(file, line)): unknown key \"\(key)\" in \(within); known are \(allowed.joined(separator: ", "))"
        case .duplicateKey(let file, let line, let key):
            "\(Self.place(file, line)): key \"\(key)\" stands twice; keep one"
        case .missingKey(let file, let line, let key, let within):
            "\(Self.place(file, line)): no \"\(key)\" in \(within); add it"
        case .wrongValue(let file, let line, let key, let expected, let found):
            "\(Self.place(file, line)): \"\(key)\" must be \(expected), not \(found)"
        case .otherFormat(let file, let line, let found):
            "\(Self.place(file, line)): baseline format is \(found), this build reads \"\(Baseline.format)\"; "
                + "write it anew with --update-baseline"
        }
    }

    private static func place(_ file: String, _ line: Int?) -> String {
        line.map { "\(file):\($0)" } ?? file
    }
}
