import Foundation
import Testing

/// Clients that know nothing of this project call every operation on `serve`: boto3 and the aws command line.
///
/// They run where `python3`, or the Python that SES_CONFORMANCE_PYTHON names, has boto3, and where `aws` is beside it.
@Suite struct ClientsTests {
    /// The Python that is asked.
    private static let python = ProcessInfo.processInfo.environment["SES_CONFORMANCE_PYTHON"] ?? "python3"

    /// Where that Python is, by its own account; nil where it has no boto3.
    private static let executable: String? = {
        let found = try? run([python, "-c", "import boto3, sys; print(sys.executable)"])
        return found?.status == 0 ? found?.text.trimmingCharacters(in: .whitespacesAndNewlines) : nil
    }()

    private static let hasAWS = executable.map {
        FileManager.default.isExecutableFile(
            atPath: URL(filePath: $0).deletingLastPathComponent().appending(path: "aws").path)
    }

    private static func run(_ words: [String]) throws -> (status: Int32, text: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }

    private func clients(_ which: String) async throws -> (status: Int32, text: String) {
        let service = try await ServedService()
        let script = ToolProcess.root.appending(path: "Tests/Clients/clients.py").path
        let python = try RunningTool(
            [Self.executable ?? Self.python, script, service.address, which],
            executable: URL(filePath: "/usr/bin/env"))
        let status = await python.end()
        await service.stop()
        return (status, python.output + python.errorOutput)
    }

    @Test(
        "boto3 calls all 41 actions of v1 and 25 operations of v2, and every answer fits its model",
        .enabled(if: executable != nil, "\(python) has no boto3: pip install boto3, or set SES_CONFORMANCE_PYTHON"))
    func boto3() async throws {
        let ended = try await clients("boto3")
        #expect(ended.status == 0, "\(ended.text)")
        #expect(ended.text.contains(": 41 actions called, every answer fits the model"))
        #expect(ended.text.contains(": 25 operations of v2 called, every answer fits the model"))
    }

    @Test(
        "the aws command line calls every action of v1 that it has and 25 of v2, and understands every answer",
        .enabled(
            if: hasAWS == true,
            "there is no aws beside \(executable ?? python): pip install awscli there, and set SES_CONFORMANCE_PYTHON"))
    func aws() async throws {
        let ended = try await clients("aws")
        #expect(ended.status == 0, "\(ended.text)")
        #expect(ended.text.contains(": 38 actions called, every answer was understood"))
        #expect(ended.text.contains(": 25 operations of v2 called, every answer was understood"))
    }
}
