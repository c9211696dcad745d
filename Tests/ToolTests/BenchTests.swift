import Foundation
import Testing
import Wire

@testable import ses_conformance

@Suite struct BenchTests {
    @Test("what was measured is printed as JSON for whoever keeps records")
    func json() async throws {
        let names = ["embedded", "client", "exchange", "parse"]
        let tool = try await ToolProcess.run(
            ["bench"] + names + ["--seconds", "1", "--jobs", "2", "--json", "--golden", ShowTests.golden])
        let report = try #require(
            try? JSONDecoder().decode(BenchmarkReport.self, from: Data(tool.output.utf8)), "\(tool.errorOutput)")
        #expect(report.benchmarks.map(\.name) == names)
        for benchmark in report.benchmarks {
            #expect(benchmark.problems.isEmpty, "\(benchmark.name)")
            #expect(!benchmark.measurements.isEmpty, "\(benchmark.name)")
            for measurement in benchmark.measurements {
                #expect(measurement.lowest > 0, "\(benchmark.name): \(measurement.name)")
                #expect(measurement.lowest <= measurement.median && measurement.median <= measurement.highest)
                #expect(measurement.rounds >= 3)
            }
        }
        #expect(tool.status == 0)
    }

    @Test("nobody but this machine is flooded")
    func elsewhere() async throws {
        for url in ["http://192.0.2.1:80", "https://127.0.0.1:1"] {
            let tool = try await ToolProcess.run("bench", "client", "--endpoint", url)
            #expect(tool.status == 2)
            #expect(tool.errorOutput.contains("name an http URL of this machine"))
        }
    }

    @Test("a server that answers otherwise is no server to measure at")
    func wrongServer() async throws {
        let server = try Server(Refusing(), port: 0)
        defer { server.stop() }
        let tool = try await ToolProcess.run("bench", "client", "--endpoint", "http://127.0.0.1:\(server.port)")
        #expect(tool.status == 2)
        #expect(tool.errorOutput.contains("status 403"))
    }

    @Test("it is known to its own help, and not to the tool's") func hidden() async throws {
        #expect(try await ToolProcess.run("help", "bench").output.contains("--seconds"))
        #expect(try await !ToolProcess.run("help").output.contains("bench"))
    }
}

private struct Refusing: Service {
    func answer(_ request: HTTPRequest) -> HTTPResponse { HTTPResponse(status: 403) }
}
