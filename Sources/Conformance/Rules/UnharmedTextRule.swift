import SpecModel

/// Text with characters that encodings and storage may harm comes back as it was sent, if it is not refused.
///
/// One case for each member without a form of its own that an answer shows again, and each kind of character that
/// its pattern lets pass. Whether the service takes them all was not captured: a refusal is reported only.
/// Example: a header's value with a tab in it.
struct UnharmedTextRule: Rule {
    let id = "unharmed-text"
    let summary =
        "Text with characters that encodings and storage may harm comes back as it was sent, if it is not refused."
    let subject = "text with unusual characters"

    private static let kinds: [(name: String, text: String, title: String)] = [
        ("angle-brackets", "<b>bold</b> 1 < 2 > 0", "angle brackets"),
        ("ampersand", "R&D &amp; &#65; &nbsp;", "ampersands"),
        ("quotes", #""double" and 'single'"#, "quotation marks"),
        ("percent", "100% %41 %2B %zz", "percent signs"),
        ("plus", "1+1 a+b+", "plus signs"),
        ("separators", "a=b&c=d;e=f?g#h", "what separates parameters"),
        ("backslash", #"C:\new\table \u0041"#, "backslashes"),
        ("emoji", "😀 👩‍👩‍👧‍👦 🇪🇺", "emoji"),
        ("right-to-left", "שלום مرحبا", "text that is written from right to left"),
        ("four-byte-utf8", "𝒳 𐍈 𠜎", "characters of four bytes in UTF-8"),
        ("combining-marks", "e\u{301} a\u{308}", "combining marks"),
        ("leading-blank", " x", "a blank in front"),
        ("trailing-blank", "x ", "a blank behind"),
        ("tab", "a\tb", "a tab"),
        ("line-feed", "a\nb", "a line feed"),
        ("carriage-return", "a\rb", "a carriage return"),
        ("both-line-ends", "a\r\nb", "a carriage return and a line feed"),
    ]

    func cases(for subject: OperationUnderTest) -> [Case] {
        subject.sendable.filter(subject.showsAgain).flatMap { site -> [Case] in
            guard case .text(let text) = site.member.shape, text.format == .text, text.allowed.isEmpty else {
                return []
            }
            let usual = subject.builder.request(including: site)
            guard let example = usual.value(at: site.dotted)?.scalarText, Template(example).literal != nil else {
                return []
            }
            return UnharmedTextRule.kinds.filter { text.pattern?.allows($0.text) ?? true }
                .map { positive(site, usual, $0, subject) }
        }
    }

    private func positive(
        _ site: MemberSite, _ usual: Fields, _ kind: (name: String, text: String, title: String),
        _ subject: OperationUnderTest
    ) -> Case {
        let description = CaseDescription(
            rule: id, name: "unharmed-\(site.kebab)-\(kind.name)", axis: .values,
            title: "sends \(site.dotted) with \(kind.title)",
            requirement: "The text MUST come back as it was sent, if it is accepted.",
            source: .documented(page: subject.operation.page), covers: ["parameter \(site.dotted)"],
            mayBeRefused: true)
        // Readers of XML turn a carriage return that is not written as a reference into a line feed.
        let read = kind.text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        let isKept = subject.operation.api == .v2 || read == kind.text
        let readings = isKept ? [] : [usual.setting(site.dotted, to: .text(read))]
        return subject.positive(
            description, input: usual.setting(site.dotted, to: .text(kind.text)), readings: readings)
    }
}

extension OperationUnderTest {
    /// Whether a result or an effect of the operation holds what was sent at a site.
    func showsAgain(_ site: MemberSite) -> Bool {
        let expectations =
            [.result(operation.fixture.result, operation.fixture.evidence)]
            + operation.fixture.effect.map(\.expectation)
        return expectations.flatMap(\.choices).contains { expectation in
            guard case .result(let fields, _) = expectation else { return false }
            return Value.fields(fields.fields).echoes(site.dotted)
        }
    }
}
