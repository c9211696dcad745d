import Conformance
import Foundation
import Testing

@Suite struct BaselineReadingTests {
    private func read(_ text: String) throws(BaselineError) -> Baseline {
        try Baseline.read(from: Data(text.utf8), name: "moto.json")
    }

    private func message(_ text: String) -> String {
        do {
            _ = try read(text)
            return "(read)"
        } catch {
            return "\(error)"
        }
    }

    @Test("texts and lists of texts are read")
    func reading() throws {
        let baseline = try read(
            """
            {"format":"ses-conformance/baseline/1","target":"moto 5.2.1","cases":["v1/A/b"],
             "known":[{"case":"v1/SendEmail/missing-*","reason":"why"},
              {"case":["a","b"],"path":["status","code"],"cause":"x/y","reason":"r","expires":"2027-01-01"},
              {"cause":"x/*","reason":"by cause"}]}
            """)
        #expect(baseline.target == "moto 5.2.1")
        #expect(baseline.cases == ["v1/A/b"])
        #expect(
            baseline.known == [
                .init(cases: ["v1/SendEmail/missing-*"], reason: "why"),
                .init(
                    cases: ["a", "b"], paths: ["status", "code"], cause: "x/y", reason: "r", expires: Day("2027-01-01")),
                .init(cause: "x/*", reason: "by cause"),
            ])
    }

    private static let head = "{\"format\":\"ses-conformance/baseline/1\",\n"

    @Test(
        "an error names the line, what is wrong and what to do",
        arguments: [
            (
                head + "\"known\":[\n{\"case\":\"a\",\n\"reson\":\"typo\"}]}",
                "moto.json:4: unknown key \"reson\" in a known difference; known are case, path, cause, reason, expires"
            ),
            (
                head + "\"knwon\":[]}",
                "moto.json:2: unknown key \"knwon\" in the baseline; known are format, target, known, cases"
            ),
            (head + "\"known\":[\n\n{\"case\":\"a\"}]}", "moto.json:4: no \"reason\" in a known difference; add it"),
            (head + "\"known\":[{\"reason\":\"r\"}]}", "moto.json:2: no \"case\" in a known difference; add it"),
            (head + "\"cases\":[]}", "moto.json:1: no \"known\" in the baseline; add it"),
            ("\n\n{\"known\":[]}", "moto.json:1: no \"format\" in the baseline; add it"),
            (
                head + "\"known\":[],\n\"cases\":[\"a\",\n7]}",
                "moto.json:4: \"cases[1]\" must be a list of texts, none empty, not 7"
            ),
            (
                head + "\"known\":[{\"case\":\"a\",\"reason\":\"r\",\n\"expires\":\"soon\"}]}",
                "moto.json:3: \"known[0].expires\" must be a day such as \"2027-01-01\", not \"soon\""
            ),
            (
                head + "\"known\":[{\"case\":[],\"reason\":\"r\"}]}",
                "moto.json:2: \"known[0].case\" must be a text or a list of texts, not empty, not []"
            ),
            (
                head + "\"known\":[{\"case\":\"a\",\"reason\":\"\"}]}",
                "moto.json:2: \"known[0].reason\" must be a text that is not empty, not \"\""
            ),
            (
                head + "\"known\":[{\"case\":\"a\",\"reason\":\"r\"},"
                    + "{\"case\":\"a\",\n\"reason\":\"r\",\"case\":\"b\"}]}",
                "moto.json:3: key \"case\" stands twice; keep one"
            ),
            (head + "\"known\":{}}", "moto.json:2: \"known\" must be a list of objects, not {}"),
            ("[]", "moto.json:1: \"baseline\" must be an object, not []"),
            (
                "{\n\"format\":\"ses-conformance/baseline/9\",\"known\":[]}",
                "moto.json:2: baseline format is \"ses-conformance/baseline/9\", this build reads "
                    + "\"ses-conformance/baseline/1\"; write it anew with --update-baseline"
            ),
            (head + "\"known\":}", "moto.json:2: baseline is not JSON: invalid value"),
            (head + "\"known\":[", "moto.json:2: baseline is not JSON: unexpected end of file during JSON parse"),
            ("", "moto.json:1: baseline is not JSON: unexpected end of file during JSON parse"),
        ])
    func errors(text: String, expected: String) {
        #expect(message(text) == expected)
    }

    @Test("bytes that are not UTF-8 are refused")
    func bytes() {
        #expect(throws: BaselineError.notText(file: "x")) { try Baseline.read(from: Data([0x7B, 0xFF]), name: "x") }
    }
}
