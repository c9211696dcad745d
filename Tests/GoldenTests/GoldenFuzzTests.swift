import Fuzzing
import SpecModel
import Testing

@testable import Golden

/// Golden files with faults by chance: each is refused with a line of its own, or read and written alike.
@Suite struct GoldenFuzzTests {
    private static let tokens = [
        "<?golden ", "<?request\n", "?>", "status=\"200\"", "status=\"", "provenance=\"seen\"", "base64:",
        "base64:AA==",
        "POST /\n", "A=%41\n", "X: y\n", "⟦sender⟧", "⟦name:a⟧", "⟦one-of:a|b⟧", "⟦timestamp:number⟧", "⟦nope⟧",
        "\"golden\": {}", "\"response\": ", "\"body\": \"\"", "<A/>", "<!DOCTYPE a>", "&amp;", "xmlns=\"\"",
    ]

    private static let request = "<?request\nPOST /\nAction=SendEmail\nSource=⟦sender⟧\n?>\n"

    @Test(
        "golden files of v1",
        arguments: [
            Fuzz(
                samples: [
                    "<?golden status=\"200\" content-type=\"text/xml\" provenance=\"documented\" source=\"p. 49\"?>\n\(request)"
                        + "<A xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\">\n  <B>⟦message-id#1⟧</B>\n</A>\n",
                    "<?golden status=\"400\" content-type=\"text/xml\" provenance=\"modelled\" source=\"x\"?>\n<?request\n"
                        + "POST /?a=b\nContent-Type: text/plain\n\nbase64:AAEC\n?>\n<E><Code>⟦one-of:a|b⟧</Code></E>\n",
                ], tokens: tokens)
        ])
    func first(_ fuzz: Fuzz) { #expect(fuzz.failures(ofText: { Self.problem(of: $0, .v1) }) == []) }

    @Test(
        "golden files of v2",
        arguments: [
            Fuzz(
                samples: [
                    """
                    {
                      "golden": {
                        "status": 200,
                        "content-type": "application/json",
                        "provenance": "documented",
                        "source": "GetAccount"
                      },
                      "request": {
                        "method": "POST",
                        "target": "/v2/email/x",
                        "body": "{\\"a\\":\\"⟦sender⟧\\"}"
                      },
                      "response": {
                        "N": "⟦number:number⟧",
                        "L": [
                          "⟦any⟧"
                        ]
                      }
                    }

                    """
                ], tokens: tokens)
        ])
    func second(_ fuzz: Fuzz) { #expect(fuzz.failures(ofText: { Self.problem(of: $0, .v2) }) == []) }

    private static func problem(of text: String, _ api: API) -> String? {
        let id = GoldenID(caseID: "\(api.rawValue)/A/b")
        do throws(GoldenError) {
            let golden = try GoldenFile.golden(from: text, id: id, file: "f")
            let written: String
            do throws(GoldenError) {
                written = try GoldenFile.text(of: golden)
            } catch {
                // A reader may take what the generator never writes; it must say so.
                if case .unwritable = error { return nil }
                return "\(error)"
            }
            let again = try GoldenFile.golden(from: written, id: id, file: "g")
            if try GoldenFile.text(of: again) != written { return "written anew as something else" }
            return GoldenFile.isCanonical(written) ? nil : "not canonical once written"
        } catch {
            guard case .malformed(let file, let line, _) = error, file == "f" else { return "\(error)" }
            let lines = text.utf8.count { $0 == 0x0A } + 1
            return 1...lines ~= line ? nil : "line \(line) of \(lines): \(error)"
        }
    }
}
