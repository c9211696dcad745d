import Foundation
import Testing

@Suite struct CoverageCommandTests {
    @Test("gaps decide on the exit code, in text and in JSON alike") func exitCode() async throws {
        let json = try await ToolProcess.run("coverage", "--format", "json")
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let gaps = try #require(object["uncovered"] as? Int)
        #expect(json.status == (gaps == 0 ? 0 : 1))
        let text = try await ToolProcess.run("coverage", "--api", "v1")
        #expect(text.status == json.status)
        #expect(text.output.contains("Neither a case nor a reason") == (gaps > 0))
        #expect(text.output.contains("\nWithout a case, and why\n"))
        #expect(text.errorOutput == "")
    }

    @Test("every element is listed with its cases where that is asked for") func verbose() async throws {
        let brief = try await ToolProcess.run("coverage")
        let full = try await ToolProcess.run("coverage", "--verbose")
        let line = "  v1/SendEmail required Source: missing-source"
        #expect(!brief.output.contains(line))
        #expect(full.output.contains(line))
    }
}
