import Foundation
import Testing

@Suite struct GoldenStatusTests {
    @Test("the committed goldens are neither stale nor orphans, and none is missing") func committed() async throws {
        let tool = try await ToolProcess.run("golden", "status")
        #expect(tool.status == 0)
        #expect(
            tool.errorOutput.wholeMatch(of: /[0-9]+ goldens, 0 stale, 0 orphan, 0 missing, [0-9]+ pending\n/) != nil,
            "\(tool.errorOutput)")
        #expect(tool.output.contains("recorded") && tool.output.contains("v2/SendEmail"))
    }

    @Test("what the spec says otherwise is stale, what no case has an orphan, what a case lacks missing") func states()
        async throws
    {
        try await GoldenFolderCopy.with(["v1/GetSendQuota"]) { copy in
            try copy.edit("v1/GetSendQuota/minimal.xml") { $0.replacing("source=\"", with: "source=\"x") }
            try FileManager.default.copyItem(
                at: copy.file("v1/GetSendQuota/minimal.xml"), to: copy.file("v1/GetSendQuota/of-yesterday.xml"))
            let tool = try await copy.run("golden", "status", "--api", "v1")
            #expect(tool.output.contains("\nstale v1/GetSendQuota/minimal\n"))
            #expect(tool.output.contains("\norphan v1/GetSendQuota/of-yesterday\n"))
            #expect(tool.output.contains("\nmissing v1/SendEmail/minimal\n"))
            #expect(!tool.output.contains("v2/"))
            #expect(tool.errorOutput.contains(", 1 stale, 1 orphan, "))
        }
    }

    @Test("what was recorded is stale once the operation's spec is another") func recorded() async throws {
        try await GoldenFolderCopy.with(["v1/GetSendQuota"]) { copy in
            try copy.edit("v1/GetSendQuota/minimal.xml") {
                $0.replacing("?>\n<?request", with: " date=\"2026-11-21\" spec=\"0000000000000000\"?>\n<?request")
            }
            let tool = try await copy.run("golden", "status", "--api", "v1")
            #expect(tool.output.contains("\nstale v1/GetSendQuota/minimal\n"))
        }
    }
}
