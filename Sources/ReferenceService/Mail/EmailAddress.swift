/// An address of one mailbox.
struct EmailAddress: Sendable, Hashable {
    /// `local@domain`, without display name.
    let text: String
    let domain: String
    /// As it was given, display name and all; error messages quote this.
    let given: String

    /// Whether mail there goes to the mailbox simulator, which needs no verification.
    ///
    /// Source: API reference p. 47.
    var isSimulated: Bool { domain.lowercased() == "simulator.amazonses.com" }

    /// Reads what must be a single address, display name or not.
    ///
    /// - Throws: `InvalidParameterValue` with the first fault.
    init(_ text: String) throws(Refusal) {
        let addresses = try AddressList.parse(text)
        guard let first = addresses.first else { throw .invalidParameterValue("Missing final '@domain'") }
        guard addresses.count == 1 else { throw .invalidParameterValue("Illegal address") }
        self = first
    }

    /// Reads an address that stands alone, without display name.
    ///
    /// - Throws: `InvalidParameterValue` with the first fault.
    init(plain text: String, given: String? = nil) throws(Refusal) {
        try AddressSyntax(text).check()
        self.text = text
        self.given = given ?? text
        domain = text.lastIndex(of: "@").map { String(text[text.index(after: $0)...]) } ?? ""
    }

    /// Whether the text is an address without display name.
    static func isPlain(_ text: String) -> Bool { (try? EmailAddress(plain: text)) != nil }
}

/// The syntax of an address without display name.
///
/// The wordings of which some were published ("Missing final '@domain'", "Missing domain", "Domain contains
/// control or whitespace", "Nested group") are those of a well-known Java mail library; the other faults are
/// worded in its manner.
/// Source: truth entries of SendEmail and SendRawEmail; API reference p. 48 (7-bit ASCII).
struct AddressSyntax {
    private let bytes: [UInt8]
    private let at: Int?

    init(_ text: String) {
        bytes = Array(text.utf8)
        at = AddressSyntax.separator(bytes)
    }

    func check() throws(Refusal) {
        if at == 0 { throw .invalidParameterValue("Missing local name") }
        try checkLocal(bytes[..<(at ?? bytes.count)])
        guard let at else { throw .invalidParameterValue("Missing final '@domain'") }
        try checkDomain(bytes[(at + 1)...])
    }

    /// The first `@` outside of a quoted text.
    private static func separator(_ bytes: [UInt8]) -> Int? {
        var isQuoted = false
        var isEscaped = false
        for (position, byte) in bytes.enumerated() {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if byte == UInt8(ascii: "@"), !isQuoted {
                return position
            }
        }
        return nil
    }

    private func checkLocal(_ local: ArraySlice<UInt8>) throws(Refusal) {
        if local.first == UInt8(ascii: "\"") { return try checkQuoted(local) }
        var last: UInt8?
        for byte in local {
            if byte <= 0x20 || byte == 0x7f { throw self.local("contains control or whitespace") }
            if byte > 0x7f || Self.specials.contains(byte) { throw self.local("contains illegal character") }
            if byte == UInt8(ascii: "."), last == nil { throw self.local("starts with dot") }
            if byte == UInt8(ascii: "."), last == byte { throw self.local("contains dot-dot") }
            last = byte
        }
        if last == UInt8(ascii: ".") { throw self.local("ends with dot") }
    }

    private func checkQuoted(_ local: ArraySlice<UInt8>) throws(Refusal) {
        guard local.count >= 2, local.last == UInt8(ascii: "\"") else {
            throw .invalidParameterValue("Unterminated quote")
        }
        let isPlain = local.allSatisfy { 0x20..<0x7f ~= $0 }
        guard isPlain else { throw self.local("contains illegal character") }
    }

    private func checkDomain(_ domain: ArraySlice<UInt8>) throws(Refusal) {
        guard let first = domain.first else { throw .invalidParameterValue("Missing domain") }
        if domain.contains(where: { $0 <= 0x20 || $0 == 0x7f }) {
            throw self.domain("contains control or whitespace")
        }
        if first == UInt8(ascii: ".") { throw self.domain("starts with dot") }
        if first == UInt8(ascii: "["), domain.last == UInt8(ascii: "]") { return }
        var last = first
        for byte in domain {
            guard byte.isLetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") else {
                throw self.domain("contains illegal character")
            }
            if byte == UInt8(ascii: "."), last == byte { throw self.domain("contains dot-dot") }
            last = byte
        }
        if last == UInt8(ascii: ".") { throw self.domain("ends with dot") }
    }

    private func local(_ fault: String) -> Refusal { .invalidParameterValue("Local address \(fault)") }
    private func domain(_ fault: String) -> Refusal { .invalidParameterValue("Domain \(fault)") }

    /// Source: RFC 5322 section 3.2.3, `specials`, without the dot.
    private static let specials = Set("()<>[]:;@\\,\"".utf8)
}

extension UInt8 {
    var isLetterOrDigit: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
        default: false
        }
    }
}

/// Names of domains.
enum DomainName {
    /// Whether the text is a domain of at least two labels: letters, digits and hyphens that do not stand at an end.
    ///
    /// Source: RFC 1034 section 3.5; 253 characters, 63 a label.
    static func isValid(_ text: String) -> Bool {
        guard text.utf8.count <= 253 else { return false }
        let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2 else { return false }
        return labels.allSatisfy { label in
            (1...63).contains(label.count) && label.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
                && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
        }
    }
}
