import Foundation
import Testing

@testable import ses_conformance

/// `run` against an endpoint on a port.
@Suite struct RunEndpointTests {
    @Test("every case passes over real sockets, and nothing is left behind") func served() async throws {
        let service = try await ServedService()
        let tool = try await ToolProcess.run("--endpoint", service.address, "--exact-counters")
        #expect(tool.status == 0, "\(tool.output)\(tool.errorOutput)")
        #expect(!tool.output.contains("nothing of yours was tested"))
        #expect(try await service.leftovers() == [])
        await service.stop()
    }

    @Test(
        "the variables that other clients read name the endpoint too",
        arguments: ["AWS_ENDPOINT_URL_SES", "AWS_ENDPOINT_URL"])
    func variable(_ name: String) async throws {
        let service = try await ServedService()
        let tool = try await ToolProcess.run("v1/SendEmail/minimal", environment: [name: service.address])
        #expect(tool.status == 0 && tool.output.contains(service.address), "\(tool.output)\(tool.errorOutput)")
        await service.stop()
    }

    @Test("an endpoint that is not there is exit code 3, at once, with the address") func absent() async throws {
        let service = try await ServedService()
        await service.stop()
        let tool = try RunningTool(["--endpoint", service.address, "--timeout", "600"])
        let ending = await tool.ending()
        #expect(ending.status == 3)
        #expect(tool.output == "")
        #expect(
            tool.errorOutput
                == "error: cannot reach \(service.address): connection refused; is it running, and is the URL right?\n")
        #expect(ending.lifetime < .seconds(300))
    }

    @Test("a reset that is refused, or finds nobody, ends the run before it begins") func reset() async throws {
        let service = try await ServedService()
        let refused = try await ToolProcess.run("--endpoint", service.address, "--reset", "/no/such/path")
        #expect(refused.status == 2)
        #expect(refused.errorOutput.hasPrefix("error: reset: \(service.address)/no/such/path answered "))
        await service.stop()
        let gone = try await ToolProcess.run("--endpoint", service.address, "--reset", "/no/such/path")
        #expect(gone.status == 3)
        #expect(
            gone.errorOutput.hasPrefix("error: cannot reach \(service.address)/no/such/path: "), "\(gone.errorOutput)")
    }

    @Test(
        "when interrupted it cleans up, writes the report so far and does not call it a success",
        arguments: [SIGINT, SIGTERM])
    func interruption(_ signal: Int32) async throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let service = try await ServedService()
        let report = folder.appending(path: "report.json").path
        // So slow that it is still at work when it is asked to stop, however long that takes.
        let tool = try RunningTool([
            "--endpoint", service.address, "--jobs", "4", "--rate", "20/s", "--report", "json=\(report)",
        ])
        let deadline = ContinuousClock.now + .seconds(240)
        while try await service.leftovers().allSatisfy({ $0.contains("-sender@") }), ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(20))
        }
        kill(tool.identifier, signal)
        #expect(await tool.end() == 1)
        let results = try Results(String(contentsOfFile: report, encoding: .utf8))
        #expect(results.wasInterrupted == true)
        let all = try await ToolProcess.run("list").output.split(separator: "\n").count
        #expect(results.cases.count < all)
        #expect(!results.cases.values.contains("failed"))
        #expect(tool.output.contains("interrupted"), "\(tool.output)")
        #expect(try await service.leftovers() == [])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["report.json"])
        await service.stop()
    }
}
