import Wire

/// Answers whose HTTP is right and whose bodies are not; to requests of v1, unless they say that they are JSON.
extension HostileBehaviour {
    static let encodings = [
        unreadable("is not UTF-8", "not UTF-8") {
            $0.body(Array("<A>\u{20}".utf8) + [0xC3, 0x28] + Array("</A>".utf8))
        },
        unreadable("is UTF-16 with its mark", "UTF-16") { $0.body([0xFF, 0xFE] + utf16($0.right.body)) },
        unreadable("is UTF-16 without a mark", "UTF-16") { $0.body(utf16($0.right.body)) },
        unreadable("calls UTF-8 UTF-16", "encoding \"UTF-16\"") {
            $0.body(Array("<?xml version=\"1.0\" encoding=\"UTF-16\"?>".utf8) + $0.right.body)
        },
        HostileBehaviour("begins with the mark of UTF-8", .document, run: "passed", "") { exchange in
            .answer(exchange.body([0xEF, 0xBB, 0xBF] + exchange.right.body))
        },
        unreadable("holds NUL", "not well-formed XML") { $0.body("<Abc>\u{0}</Abc>") },
        unreadable("is nothing but NUL", "UTF-16 or UTF-32") { $0.body([UInt8](repeating: 0, count: 100_000)) },
        unreadable("is empty", "empty body") { $0.body("") },
    ]

    static let shapes = [
        unreadable("expands entities a billion times", "document type") { $0.body(billionLaughs + "<A>&l9;</A>") },
        unreadable("nests 100,000 elements", "nested deeper than 64") {
            $0.body(String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000))
        },
        HostileBehaviour("has 10 million attributes", .fault, "cap of 10,000,000 bytes") { _ in
            .endless("HTTP/1.1 200 OK\r\n\r\n<A", " a=\"\"")
        },
        unreadable("has a million attributes", "a tag of more than 1000 attributes") {
            $0.body("<A" + String(repeating: " a=\"\"", count: 1_000_000) + "/>")
        },
        unreadable("has a name of 9.9 MB", "a tag of more than 65536 bytes") {
            $0.body("<\(String(repeating: "n", count: 9_900_000))/>")
        },
        HostileBehaviour("has a value of 9.9 MB", .document, "IpFilter") { exchange in
            .answer(exchange.member("<Name>\(String(repeating: "v", count: 9_900_000))</Name>"))
        },
        HostileBehaviour("has 90,000 members that nobody knows", .document, run: "passed", "") { exchange in
            let strangers = (0..<90_000).map { "<m\($0)/>" }.joined()
            return .answer(exchange.replacing("<Filters>", with: strangers + "<Filters>"))
        },
        HostileBehaviour("has 90,000 members of a list", .document, "IpFilter") { exchange in
            let members = String(repeating: "<member/>", count: 90_000)
            return .answer(exchange.replacing("</Filters>", with: "\(members)</Filters>"))
        },
        unreadable("has 200,000 elements", "more than 100000 elements") {
            $0.body("<A>" + String(repeating: "<b/>", count: 200_000) + "</A>")
        },
        HostileBehaviour("answers another operation's request", .document, "GetSendQuotaResponse") { exchange in
            .answer(exchange.replacing("ListReceiptFilters", with: "GetSendQuota"))
        },
    ]

    /// A document that has a file or a page of another host read in.
    package static func entity(_ place: String) -> HostileBehaviour {
        unreadable("declares an entity at \(place.prefix { $0 != ":" })", "document type") {
            $0.body("<!DOCTYPE A [<!ENTITY e SYSTEM \"\(place)\">]><A>&e;</A>")
        }
    }

    /// What a terminal, a page or a log would act on, and what must be there of it in none of them.
    package static let venom =
        "\u{1B}]0;owned\u{7}\u{1B}[2J\u{9B}31m\u{202E}evil\u{202C}\u{2066}<script>alert(1)</script>"
        + "<img src=x onerror=alert(1)>`|](javascript:alert(1))**\u{0}::error::owned\r\n::set-output name=a::b"

    /// The same where XML allows it: no control characters but line ends.
    private static let venomInXML =
        "\u{9B}31m\u{202E}evil\u{202C}\u{2066}&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"
        + "`|](javascript:alert(1))**&#10;::error::owned&#13;&#10;::set-output name=a::b"

    static let texts = [
        HostileBehaviour("puts venom into every text", .document, "::error::owned") { exchange in
            let text = String(decoding: exchange.right.body, as: UTF8.self)
            let filter = "<member x=\"\(venomInXML)\"><Name>\(venomInXML)</Name></member></Filters>"
            let spoilt = text.replacing("</Filters>", with: filter).replacing(
                "</RequestId>", with: "\(venomInXML)</RequestId>")
            return .answer(
                exchange.body(
                    Array(spoilt.utf8), [Header("X-Venom", "<script>alert(1)</script>\u{202E}::error::owned")]))
        },
        HostileBehaviour("puts venom into an error", .document, "ValidationError") { exchange in
            let error =
                "<ErrorResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><Error><Type>Sender</Type>"
                + "<Code>ValidationError\(venomInXML)</Code><Message>\(venomInXML)</Message></Error></ErrorResponse>"
            let right = HTTPResponse(status: 400, headers: exchange.right.headers)
            return .answer(HostileExchange(request: exchange.request, right: right).body(error))
        },
        unreadable("puts venom where a document should be", "neither XML nor JSON") { $0.body(venom) },
        HostileBehaviour("says an error of 9 MB", .document, "400 aaaa") { exchange in
            let long = String(repeating: "a", count: 4_500_000)
            let error = "<ErrorResponse><Error><Code>\(long)</Code><Message>\(long)</Message></Error></ErrorResponse>"
            return .answer(
                HostileExchange(request: exchange.request, right: HTTPResponse(status: 400)).body(error))
        },
    ]

    private static let billionLaughs =
        "<!DOCTYPE A [<!ENTITY l0 \"ha\">"
        + (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined() + "]>"

    static func unreadable(
        _ name: String, _ words: String, _ bytes: @escaping @Sendable (HostileExchange) -> [UInt8]
    ) -> HostileBehaviour { HostileBehaviour(name, .unreadable, words) { .answer(bytes($0)) } }

    private static func utf16(_ bytes: [UInt8]) -> [UInt8] { bytes.flatMap { [$0, 0] } }
}

extension HostileExchange {
    /// The list of receipt filters with one member.
    fileprivate func member(_ content: String) -> [UInt8] {
        replacing("</Filters>", with: "<member>\(content)</member></Filters>")
    }
}
