import Conformance
import Foundation
import Report
import Testing

@Suite struct ResultsReadingTests {
    private func message(_ text: String) -> String {
        do {
            _ = try RunResult(readingJSON: Data(text.utf8), name: "out.json")
            return "(read)"
        } catch {
            return "\(error)"
        }
    }

    private let whole = String(decoding: JSONReporter().report(FixedRun.result), as: UTF8.self)

    @Test("a file of another format is refused with its name")
    func format() {
        let text = whole.replacing(JSONReporter.format, with: "ses-conformance/results/9")
        #expect(
            message(text)
                == "out.json: schema is \"ses-conformance/results/9\", this build reads \"ses-conformance/results/1\" "
                + "and \"ses-conformance/outcomes/1\"; run the suite anew")
    }

    @Test(
        "what is no result is refused",
        arguments: [("", "not valid JSON"), ("[]", "no results of ses-conformance"), ("{}", "schema: missing")])
    func malformed(text: String, expected: String) {
        #expect(message(text).hasPrefix("out.json: "))
        #expect(message(text).contains(expected))
    }

    @Test("a shard's results are read back with all that merge needs") func shard() throws {
        let bytes = JSONReporter().report(FixedRun.shard)
        let read = try RunResult(readingJSON: bytes)
        #expect(read.shard == FixedRun.shard.shard)
        #expect(read.cases[0].retries == 2)
        #expect(JSONReporter().report(read) == bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(message(text.replacing("\"index\" : 2", with: "\"index\" : 9")).contains("shard is \"9/3\""))
        #expect(
            message(text.replacing("\"refusal\"", with: "\"riddle\"")).contains("shard.evidence[0].shown is \"riddle\"")
        )
    }

    @Test("a key that is not there is named with its place")
    func missing() {
        let text = whole.replacing("\"isNew\" : false", with: "\"isOld\" : false", maxReplacements: 1)
        #expect(message(text).contains("cases[0].isNew: missing"))
    }

    @Test("a value that the key does not allow is named with those that it does")
    func value() {
        let text = whole.replacing("\"outcome\" : \"passed\"", with: "\"outcome\" : \"fine\"", maxReplacements: 1)
        #expect(message(text).contains(".outcome is \"fine\", which is none of passed, failed, unsupported"))
    }
}
