import Wire

/// What is done to requests of v2.
extension HostileBehaviour {
    package static let json =
        [
            unreadable("nests 100,000 arrays", "nested deeper than 64") {
                $0.body(String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000))
            },
            unreadable("nests 100,000 objects", "nested deeper than 64") {
                $0.body(String(repeating: "{\"a\":", count: 100_000) + "1" + String(repeating: "}", count: 100_000))
            },
            number("1e999", "number"), number("-0", ""), number(String(repeating: "9", count: 400), "number"),
            unreadable("says NaN", "not well-formed JSON") { $0.body(with: "NaN") },
            unreadable("says Infinity", "not well-formed JSON") { $0.body(with: "Infinity") },
            unreadable("says a number with a leading zero", "leading zero") { $0.body(with: "007") },
            HostileBehaviour("says a member twice", .document, "Max24HourSend") {
                .answer($0.body(with: "200, \"Max24HourSend\": 201"))
            },
            unreadable("says a lone surrogate", "a lone surrogate") { $0.body(with: "\"\\ud800\"") },
            unreadable("says NUL", "control character") { $0.body(with: "\"\u{0}\"") },
            unreadable("is JSON in UTF-16", "UTF-16") { exchange in
                exchange.body(exchange.right.body.flatMap { [$0, 0] })
            },
            unreadable("is JSON and not UTF-8", "not UTF-8") { $0.body(Array("{\"a\":\"".utf8) + [0xFF, 0x22, 0x7D]) },
            unreadable("has 200,000 values", "more than 100000 elements") {
                $0.body("[" + String(repeating: "0,", count: 200_000) + "0]")
            },
            HostileBehaviour("has a JSON value of 9.9 MB", .document, "Max24HourSend") {
                .answer($0.body(with: "\"\(String(repeating: "v", count: 9_900_000))\""))
            },
            HostileBehaviour("has a JSON name of 9.9 MB", .document, run: "passed", "") {
                .answer($0.body(with: "200, \"\(String(repeating: "n", count: 9_900_000))\": 1"))
            },
            HostileBehaviour("has 90,000 JSON members that nobody knows", .document, run: "passed", "") { exchange in
                .answer(exchange.body(with: "200, " + (0..<90_000).map { "\"m\($0)\": 0" }.joined(separator: ", ")))
            },
            HostileBehaviour("has a number of 9.9 million digits", .document, "Max24HourSend") {
                .answer($0.body(with: String(repeating: "1", count: 9_900_000)))
            },
        ]

    private static func number(_ text: String, _ words: String) -> HostileBehaviour {
        HostileBehaviour("says \(text.prefix(8))", .document, run: words.isEmpty ? "passed" : "failed", words) {
            .answer($0.body(with: text))
        }
    }
}

extension HostileExchange {
    /// The account with another value of its first quota.
    fileprivate func body(with value: String) -> [UInt8] {
        let text = String(decoding: right.body, as: UTF8.self)
        return body(text.replacing(/"Max24HourSend":\s*[0-9.]+/, with: "\"Max24HourSend\": \(value)"))
    }
}
