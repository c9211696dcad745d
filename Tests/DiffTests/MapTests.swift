import Diff
import Testing

@Suite struct MapTests {
    static func map(_ entries: (String, String)...) -> String {
        let content = entries.map {
            "<entry><key>\($0.0)</key><value><VerificationStatus>\($0.1)</VerificationStatus></value></entry>"
        }
        return "<VerificationAttributes>\(content.joined())</VerificationAttributes>"
    }
    static let path = "RESULT/VerificationAttributes"
    static let template = "⟦name:identity⟧@example.com"
    static let own = "sc-r1-1-identity@example.com"

    static let rows: [Row] = [
        Row("equal", "GetAttributes", map((template, "Pending")), map((own, "Pending"))),
        Row(
            "another order", "GetAttributes", map(("a", "Pending"), ("b", "Success")),
            map(("b", "Success"), ("a", "Pending"))),
        Row(
            "a key twice where anything goes", "GetAttributes",
            "<VerificationAttributes>⟦any⟧</VerificationAttributes>", map(("a", "Pending"), ("a", "Success")),
            "duplicate \(path)/entry[+] error"),
        Row(
            "a key of another name where anything goes", "GetAttributes",
            "<VerificationAttributes>⟦any⟧</VerificationAttributes>",
            map(("a", "Pending")).replacing("key>", with: "Key>"), "unexpected \(path) error"),
        Row(
            "a member of another name where anything goes", "GetAttributes",
            "<VerificationAttributes>⟦any⟧</VerificationAttributes>",
            map(("a", "Pending")).replacing("VerificationStatus>", with: "Status>"),
            "missing \(path)/entry[+]/VerificationStatus error", "unexpected \(path)/entry[+]/Status warning"),
        Row("empty", "GetAttributes", map(), "<VerificationAttributes/>"),
        Row(
            "key missing", "GetAttributes", map((template, "Pending")), map(),
            "missing \(path)/entry[\(template)] error"),
        Row(
            "one more key, its name put back", "GetAttributes", map(), map((own, "Pending")),
            "unexpected \(path)/entry[\(template)] error"),
        Row(
            "another value", "GetAttributes", map((template, "Pending")), map((own, "Success")),
            "value \(path)/entry[\(template)]/VerificationStatus error"),
        Row(
            "one of two values", "GetAttributes", map((template, "⟦one-of:Pending|Success⟧")), map((own, "Success"))),
        Row(
            "key twice", "GetAttributes", map(("a", "Pending")), map(("a", "Pending"), ("a", "Pending")),
            "duplicate \(path)/entry[a] error"),
        Row(
            "keys that are open", "GetAttributes", map(("⟦any⟧", "Pending")), map(("whatever", "Pending"))),
        Row(
            "value missing", "GetAttributes", map(("a", "Pending")),
            "<VerificationAttributes><entry><key>a</key></entry></VerificationAttributes>",
            "missing \(path)/entry[a]/value error"),
        Row(
            "key before value or after", "GetAttributes", map(("a", "Pending")),
            "<VerificationAttributes><entry><value><VerificationStatus>Pending</VerificationStatus></value><key>a</key>"
                + "</entry></VerificationAttributes>"),
        Row(
            "entries of another name", "GetAttributes", map(("a", "Pending")),
            "<VerificationAttributes><member><key>a</key><value/></member></VerificationAttributes>",
            "unexpected \(path) error"),
        Row(
            "no keys", "GetAttributes", map(("a", "Pending")),
            "<VerificationAttributes><entry><name>a</name><value/></entry></VerificationAttributes>",
            "unexpected \(path) error"),
        Row(
            "members straight in the map", "GetAttributes", map(("a", "Pending")),
            "<VerificationAttributes><a>Pending</a></VerificationAttributes>", "unexpected \(path) error"),
    ]

    @Test("maps are compared by key", arguments: rows) func maps(row: Row) throws { try row.check() }
}
