import Foundation
import Testing

@Suite struct ShowTests {
    /// The folder that holds `golden`.
    static let golden = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "golden").path

    @Test("a refusal is shown with its control, its request, its golden and what that rests on")
    func negative() async throws {
        let tool = try await ToolProcess.run("show", "v1/SendEmail/missing-source", "--golden", Self.golden)
        #expect(tool.status == 0)
        #expect(tool.errorOutput == "")
        for text in [
            "v1/SendEmail/missing-source\nomits Source\n", "The service MUST answer 400 to a request without Source.",
            "missing-required", "required Source", "verified-identity", "\nSetup\n", "\nControl: ", "\nJudged\n",
            "400 MissingParameter or ValidationError", "curl -sS -X POST 'http://127.0.0.1:8005/'",
            "\n  spec         specs/v1/SendEmail.swift:", "\n      Message.Subject.Data = \"Conformance test\"\n",
            "golden/v1/SendEmail/missing-source.xml (documented: API reference p. ",
            "<Code>⟦one-of:MissingParameter|ValidationError⟧</Code>", "\nTaken away afterwards\n",
        ] { #expect(tool.output.contains(text), "\(text)") }
        let sent = tool.output.split(separator: "\n").filter { $0.contains("Action=SendEmail&") }
        #expect(sent.count == 2)
        #expect(sent.first?.contains("Source=sender%40example.com") == true)
        #expect(sent.last?.contains("Source=") == false)
    }

    @Test("each judged step has its own golden, and names are filled in readably") func scenario() async throws {
        let tool = try await ToolProcess.run(
            "show", "v1/CreateReceiptFilter/life-cycle", "--golden", Self.golden)
        #expect(tool.output.contains("create-one: CreateReceiptFilter, success"))
        for step in ["create-one", "create-two", "list", "delete-one", "list-after"] {
            #expect(tool.output.contains("golden/v1/CreateReceiptFilter/life-cycle.\(step).xml"))
        }
        #expect(tool.output.contains("\n  spec         specs/v1/Scenarios/ReceiptFilterScenarios.swift:"))
        let sent = tool.output.split(separator: "\n").filter { $0.contains("--data-raw") }
        #expect(sent.allSatisfy { !$0.contains("%E2%9F") && !$0.contains("⟦") })
        #expect(sent.contains { $0.contains("Filter.Name=sc-show-") })
    }

    @Test(
        "every case says where it is written down, or where its operation is",
        arguments: [
            ("v1/DeleteIdentity/reference-sample", "Samples/IdentitySamples"), ("v2/SendEmail/minimal", "SendEmail"),
            ("v2/CreateEmailTemplate/life-of-a-template", "Scenarios/EmailTemplateScenarios"),
            ("v1/CreateReceiptRule/unharmed-blanks", "CreateReceiptRule"),
        ])
    func written(_ id: String, _ file: String) async throws {
        let tool = try await ToolProcess.run("show", id, "--golden", Self.golden)
        let place = try #require(
            tool.output.firstMatch(of: /\n  spec +specs\/v[12]\/([A-Za-z\/]+)\.swift:[0-9]+\n/), "\(tool.output)")
        #expect(place.1 == file)
    }

    @Test(
        "what is no case is told, with the nearest that is one",
        arguments: [
            ("v1/SendEmail/mising-source", "the id of a case; did you mean v1/SendEmail/missing-source?"),
            ("SendEmail", "one case, not an operation; ses-conformance list SendEmail names its cases"),
            ("nothing-like-it", "the id of a case; ses-conformance list names them all"),
        ])
    func unknown(_ id: String, _ expected: String) async throws {
        let tool = try await ToolProcess.run("show", id, "--golden", Self.golden)
        #expect(tool.status == 2)
        #expect(tool.output == "")
        #expect(tool.errorOutput == "error: ID is '\(id)': expected \(expected)\n")
    }

    @Test("a case without goldens says how they are written") func unwritten() async throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("1\n".utf8).write(to: folder.appending(path: "FORMAT"))
        let tool = try await ToolProcess.run("show", "v1/SendEmail/minimal", "--golden", folder.path)
        #expect(tool.output.contains("no golden yet; write it with: ses-conformance record 'v1/SendEmail/minimal'"))
        #expect(tool.status == 0)
    }
}
