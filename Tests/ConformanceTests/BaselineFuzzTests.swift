import Foundation
import Fuzzing
import SpecModel
import Testing

@testable import Conformance

/// Baselines, filters and templates by chance.
@Suite struct BaselineFuzzTests {
    private static let baselines = Fuzz(
        samples: [
            "{\n  \"format\": \"\(Baseline.format)\",\n  \"target\": \"moto\",\n  \"known\": [\n    {\n"
                + "      \"case\": [\"v1/A/*\", \"v1/B/c\"],\n      \"path\": \"status\",\n      \"reason\": \"why\",\n"
                + "      \"expires\": \"2027-01-31\"\n    }\n  ],\n  \"cases\": [\"v1/A/b\", \"v1/B/c\"]\n}\n",
            "{\"format\": \"\(Baseline.format)\", \"known\": []}",
        ],
        tokens: [
            "\"known\": []", "\"format\": 1", "\"case\": \"\"", "\"cause\": \"a\"", "\"expires\": \"2027-02-30\"",
            "null",
            "[]", "{}", ",,", "\"reason\": \"\"", String(repeating: "[", count: 600), "\\ud800", "\"x\": 1,",
        ])

    @Test("baselines: what is read is written and read alike, and refusals name a line of the file") func known() {
        let found = Self.baselines.failures { (input: [UInt8]) in
            do throws(BaselineError) {
                let baseline = try Baseline.read(from: Data(input), name: "f")
                let again = try Baseline.read(from: baseline.encoded(), name: "g")
                return again.encoded() == baseline.encoded() ? nil : "written anew as something else"
            } catch {
                let lines = input.count { $0 == 0x0A } + 1
                let stated = "\(error)".firstMatch(of: /f:(\d+)/).flatMap { Int($0.1) } ?? 1
                return 1...lines ~= stated ? nil : "\(error), of \(lines) lines"
            }
        }
        #expect(found == [])
    }

    @Test("filters: a text that is escaped fits itself, and no pattern takes for ever") func globs() {
        let fuzz = Fuzz(
            samples: ["v1/SendEmail/*", "v?/*/missing-*", "[a-z]*", "a\\*b"], tokens: ["**", "*a", "[!a]", "[", "\\"])
        let found = fuzz.failures(ofText: { input in
            if !Glob(Glob.escaping(input)).matches(input) { return "escaped, it does not fit itself" }
            _ = Glob(String(repeating: input, count: 8)).matches(String(repeating: "v1/SendEmail/", count: 8))
            return nil
        })
        #expect(found == [])
    }

    @Test("templates: what is read is written and read alike, and escaped text is literal") func templates() {
        let fuzz = Fuzz(
            samples: ["⟦name:a⟧ and ⟦⟦b⟧⟧", "⟦message-id#1⟧", "⟦one-of:A|B⟧", "⟦at-least:key+1⟧", "plain"],
            tokens: ["⟦", "⟧", "⟦⟧", "#", "#1", ":", "|", "⟦name:⟧", "⟦⟦⟦", "⟧⟧⟧"])
        let found = fuzz.failures(ofText: { input in
            let template = Template(input)
            if Template(template.text) != template { return "read again as \(Template(template.text))" }
            return (Template(Template.escape(input)).literal ?? "").utf8.elementsEqual(input.utf8) ? nil : "not literal"
        })
        #expect(found == [])
    }
}
