import Foundation
import Testing

@Suite struct ReviewCommandTests {
    private static let minimal = "v1/SendEmail/minimal.xml"

    /// A golden that the service answers otherwise, and a served service that was recorded.
    private func withPending(_ body: (GoldenFolderCopy, ServedService) async throws -> Void) async throws {
        try await GoldenFolderCopy.with(["v1/SendEmail", "v1/GetSendQuota"]) { copy in
            try copy.edit(Self.minimal) { $0.replacing("⟦message-id⟧", with: "another-id") }
            try copy.edit("v1/GetSendQuota/minimal.xml") {
                $0.replacing("</GetSendQuotaResult>", with: "<Gone>1</Gone></GetSendQuotaResult>")
            }
            let served = try await ServedService()
            let tool = try await copy.run(
                "record", "v1/SendEmail/minimal", "v1/GetSendQuota/minimal", "--endpoint", served.address)
            try #require(tool.status == 0, "\(tool.errorOutput)")
            do {
                try await body(copy, served)
            } catch {
                await served.stop()
                throw error
            }
            await served.stop()
        }
    }

    @Test("what an endpoint answers otherwise waits for review, and no golden is touched") func record() async throws {
        try await withPending { copy, served in
            #expect(
                copy.pending() == ["v1/GetSendQuota/minimal.xml.json", "v1/SendEmail/minimal.xml.json"])
            #expect(try copy.text(Self.minimal).contains("another-id"))
            let before = try copy.goldens()
            let again = try await copy.run("record", "v1/SendEmail", "--endpoint", served.address)
            #expect(again.status == 0)
            #expect(again.errorOutput.contains(", 1 pending (0 new), 0 unreadable, 0 unstable"), "\(again.errorOutput)")
            #expect(try copy.goldens() == before)
        }
    }

    @Test("what waits is listed with what differs and both tiers, and --check fails while it does") func list()
        async throws
    {
        try await withPending { copy, served in
            let list = try await copy.run("review", "--list")
            #expect(list.status == 0)
            #expect(
                list.output.contains(
                    "~ SendEmailResponse/SendEmailResult/MessageId\n    - another-id\n    + ⟦message-id⟧\n"))
            #expect(list.output.contains("- GetSendQuotaResponse/GetSendQuotaResult/Gone\n"))
            #expect(
                list.output.contains("  v1/SendEmail/minimal: published -> modelled, \(served.address), 20"),
                "\(list.output)")
            #expect(list.errorOutput == "2 goldens pending in 2 groups\n")
            let none = try await copy.run("review", "--list", "VerifyDomainDkim")
            #expect(none.status == 2 && none.errorOutput.contains("nothing that waits matches 'VerifyDomainDkim': "))
            let check = try await copy.run("review", "--check")
            #expect(check.status == 1)
            #expect(check.output == "pending v1/GetSendQuota/minimal\npending v1/SendEmail/minimal\n")
        }
    }

    @Test("who accepts gets the golden and nobody else's; record then leaves it alone") func accept() async throws {
        try await withPending { copy, served in
            let weaker = try await copy.run("review", "--accept", "SendEmail")
            #expect(weaker.status == 2)
            #expect(weaker.errorOutput.contains("is published and the new answer only modelled: pass --force"))
            let tool = try await copy.run("review", "--accept", "SendEmail", "--force")
            #expect(tool.status == 0 && tool.output == "accepted v1/SendEmail/minimal\n", "\(tool.errorOutput)")
            let text = try copy.text(Self.minimal)
            #expect(text.contains("<MessageId>⟦message-id⟧</MessageId>"))
            let words = "provenance=\"modelled\" source=\"\(served.address)\" date=\""
            #expect(text.contains(words), "\(text)")
            #expect(copy.pending() == ["v1/GetSendQuota/minimal.xml.json"])
            let run = try await copy.run("v1/SendEmail/minimal", "--report", "json=-")
            #expect(run.output.contains("\"provenance\" : \"modelled\""), "\(run.output)")
            #expect(!run.output.contains("\"provenance\" : \"published\""), "the verdict rests on what was accepted")
            let compose = try await copy.run("record", "v1/SendEmail/minimal")
            #expect(compose.errorOutput.contains("0 written, 0 removed, 1 kept as recorded from an endpoint"))
            #expect(try copy.text(Self.minimal) == text)
            let check = try await copy.run("record", "--check", "v1/SendEmail/minimal")
            #expect(check.status == 0)
            _ = try await copy.run("record", "v1/SendEmail/minimal", "--force")
            #expect(try copy.text(Self.minimal).contains("provenance=\"published\""))
        }
    }

    @Test("who rejects keeps the golden, and then nothing waits") func reject() async throws {
        try await withPending { copy, _ in
            let before = try copy.goldens()
            let tool = try await copy.run("review", "--reject", "v*")
            #expect(tool.output == "rejected v1/GetSendQuota/minimal\nrejected v1/SendEmail/minimal\n")
            #expect(try copy.goldens() == before && copy.pending().isEmpty)
            #expect(try await copy.run("review", "--check").status == 0)
        }
    }

    @Test("a golden is not replaced by an answer of a weaker tier without --force") func force() async throws {
        try await withPending { copy, _ in
            _ = try await copy.run("review", "--reject", "GetSendQuota")
            try copy.edit(Self.minimal) { $0.replacing("provenance=\"published\"", with: "provenance=\"recorded\"") }
            let before = try copy.goldens()
            let refused = try await copy.run("review", "--accept", "v*")
            #expect(refused.status == 2)
            #expect(
                refused.errorOutput
                    == "error: golden v1/SendEmail/minimal is recorded and the new answer only modelled: "
                    + "pass --force to replace it\n")
            #expect(try copy.goldens() == before && copy.pending().count == 1)
            let forced = try await copy.run("review", "--accept", "v*", "--force")
            #expect(forced.status == 0 && copy.pending().isEmpty)
            #expect(try copy.text(Self.minimal).contains("provenance=\"modelled\""))
        }
    }

    @Test(
        "what makes no sense is said",
        arguments: [
            (["--list", "--check"], "error: --list and --check are several things: do one after the other\n"),
            ([], "error: review asks on a terminal, and there is none: use --list, --accept or --reject\n"),
            (["--accept", "SendEmail", "SendRawEmail"], "error: filters stand behind --accept and --reject: "),
            (["--accept", "SendEmal"], "error: nothing waits for review\n"),
        ]) func usage(arguments: [String], words: String) async throws
    {
        try await GoldenFolderCopy.with([]) { copy in
            let tool = try await ToolProcess.run(["review"] + arguments + ["--golden", copy.folder.path])
            #expect(tool.status == 2)
            #expect(tool.errorOutput.hasPrefix(words), "\(tool.errorOutput)")
        }
    }

    @Test("an area of another layout is named; nothing in it is touched") func layout() async throws {
        try await GoldenFolderCopy.with(["v1/SendEmail"]) { copy in
            try FileManager.default.createDirectory(at: copy.file(".pending"), withIntermediateDirectories: true)
            try "2\n".write(to: copy.file(".pending/FORMAT"), atomically: true, encoding: .utf8)
            for arguments in [
                ["review", "--list"], ["record", "v1/SendEmail/minimal", "--endpoint", "http://127.0.0.1:1"],
                ["golden", "status"],
            ] {
                let tool = try await ToolProcess.run(arguments + ["--golden", copy.folder.path])
                #expect(tool.status == 2)
                #expect(tool.errorOutput.contains("/.pending' has layout version '2', this build reads '1'"))
            }
            #expect(try copy.text(".pending/FORMAT") == "2\n")
        }
    }

    @Test("a golden that somebody broke by hand stops record before anything is sent") func broken() async throws {
        try await GoldenFolderCopy.with(["v1/SendEmail"]) { copy in
            try copy.edit(Self.minimal) { $0.replacing("</SendEmailResult>", with: "") }
            let before = try copy.goldens()
            let tool = try await copy.run("record", "v1/SendEmail/minimal", "--endpoint", "http://127.0.0.1:1")
            #expect(tool.status == 2)
            #expect(tool.errorOutput.contains(Self.minimal) && tool.errorOutput.contains(", line "))
            #expect(try copy.goldens() == before && copy.pending().isEmpty)
        }
    }
}
