import Foundation
import Testing

@testable import ses_conformance

@Suite struct SpecCommandTests {
    @Test("the spec has no findings") func lint() async throws {
        let tool = try await ToolProcess.run("spec", "lint")
        #expect(tool.output == "")
        #expect(tool.errorOutput.hasPrefix("0 findings in "))
        #expect(tool.status == 0)
    }

    @Test("the export is the same JSON, byte for byte, each time") func export() async throws {
        let first = try await ToolProcess.run("spec", "export", "--format", "json")
        let second = try await ToolProcess.run("spec", "export")
        #expect(first.status == 0)
        #expect(first.output == second.output)
        let object = try JSONSerialization.jsonObject(with: Data(first.output.utf8)) as? [String: Any]
        #expect(object?["schema"] as? String == "ses-conformance/spec/1")
        #expect((object?["apis"] as? [Any])?.count == 2)
    }

    @Test("the export can go to a file") func file() async throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "spec.json").path
        let tool = try await ToolProcess.run("spec", "export", "--output", path)
        let printed = try await ToolProcess.run("spec", "export")
        #expect(tool.output == "")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == printed.output)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["spec.json"])
    }

    @Test("a folder that is not there is named before anything is done") func unwritable() async throws {
        let tool = try await ToolProcess.run("spec", "export", "--output", "/nowhere/at/all.json")
        #expect(
            tool.errorOutput
                == "error: can't write /nowhere/at/all.json: there is no folder /nowhere/at; make it first\n")
        #expect(tool.output == "")
        #expect(tool.status == 2)
    }

    @Test("an operation is shown with everything that is known of it") func show() async throws {
        let tool = try await ToolProcess.run("spec", "show", "CreateReceiptRule")
        for text in ["v1/CreateReceiptRule\n", "\nParameters\n", "BucketName", "\nResponse\n", "\nErrors\n"] {
            #expect(tool.output.contains(text))
        }
        #expect(tool.status == 0)
        let misspelt = try await ToolProcess.run("spec", "show", "CreateReciptRule")
        #expect(misspelt.errorOutput.contains("did you mean CreateReceiptRule?"))
        #expect(misspelt.status == 2)
    }

    @Test("every operation is listed on a line of its own") func list() async throws {
        let tool = try await ToolProcess.run("spec", "list", "--api", "v1")
        let lines = tool.output.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("v1/CreateReceiptRule ") && $0.contains("receiving") })
        #expect(lines.allSatisfy { $0.hasPrefix("v1/") })
        #expect(tool.status == 0)
    }

    @Test("an operation that is not there is quoted") func unknown() async throws {
        let tool = try await ToolProcess.run("spec", "show", "NoSuchThingAtAll")
        #expect(
            tool.errorOutput
                == "error: OPERATION is 'NoSuchThingAtAll': expected the name of an operation; "
                + "ses-conformance spec list names them all\n")
        #expect(tool.status == 2)
    }
}
