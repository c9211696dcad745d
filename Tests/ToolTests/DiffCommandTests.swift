import Foundation
import Testing

@Suite struct DiffCommandTests {
    /// Writes files into a folder of their own and runs `diff` on two names in it.
    private func diff(_ files: [String: String], _ before: String, _ after: String) async throws -> ToolProcess {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, text) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        return try await ToolProcess.run(
            "diff", folder.appending(path: before).path, folder.appending(path: after).path)
    }

    @Test("two documents are compared without any spec, place by place") func documents() async throws {
        let tool = try await diff(
            ["a.xml": "<a><b>1</b><c/></a>", "b.xml": "<a>\n  <b>2</b><d>\u{202E}x</d></a>"], "a.xml", "b.xml")
        #expect(tool.status == 1)
        #expect(tool.output == "~ a/b\n  - 1\n  + 2\n- a/c\n  - \n+ a/d\n  + \\u{202E}x\n", "\(tool.output)")
        #expect(tool.errorOutput == "")
    }

    @Test("documents that say the same give nothing and exit code 0") func same() async throws {
        let tool = try await diff(
            ["a.json": "{\"a\": 1.0, \"b\": []}", "b.json": "{\"b\":[],\"a\":1}"], "a.json", "b.json")
        #expect(tool.status == 0 && tool.output == "" && tool.errorOutput == "")
    }

    @Test("folders are compared case by case") func folders() async throws {
        let tool = try await diff(
            ["a/v1/X/one.xml": "<a/>", "a/v1/X/two.xml": "<a/>", "b/v1/X/two.xml": "<b/>", "b/v1/X/six.xml": "<a/>"],
            "a", "b")
        #expect(tool.status == 1)
        #expect(
            tool.output == "gone v1/X/one.xml\nnew v1/X/six.xml\nchanged v1/X/two.xml\n  - a\n    - \n  + b\n    + \n",
            "\(tool.output)")
        #expect(tool.errorOutput == "1 gone, 1 new, 1 changed, 0 the same\n")
    }

    @Test("the golden folder is the same as itself") func golden() async throws {
        let folder = ToolProcess.root.appending(path: "golden").path
        let tool = try await ToolProcess.run("diff", folder, folder)
        #expect(tool.status == 0 && tool.output == "")
        #expect(tool.errorOutput.wholeMatch(of: /0 gone, 0 new, 0 changed, [0-9]{4,} the same\n/) != nil)
    }

    @Test("two reports are compared by outcome and differences, whatever the run was called") func reports()
        async throws
    {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let (one, two) = (folder.appending(path: "1.json").path, folder.appending(path: "2.json").path)
        for (path, filter) in [(one, "v1/SendEmail/m*"), (two, "v1/SendEmail/mi*")] {
            _ = try await ToolProcess.run(filter, "--report", "json=\(path)")
        }
        let same = try await ToolProcess.run("diff", one, one)
        #expect(same.status == 0 && same.output == "", "\(same.output)")
        let text = try String(contentsOfFile: one, encoding: .utf8)
        try text.replacing("\"outcome\" : \"passed\"", with: "\"outcome\" : \"broken\"", maxReplacements: 1)
            .write(toFile: two, atomically: true, encoding: .utf8)
        let other = try await ToolProcess.run("diff", one, two)
        #expect(other.status == 1)
        #expect(other.output.hasSuffix("/outcome\n  - passed\n  + broken\n"), "\(other.output)")
    }

    @Test(
        "what can't be compared is said in one line, with exit code 2",
        arguments: [
            ("a.xml", "none.xml", "/none.xml: there is no such file or folder"),
            ("a.xml", "bad.xml", "/bad.xml': neither XML nor JSON: "),
            ("a.xml", "b.json", "one is XML, the other JSON"), ("a.xml", "d", "is a folder and the other is not"),
            ("a.xml", "golden.xml", "/golden.xml', line 1: attribute 'content-type' is missing"),
            ("old", "d", "/old' has layout version '0'"),
        ]) func unusable(before: String, after: String, words: String) async throws
    {
        let tool = try await diff(
            [
                "a.xml": "<a/>", "bad.xml": "<a>", "b.json": "{}", "d/x.xml": "<a/>", "old/FORMAT": "0\n",
                "golden.xml": "<?golden status=\"200\"?>\n<a/>",
            ], before, after)
        #expect(tool.status == 2)
        #expect(tool.output == "")
        #expect(tool.errorOutput.contains(words), "\(tool.errorOutput)")
        #expect(tool.errorOutput.split(separator: "\n").count == 1)
    }
}
