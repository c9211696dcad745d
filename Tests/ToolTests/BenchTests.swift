import Foundation
import Testing

@Suite struct BenchTests {
    @Test("what was measured is printed as JSON for whoever keeps records") func json() async throws {
        let tool = try await ToolProcess.run(
            "bench", "--seconds", "1", "--json", "--golden", ShowTests.golden)
        let numbers = try #require(
            try JSONSerialization.jsonObject(with: Data(tool.output.utf8)) as? [String: Int], "\(tool.errorOutput)")
        for name in [
            "cases", "exchanges", "exchangesPerSecond", "exchangesPerProcessorSecond", "jobs", "listMilliseconds",
            "peakMemoryBytes", "reportsFailed", "reportsHTMLBytes", "reportsMilliseconds", "rounds",
        ] { #expect(numbers[name].map { $0 > 0 } == true, "\(name)") }
        #expect(numbers["reportsHTMLBytes"].map { $0 < 3_000_000 } == true)
        #expect(numbers["passed"] == numbers["cases"])
        #expect(tool.status == 0)
    }

    @Test("it is known to its own help, and not to the tool's") func hidden() async throws {
        #expect(try await ToolProcess.run("help", "bench").output.contains("--seconds"))
        #expect(try await !ToolProcess.run("help").output.contains("bench"))
    }
}
