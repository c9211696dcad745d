import Foundation
import Testing

/// A run whose journal and report are on a disk that gets full.
///
/// The disk is one of two pages in memory, which only the run's own process sees: nothing of the machine's is changed,
/// and no rights are needed where the kernel lets users have name spaces of their own.
@Suite struct FullDiskTests {
    private static let unshare = URL(filePath: "/usr/bin/unshare")

    /// Mounts the disk, puts an old report onto it, runs the tool, and copies what is there then out of it.
    private static let script = """
        mount -t tmpfs -o size=8k none "$1" && echo old > "$1/report.json" || exit 99
        disk=$1 copy=$2; shift 2; "$@"; code=$?; cp "$disk"/* "$copy"; exit $code
        """

    /// Whether a disk can be had.
    private static let canMount: Bool = {
        guard FileManager.default.isExecutableFile(atPath: unshare.path) else { return false }
        let process = Process()
        process.executableURL = unshare
        process.arguments = ["-Urm", "mount", "-t", "tmpfs", "none", FileManager.default.temporaryDirectory.path]
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    @Test(
        "on a full disk a run makes nothing that it can't note, keeps the old report, and says why",
        .enabled(if: canMount, "this machine lets nobody mount a disk of one's own"))
    func full() async throws {
        try await withFolder { folder in
            let (disk, copy) = (folder.appending(path: "disk"), folder.appending(path: "copy"))
            for one in [disk, copy] {
                try FileManager.default.createDirectory(at: one, withIntermediateDirectories: true)
            }
            let service = try await ServedService()
            let client = try WireClient(service.address)
            try await client.occupy()
            let before = try await client.holdings()
            let tool = try RunningTool(
                ["-Urm", "sh", "-c", Self.script, "sh", disk.path, copy.path, ToolProcess.executable.path]
                    + ["v1/CreateReceiptRuleSet/*", "v2/CreateEmailTemplate/*", "--endpoint", service.address]
                    + ["--report", "json=\(disk.path)/report.json", "--report", "terminal=-"],
                environment: ["SES_CONFORMANCE_STATE": disk.path], executable: Self.unshare)
            let status = await tool.end()
            #expect(status == 2, "\(tool.output)\(tool.errorOutput)")
            #expect(
                tool.output.replacing(/\s+/, with: " ").contains("journal: No space left on device; nothing is made"))
            #expect(tool.errorOutput == "error: can't write \(disk.path)/report.json: No space left on device\n")
            #expect(try await client.holdings() == before)
            #expect(try FileManager.default.contentsOfDirectory(atPath: copy.path) == ["report.json"])
            #expect(try String(contentsOf: copy.appending(path: "report.json"), encoding: .utf8) == "old\n")
            await service.stop()
        }
    }
}
