import Testing

@testable import ReferenceService

struct EmailAddressTests {
    @Test(
        "faults of an address are told as the service tells them",
        arguments: [
            ("", "Missing final '@domain'"), ("user", "Missing final '@domain'"), ("user@", "Missing domain"),
            ("@example.com", "Missing local name"), ("a@exam ple.com", "Domain contains control or whitespace"),
            ("a@example.com\u{7}", "Domain contains control or whitespace"),
            ("a b@example.com", "Local address contains control or whitespace"),
            (".a@example.com", "Local address starts with dot"), ("a..b@example.com", "Local address contains dot-dot"),
            ("a.@example.com", "Local address ends with dot"),
            ("ä@example.com", "Local address contains illegal character"),
            ("a@.com", "Domain starts with dot"), ("a@b..com", "Domain contains dot-dot"),
            ("a@b.", "Domain ends with dot"),
            ("a@b_c.com", "Domain contains illegal character"), ("a@b@c.com", "Domain contains illegal character"),
            ("a@éxample.com", "Domain contains illegal character"), ("A <a@b.com", "Missing '>'"),
            ("a@b.com, c@d.com", "Illegal address"), ("A <a@b.com> x", "Illegal address"),
        ])
    func faults(text: String, fault: String) {
        #expect(throws: Refusal.invalidParameterValue(fault)) { try EmailAddress(text) }
    }

    @Test(
        "display names, comments and quotes are understood",
        arguments: [
            ("user@example.com", "user@example.com"), ("User <user@example.com>", "user@example.com"),
            (#""Last, First" <user@example.com>"#, "user@example.com"), ("<user@example.com>", "user@example.com"),
            ("=?UTF-8?Q?J=C3=BCrgen?= <user@example.com>", "user@example.com"),
            ("user@example.com (note)", "user@example.com"),
            (#""a b"@example.com"#, #""a b"@example.com"#), ("user+tag@sub.example.com", "user+tag@sub.example.com"),
            (#""@ <" <user@example.com>"#, "user@example.com"), ("o'neil@example.com", "o'neil@example.com"),
            ("user@[192.0.2.1]", "user@[192.0.2.1]"),
        ])
    func parts(text: String, address: String) throws {
        let parsed = try EmailAddress(text)
        #expect(parsed.text == address)
        #expect(parsed.given == text)
    }

    @Test("a list may hold groups, but no group within a group")
    func groups() throws {
        let list = try AddressList.parse("Team: a@b.com, C <c@d.com>;, e@f.com, Empty:;")
        #expect(list.map(\.text) == ["a@b.com", "c@d.com", "e@f.com"])
        #expect(throws: Refusal.invalidParameterValue("Nested group")) { try AddressList.parse("A: B: c@d.com;;") }
    }

    @Test(
        "a domain has two labels at least, of letters, digits and inner hyphens",
        arguments: [
            ("example.com", true), ("xn--bcher-kva.example", true), ("a-b.c1.example", true), ("localhost", false),
            ("-a.com", false), ("a-.com", false), ("a..com", false), (".com", false), ("a.com.", false),
            ("a_b.com", false), ("bücher.example", false), ("", false), ("a@b.com", false),
        ])
    func domains(text: String, isValid: Bool) {
        #expect(DomainName.isValid(text) == isValid)
    }
}
