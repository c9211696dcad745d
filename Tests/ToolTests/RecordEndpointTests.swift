import Foundation
import Testing

@testable import ses_conformance

@Suite struct RecordEndpointTests {
    /// Some lists of the whole account and what differs from it, or everything where there is time.
    private static let filters =
        ProcessInfo.processInfo.environment["SES_CONFORMANCE_SLOW"] == "1"
        ? [] : ["v1/SendE*/m*", "v1/List*/m*", "v2/*/life-of-a-template"]

    @Test("the reference service answers as the goldens say: recording it twice leaves nothing pending") func twice()
        async throws
    {
        try await GoldenFolderCopy.with(["v1", "v2"]) { copy in
            let before = try copy.goldens()
            let served = try await ServedService()
            for _ in 0..<2 {
                let tool = try await ToolProcess.run(
                    ["record"] + Self.filters + ["--endpoint", served.address, "--golden", copy.folder.path])
                #expect(tool.status == 0, "\(tool.errorOutput)")
                #expect(tool.output == "")
            }
            await served.stop()
            #expect(try copy.goldens() == before && copy.pending().isEmpty)
        }
    }

    @Test("a golden that agrees with an endpoint is left alone, whoever that is") func agrees() async throws {
        try await GoldenFolderCopy.with(["v1/SendEmail"]) { copy in
            let served = try await ServedService()
            let tool = try await copy.run("record", "v1/SendEmail/minimal", "--endpoint", served.address)
            await served.stop()
            #expect(tool.status == 0)
            #expect(tool.errorOutput == "1 answer, 1 as the goldens say, 0 pending (0 new), 0 unreadable, 0 unstable\n")
            #expect(copy.pending().isEmpty)
        }
    }

    @Test("nobody there is exit code 3, and nothing waits") func nobody() async throws {
        try await GoldenFolderCopy.with(["v1/SendEmail"]) { copy in
            let tool = try await copy.run("record", "v1/SendEmail/minimal", "--endpoint", "http://127.0.0.1:1")
            #expect(tool.status == 3)
            #expect(copy.pending().isEmpty)
        }
    }

    @Test("an endpoint is recorded only if it is named, and never under CI") func environment() throws {
        let url = "http://127.0.0.1:1"
        let variable = try RecordOptions(Arguments(environment: ["AWS_ENDPOINT_URL": url]))
        #expect(variable.endpoint == nil)
        let named = try RecordOptions(Arguments(given: ["endpoint": [url]]))
        #expect(named.endpoint?.url?.description == url)
        for (given, words) in [
            (["endpoint": [url], "check": [""]], "--check is about what the spec says"),
            (["endpoint": [url], "force": [""]], "--force is about what the spec says"),
            (["jobs": ["2"], "sender": ["a@b.c"]], "--jobs and --sender need --endpoint"),
        ] {
            let error = #expect(throws: UsageError.self) { try RecordOptions(Arguments(given: given)) }
            #expect(error?.description.hasPrefix(words) ?? false, "\(error?.description ?? "")")
        }
        let error = #expect(throws: UsageError.self) {
            try RecordOptions(Arguments(given: ["endpoint": [url]], environment: ["CI": "true"]))
        }
        #expect(error?.description.hasPrefix("record writes no goldens under CI") ?? false)
    }
}
