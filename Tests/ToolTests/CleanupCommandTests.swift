import Foundation
import Testing

@testable import ses_conformance

/// Runs that are killed, and what `cleanup` makes of what they leave.
@Suite struct CleanupCommandTests {
    private static let filters = [
        "SetActiveReceiptRuleSet", "v1/CreateReceiptRuleSet/*", "v1/CreateReceiptFilter/*", "v1/PutIdentityPolicy/*",
        "v2/CreateEmailIdentity/*", "v2/CreateEmailTemplate/*", "CreateCustomVerificationEmailTemplate",
    ]

    /// Ten moments, or fifty where there is time.
    private static let moments: Int =
        ProcessInfo.processInfo.environment["SES_CONFORMANCE_SLOW"] == "1" ? 50 : 10

    /// Numbers that are the same in every test run.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    @Test("killed at any moment, a run leaves no half file, and cleanup brings back what was there before")
    func killed() async throws {
        try await withFolder { folder in
            let service = try await ServedService()
            let client = try WireClient(service.address)
            try await client.occupy()
            let before = try await client.holdings()
            var dice = Dice(state: 5)
            var dirty = 0
            for moment in 0..<Self.moments {
                // Some moments are soon after the start, whatever the run is at then; the others are in its midst.
                let delay = Int.random(in: 0...(moment % 5 == 0 ? 1500 : 20), using: &dice)
                let size = moment % 5 == 0 ? 0 : Int.random(in: 100...25_000, using: &dice)
                try await kill(after: delay, size, in: folder, service.address)
                if try await client.holdings() != before { dirty += 1 }
                let tool = try await cleanUp(folder)
                #expect(tool.status == 0, "\(tool.output)\(tool.errorOutput)")
                #expect(try await client.holdings() == before, "\(moment): \(delay) ms, \(size) bytes\n\(tool.output)")
                // Killed early enough, it had not even made the folder.
                let state = folder.appending(path: "state").path
                #expect((try? FileManager.default.contentsOfDirectory(atPath: state)) ?? [] == [])
            }
            // Each run takes away what the one before it left beside the report.
            let halves = try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter { $0.hasSuffix(".partial") }
            #expect(halves.count <= 1, "\(halves)")
            #expect(dirty > 0, "no run was killed while it had made anything")
            await service.stop()
        }
    }

    /// Starts a run, kills it when its journal has grown to a size and a little time has gone by, and looks at its report.
    private func kill(after milliseconds: Int, _ size: Int, in folder: URL, _ address: String) async throws {
        let report = folder.appending(path: "report.json").path
        try? FileManager.default.removeItem(atPath: report)
        let tool = try RunningTool(
            Self.filters + ["--endpoint", address, "--rate", "400/s", "--report", "json=\(report)"],
            environment: ["SES_CONFORMANCE_STATE": folder.appending(path: "state").path])
        while tool.isRunning, Self.journalSize(folder) < size { try await Task.sleep(for: .milliseconds(2)) }
        try await Task.sleep(for: .milliseconds(milliseconds))
        if tool.isRunning { Foundation.kill(tool.identifier, SIGKILL) }
        _ = await tool.end()
        if FileManager.default.fileExists(atPath: report) {
            _ = try Results(String(contentsOfFile: report, encoding: .utf8))
        }
    }

    private static func journalSize(_ folder: URL) -> Int {
        let state = folder.appending(path: "state").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: state)) ?? []
        return names.reduce(0) { sum, name in
            let attributes = try? FileManager.default.attributesOfItem(atPath: "\(state)/\(name)")
            return sum + (attributes?[.size] as? Int ?? 0)
        }
    }

    private func cleanUp(_ folder: URL, _ arguments: String...) async throws -> ToolProcess {
        try await ToolProcess.run(
            ["cleanup"] + arguments, environment: ["SES_CONFORMANCE_STATE": folder.appending(path: "state").path])
    }

    /// Leaves a journal as a killed run would.
    private func leave(_ lines: [String], _ folder: URL, run: String = "abcde", _ address: String) throws {
        let state = folder.appending(path: "state")
        try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
        let header = #"{"run":{"endpoint":"\#(address)","name":"\#(run)","region":"us-east-1","version":1}}"#
        try ([header] + lines).joined(separator: "\n").write(
            to: state.appending(path: "\(run).journal"), atomically: true, encoding: .utf8)
    }

    private static let identity =
        #"{"undo":{"api":"v1","id":1,"input":{"Identity":"sc-abcde-1@example.com"},"operation":"DeleteIdentity"}}"#

    @Test("what is left is listed, and taken away by the run's name; a line that was cut off announced nothing")
    func list() async throws {
        try await withFolder { folder in
            let service = try await ServedService()
            let client = try WireClient(service.address)
            try await client.ask("VerifyEmailIdentity", ["EmailAddress": "sc-abcde-1@example.com"])
            try leave([Self.identity, #"{"undo":{"api":"v1","id":2,"inp"#], folder, service.address)
            let list = try await cleanUp(folder, "--list")
            #expect(list.output == "abcde \(service.address): DeleteIdentity Identity=sc-abcde-1@example.com\n")
            #expect(try await client.ask("ListIdentities").contains("sc-abcde-1@example.com"))
            let other = try await cleanUp(folder, "--run", "other")
            #expect(other.status == 2 && other.errorOutput.contains("there is no journal of run other in "))
            let tool = try await cleanUp(folder, "--run", "abcde")
            #expect(tool.status == 0)
            #expect(tool.output == "abcde: 1 thing taken away at \(service.address)\n")
            #expect(try await !client.ask("ListIdentities").contains("sc-abcde"))
            #expect(try await cleanUp(folder).output.hasPrefix("no run left anything"))
            await service.stop()
        }
    }

    @Test("an endpoint that is gone, and a file that is no journal, are named, and nothing is lost") func gone()
        async throws
    {
        try await withFolder { folder in
            let service = try await ServedService()
            await service.stop()
            try leave([Self.identity, ""], folder, service.address)
            let tool = try await cleanUp(folder)
            #expect(tool.status == 3, "\(tool.output)\(tool.errorOutput)")
            #expect(tool.errorOutput.hasPrefix("error: abcde: cannot reach \(service.address)"))
            #expect(try await cleanUp(folder, "--list").output.contains("sc-abcde-1@example.com"))
            try "nonsense\n".write(
                to: folder.appending(path: "state/xxxxx.journal"), atomically: true, encoding: .utf8)
            let both = try await cleanUp(folder)
            #expect(both.status == 2 && both.errorOutput.contains("xxxxx.journal is no journal"))
        }
    }

    @Test("the real service is cleaned up only if that is meant, and only with credentials") func live() async throws {
        try await withFolder { folder in
            try leave([Self.identity, ""], folder, "https://email.us-east-1.amazonaws.com")
            let tool = try await cleanUp(folder)
            #expect(tool.status == 2 && tool.errorOutput.contains("is the real service: add --live"))
            let bare = try await cleanUp(folder, "--live")
            #expect(bare.status == 2 && bare.errorOutput.contains("--live needs credentials"))
        }
    }

    @Test("where no journal can be written a usual run says so and goes on, and a live one is refused")
    func unwritable() async throws {
        let service = try await ServedService()
        let environment = ["SES_CONFORMANCE_STATE": "/proc/none/such"]
        let usual = try await ToolProcess.run(
            ["v1/ListIdentities/minimal", "--endpoint", service.address], environment: environment)
        #expect(usual.status == 0)
        #expect(usual.errorOutput.hasPrefix("warning: can't write the journal /proc/none/such: "))
        let keys = ["AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"]
        let live = try await ToolProcess.run(
            ["v1/ListIdentities/minimal", "--endpoint", service.address, "--live", "--yes"],
            environment: environment.merging(keys) { $1 })
        #expect(live.status == 2)
        #expect(live.errorOutput.contains("error: can't write the journal /proc/none/such: "))
        await service.stop()
    }
}
