import Foundation
import Testing

/// What becomes of goldens when recording ends where nobody thought of.
@Suite(.serialized) struct RecordSafetyTests {
    /// Whether there is time for all moments.
    private static let isSlow = ProcessInfo.processInfo.environment["SES_CONFORMANCE_SLOW"] == "1"

    /// Files of goldens in a folder by path, hidden ones left out.
    private func files(_ folder: URL) throws -> [String: Data] {
        var found: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        where path.hasSuffix(".xml") || path.hasSuffix(".json") {
            found[path] = FileManager.default.contents(atPath: folder.appending(path: path).path)
        }
        return found
    }

    private func emptyFolder() throws -> URL {
        let folder = try temporaryFolder()
        try "1\n".write(to: folder.appending(path: "FORMAT"), atomically: true, encoding: .utf8)
        return folder
    }

    @Test("a record that is killed at any moment leaves whole goldens only") func killed() async throws {
        let folder = try emptyFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let arguments = ["record", "v1/S*", "--golden", folder.path]
        let whole = try await ToolProcess.run(arguments)
        try #require(whole.status == 0, "\(whole.errorOutput)")
        let right = try files(folder)
        let times = Self.isSlow ? 50 : 3
        var interrupted = 0
        for _ in 0..<times {
            for path in try files(folder).keys { try FileManager.default.removeItem(at: folder.appending(path: path)) }
            let tool = try RunningTool(arguments)
            // The first golden is on its way: from here on it writes.
            _ = try await tool.waits(for: "wrote ")
            try await Task.sleep(for: .milliseconds(Double.random(in: 0...40)))
            kill(tool.identifier, SIGKILL)
            _ = await tool.end()
            let left = try files(folder)
            if left.count < right.count { interrupted += 1 }
            let broken = left.filter { right[$0.key] != $0.value }.keys.sorted()
            try #require(broken.isEmpty, "half written: \(broken)")
        }
        if Self.isSlow { #expect(interrupted > 5, "only \(interrupted) of \(times) were killed before the end") }
        let again = try await ToolProcess.run(arguments)
        #expect(again.status == 0)
        #expect(try files(folder) == right)
    }

    @Test("a record of an endpoint that is killed at any moment leaves goldens and what waits whole")
    func killedAtAnEndpoint() async throws {
        try await GoldenFolderCopy.with(["v1/ListIdentities"]) { copy in
            for path in try copy.goldens().keys {
                try copy.edit(path) { $0.replacing("<RequestId>", with: "<Gone/><RequestId>") }
            }
            let before = try copy.goldens()
            let served = try await ServedService()
            let arguments = ["record", "v1/ListIdentities/*max-items", "--endpoint", served.address]
            let start = ContinuousClock.now
            _ = try await ToolProcess.run(arguments + ["--golden", copy.folder.path])
            let time = ContinuousClock.now - start
            let count = copy.pending().count
            #expect(count > 2)
            for _ in 0..<(Self.isSlow ? 15 : 2) {
                try? FileManager.default.removeItem(at: copy.file(".pending"))
                let tool = try RunningTool(arguments + ["--golden", copy.folder.path])
                try await Task.sleep(for: time * Double.random(in: 0.5...1.1))
                kill(tool.identifier, SIGKILL)
                _ = await tool.end()
                #expect(try copy.goldens() == before)
                let list = try await copy.run("review", "--list")
                #expect(list.status == 0, "\(list.errorOutput)")
            }
            await served.stop()
            #expect(try copy.goldens() == before)
        }
    }

    @Test("on a full disk record says so in one line, and what it wrote is whole") func full() async throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let tool = ToolProcess.executable.path
        // A small file system that only this process and its children see; some machines allow none.
        let script = """
            mount -t tmpfs -o size=256k,nr_inodes=4k tmpfs "$1" || exit 77
            printf '1\\n' > "$1/FORMAT"
            "$0" record 'v1/S*' --golden "$1" > /dev/null 2> "$2/said"
            echo $? > "$2/code"
            mkdir "$2/left" && cd "$1" && find . -name '*.xml' -exec cp --parents {} "$2/left" \\;
            """
        let golden = folder.appending(path: "golden")
        try FileManager.default.createDirectory(at: golden, withIntermediateDirectories: true)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["unshare", "-rm", "sh", "-c", script, tool, golden.path, folder.path]
        process.currentDirectoryURL = ToolProcess.root
        process.environment = ToolProcess.environment
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        // Where no file system may be mounted, there is nothing to see.
        guard FileManager.default.fileExists(atPath: folder.appending(path: "code").path) else { return }
        #expect(try String(contentsOf: folder.appending(path: "code"), encoding: .utf8) == "2\n")
        let said = try String(contentsOf: folder.appending(path: "said"), encoding: .utf8)
        #expect(
            said.hasPrefix("error: golden file '") && said.hasSuffix("can't be written: No space left on device\n"),
            "\(said)")
        #expect(said.split(separator: "\n").count == 1)
        let left = try files(folder.appending(path: "left"))
        #expect(left.count > 5)
        for (path, data) in left {
            let committed = ToolProcess.root.appending(path: "golden").appending(path: path)
            #expect(FileManager.default.contents(atPath: committed.path) == data, "\(path)")
        }
    }

    @Test("where nothing may be written, that is said, and what waits is not lost") func readOnly() async throws {
        try await GoldenFolderCopy.with(["v1/GetSendQuota"]) { copy in
            let before = try copy.goldens()
            // Even root can't make a file below a file.
            try "".write(to: copy.file(".pending"), atomically: true, encoding: .utf8)
            try copy.edit("v1/GetSendQuota/minimal.xml") { $0.replacing("<RequestId>", with: "<Gone/><RequestId>") }
            let served = try await ServedService()
            let tool = try await copy.run("record", "v1/GetSendQuota/minimal", "--endpoint", served.address)
            await served.stop()
            #expect(tool.status == 2)
            #expect(
                tool.errorOutput.hasPrefix("error: golden file '") && tool.errorOutput.contains("can't be written: "))
            #expect(try copy.goldens().keys == before.keys)
        }
    }
}
