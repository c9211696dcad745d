import Foundation
import Testing

@testable import ses_conformance

/// A rehearsal of `--live` on `serve`, which is as strict as the real service towards a new account.
@Suite struct LiveCommandTests {
    private static let keys = [
        "AWS_ACCESS_KEY_ID": "AKIAREHEARSAL0000001", "AWS_SECRET_ACCESS_KEY": "rehearsal-secret",
    ]
    private static let sender = "me@mail.corp.test"

    private struct Mail: Decodable {
        let source: String
        let recipients: [String]
    }

    @Test("the rate is kept, Throttling survived, nothing sent but to the simulator, and nothing left behind")
    func rehearsal() async throws {
        try await withFolder { folder in
            let service = try await ServedService(
                "--sandbox", "--throttle", "60/s", "--verify-signatures", environment: Self.keys)
            let client = try WireClient(
                service.address, key: "AKIAREHEARSAL0000001", secret: "rehearsal-secret")
            try await client.occupy()
            try await client.ask("VerifyEmailIdentity", ["EmailAddress": .text(Self.sender)])
            let before = try await client.holdings()
            let report = folder.appending(path: "report.json").path
            let start = ContinuousClock.now
            let tool = try await ToolProcess.run(
                [
                    "v1/SendEmail/*", "v1/VerifyEmailIdentity/*", "v2/CreateEmailTemplate/*",
                    "v1/SetActiveReceiptRuleSet/*", "--endpoint", service.address, "--live", "--yes", "--sender",
                    Self.sender, "--domain", "ses.corp.test", "--rate", "100/s", "--report", "json=\(report)",
                    "--report", "terminal=-",
                ], environment: Self.keys)
            let elapsed = ContinuousClock.now - start
            #expect(tool.status == 0, "\(tool.output)\(tool.errorOutput)")
            let text = try String(contentsOfFile: report, encoding: .utf8)
            let results = try Results(text)
            #expect(results.cases.values.count { $0 == "passed" } > 60, "\(results.cases)")
            #expect(
                results.cases.filter { $0.key.contains("/SetActiveReceiptRuleSet/") }.values.allSatisfy {
                    $0 == "blocked"
                })
            let exchanges = try #require(text.firstMatch(of: /"exchanges" : ([0-9]+)/).flatMap { Int($0.1) })
            #expect(elapsed > .seconds(Double(exchanges - 1) / 100), "\(exchanges) requests in \(elapsed)")
            #expect(exchanges > 200)
            let mails = try JSONDecoder().decode(
                [Mail].self, from: Data(await client.get("/_ses-conformance/messages").utf8))
            #expect(mails.count > 10)
            #expect(mails.allSatisfy { $0.recipients.allSatisfy { $0.hasSuffix("@simulator.amazonses.com") } })
            #expect(mails.allSatisfy { $0.source.contains(Self.sender) })
            #expect(try await client.holdings() == before)
            #expect(!(text + tool.output + tool.errorOutput).contains("corp.test"))
            #expect(tool.errorOutput.contains(", as the real service: "), "\(tool.errorOutput)")
            #expect(tool.errorOutput.contains("it would touch the active rule set; name the case to run it"))
            await service.stop()
        }
    }

    @Test("where nobody can agree nothing is sent") func agreement() async throws {
        let service = try await ServedService("--sandbox")
        let tool = try await ToolProcess.run(
            ["v1/SendEmail/minimal", "--endpoint", service.address, "--live", "--sender", Self.sender],
            environment: Self.keys)
        #expect(tool.status == 2 && tool.output == "")
        #expect(tool.errorOutput.contains("1 case, about "))
        #expect(tool.errorOutput.hasSuffix("error: nobody is there to agree: add --yes if this is what you want\n"))
        #expect(try await service.ask("Action=ListIdentities").contains("<Identities/>"))
        await service.stop()
    }

    @Test(
        "what can't be used is said with what to do",
        arguments: [
            (["--live"], "--live needs an endpoint"),
            (["--endpoint", "http://127.0.0.1:1", "--live"], "--live needs credentials"),
            (["--endpoint", "https://email.us-east-1.amazonaws.com"], "is the real service: add --live"),
            (["--domain", "corp.test"], "--domain goes with --live"),
            (["--endpoint", "http://127.0.0.1:1", "--live", "--domain", "no domain"], "--domain got 'no domain'"),
        ])
    func usage(_ arguments: [String], _ text: String) async throws {
        let keys = arguments.contains("https://email.us-east-1.amazonaws.com") ? Self.keys : [:]
        let tool = try await ToolProcess.run(arguments, environment: keys)
        #expect(tool.status == 2 && tool.errorOutput.contains(text), "\(tool.errorOutput)")
    }
}
