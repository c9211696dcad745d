import Foundation
import Testing

/// `fuzz` as users call it.
@Suite struct FuzzCommandTests {
    @Test("the reference service comes out clean, and the numbers say what was sent") func clean() async throws {
        let run = try await ToolProcess.run("fuzz", "--seed", "3", "--requests", "130")
        #expect(run.status == 0, "\(run.output)\(run.errorOutput)")
        #expect(run.errorOutput == "seed 3\n")
        #expect(run.output.contains(/\nsent [0-9]+ valid requests: [0-9]+ accepted, [0-9]+ refused\n/))
        #expect(run.output.contains(/\nsent [0-9]+ nearly valid requests: [0-9]+ accepted, [0-9]+ refused\n/))
        #expect(run.output.contains("nothing of yours was tested"))
    }

    @Test("without a seed one is drawn and said, and makes the same requests again") func drawn() async throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        func titles(_ words: String...) async throws -> (seed: String, titles: [String]) {
            let file = folder.appending(path: "fuzz.json")
            let words = ["fuzz", "v1/CreateReceiptRule", "--requests", "20", "--report", "json=\(file.path)"] + words
            let run = try await ToolProcess.run(words)
            #expect(run.status == 0, "\(run.output)\(run.errorOutput)")
            let seed = try #require(run.errorOutput.firstMatch(of: /^seed ([0-9]+)\n/)).1
            let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
            let cases = try #require(json?["cases"] as? [[String: Any]])
            return (String(seed), cases.compactMap { $0["title"] as? String })
        }
        let first = try await titles()
        #expect(first.titles.count == 20)
        let again = try await titles("--seed", first.seed, "--jobs", "2")
        #expect(again.titles == first.titles)
    }

    @Test("a finding's id makes its request once more, and says no seed") func one() async throws {
        let run = try await ToolProcess.run("fuzz", "v2/CreateEmailTemplate/fuzz-3-2", "v1/SendEmail/fuzz-3-1")
        #expect(run.status == 0, "\(run.output)\(run.errorOutput)")
        #expect(run.errorOutput.isEmpty)
        #expect(run.output.contains(", 2 cases, "))
    }

    @Test(
        "what makes no sense is said in one line",
        arguments: [
            (["--endpoint", "https://email.us-east-1.amazonaws.com"], "real service, which gets no random requests"),
            (["SendEmial"], "'SendEmial'"), (["--requests", "0"], "--requests"), (["--seed", "-1"], "--seed"),
            (["--live"], "--live"), (["v1/SendEmail/fuzz-1-1", "--seed", "2"], "leave out --seed"),
            (["v1/NoSuchThing/fuzz-1-1"], "v1/NoSuchThing/fuzz-1-1"), (["--api", "v2", "SendBounce"], "SendBounce"),
        ] as [([String], String)])
    func usage(_ words: [String], _ said: String) async throws {
        let run = try await ToolProcess.run(["fuzz"] + words)
        #expect(run.status == 2, "\(run.errorOutput)")
        #expect(run.errorOutput.hasPrefix("error: ") && run.errorOutput.contains(said), "\(run.errorOutput)")
        #expect(run.errorOutput.split(separator: "\n").count == 1)
    }

    @Test("nobody there is exit code 3") func unreachable() async throws {
        let run = try await ToolProcess.run("fuzz", "--endpoint", "http://127.0.0.1:9", "--requests", "5")
        #expect(run.status == 3, "\(run.errorOutput)")
    }

    @Test("a served service is clean, is left as it was, and has nothing left to clean up") func served() async throws {
        let service = try await ServedService()
        let run = try await ToolProcess.run(
            "fuzz", "--endpoint", service.address, "--seed", "4", "--requests", "200", "--api", "v1")
        #expect(run.status == 0, "\(run.output)\(run.errorOutput)")
        #expect(!run.errorOutput.contains("warning"))
        #expect(try await !service.ask("Action=ListIdentities").contains("sc-"))
        #expect(try await !service.ask("Action=ListReceiptRuleSets").contains("sc-"))
        await service.stop()
    }
}
