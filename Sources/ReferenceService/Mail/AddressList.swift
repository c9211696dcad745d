/// Reads address lists as headers hold them: display names, comments and groups included.
///
/// Source: RFC 5322 section 3.4.
struct AddressList {
    private let bytes: [UInt8]
    private var position = 0
    private var start = 0
    private var isInGroup = false
    private var addresses: [EmailAddress] = []

    /// - Throws: `InvalidParameterValue` with the first fault, such as a group within a group.
    static func parse(_ text: String) throws(Refusal) -> [EmailAddress] {
        var list = AddressList(bytes: Array(text.utf8))
        try list.read()
        return list.addresses
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func read() throws(Refusal) {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""): skip(to: UInt8(ascii: "\""))
            case UInt8(ascii: "<"): skip(to: UInt8(ascii: ">"))
            case UInt8(ascii: "["): skip(to: UInt8(ascii: "]"))
            case UInt8(ascii: "("): skipComment()
            case UInt8(ascii: ","): try finishMailbox()
            case UInt8(ascii: ":"):
                if isInGroup { throw .invalidParameterValue("Nested group") }
                isInGroup = true
                start = position + 1
            case UInt8(ascii: ";"):
                try finishMailbox()
                isInGroup = false
            default: break
            }
            position += 1
        }
        position = bytes.count
        try finishMailbox()
    }

    /// Stops at the closing byte, or behind the end.
    private mutating func skip(to end: UInt8) {
        position += 1
        while position < bytes.count, bytes[position] != end {
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
    }

    private mutating func skipComment() {
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\\"): position += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            if depth == 0 { return }
            position += 1
        }
    }

    private mutating func finishMailbox() throws(Refusal) {
        let part = trimmed(bytes[start..<min(position, bytes.count)])
        start = position + 1
        guard !part.isEmpty else { return }
        let given = String(decoding: part, as: UTF8.self)
        addresses.append(try EmailAddress(plain: try address(part), given: given))
    }

    /// What stands in angle brackets, or all of it without comments.
    private func address(_ part: ArraySlice<UInt8>) throws(Refusal) -> String {
        guard let open = firstBracket(part) else {
            return String(decoding: trimmed(withoutComments(part)), as: UTF8.self)
        }
        guard let close = part[open...].lastIndex(of: UInt8(ascii: ">")) else {
            throw .invalidParameterValue("Missing '>'")
        }
        guard trimmed(withoutComments(part[(close + 1)...])).isEmpty else {
            throw .invalidParameterValue("Illegal address")
        }
        return String(decoding: trimmed(part[(open + 1)..<close]), as: UTF8.self)
    }

    private func firstBracket(_ part: ArraySlice<UInt8>) -> Int? {
        var isQuoted = false
        var index = part.startIndex
        while index < part.endIndex {
            switch part[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "<") where !isQuoted: return index
            default: break
            }
            index += 1
        }
        return nil
    }

    private func withoutComments(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard part.contains(UInt8(ascii: "(")) else { return part }
        var result: [UInt8] = []
        var depth = 0
        var isQuoted = false
        for byte in part {
            if byte == UInt8(ascii: "\""), depth == 0 { isQuoted.toggle() }
            if byte == UInt8(ascii: "("), !isQuoted { depth += 1 }
            if depth == 0 { result.append(byte) }
            if byte == UInt8(ascii: ")"), !isQuoted, depth > 0 { depth -= 1 }
        }
        return result[...]
    }

    private func trimmed(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var part = part
        while let first = part.first, first == 0x20 || 0x09...0x0d ~= first { part.removeFirst() }
        while let last = part.last, last == 0x20 || 0x09...0x0d ~= last { part.removeLast() }
        return part
    }
}
