import Foundation

/// The built tool, run as a process.
struct ToolProcess {
    let output: String
    let errorOutput: String
    let status: Int32

    /// Where the build puts the tool: beside the tests.
    static let executable = Bundle.main.bundleURL.appending(path: "ses-conformance")

    /// The package's folder, where the tool is run: it finds the goldens there.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Variables that a test starts from: nothing of whoever runs the tests decides on colour or endpoint.
    static let environment = [
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
        "SES_CONFORMANCE_STATE": FileManager.default.temporaryDirectory.appending(
            path: "ses-conformance-state-\(getpid())"
        ).path,
    ]

    /// Runs the tool to its end.
    static func run(_ arguments: String..., environment: [String: String] = [:]) async throws -> ToolProcess {
        try await run(arguments, environment: environment)
    }

    /// Runs the tool to its end.
    static func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> ToolProcess {
        await ProcessGate.shared.enter()
        let ended: Result<ToolProcess, any Error>
        do {
            let running = try RunningTool(arguments, environment: environment)
            let status = await running.end()
            ended = .success(
                ToolProcess(output: running.output, errorOutput: running.errorOutput, status: status))
        } catch {
            ended = .failure(error)
        }
        await ProcessGate.shared.leave()
        return try ended.get()
    }
}

/// Lets few processes run at a time, so that those with a deadline are not kept waiting by all others.
actor ProcessGate {
    static let shared = ProcessGate()

    private var free = 3
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func enter() async {
        if free > 0 {
            free -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}

/// The tool while it runs; its output goes to files, so that no full pipe can hold it up.
final class RunningTool: Sendable {
    private let folder: URL
    private let process: Process
    private let started: ContinuousClock.Instant
    private let ended: AsyncStream<Ending>

    /// The exit code, or the signal's number, and how long the process lived, however late a test looks.
    struct Ending: Sendable {
        let status: Int32
        let lifetime: Duration
    }

    var output: String { text("out") }
    var errorOutput: String { text("err") }
    var isRunning: Bool { process.isRunning }
    var identifier: Int32 { process.processIdentifier }

    init(
        _ arguments: [String], environment: [String: String] = [:], executable: URL = ToolProcess.executable,
        in workingDirectory: URL = ToolProcess.root
    ) throws {
        folder = try temporaryFolder()
        process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = workingDirectory
        process.environment = ToolProcess.environment.merging(environment) { $1 }
        for name in ["out", "err"] {
            try Data().write(to: folder.appending(path: name))
        }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: "out"))
        process.standardError = try FileHandle(forWritingTo: folder.appending(path: "err"))
        let (stream, continuation) = AsyncStream.makeStream(of: Ending.self)
        let start = ContinuousClock.now
        started = start
        ended = stream
        process.terminationHandler = { @Sendable process in
            continuation.yield(Ending(status: process.terminationStatus, lifetime: ContinuousClock.now - start))
            continuation.finish()
        }
        try process.run()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Waits for the end and gives the exit code, or the signal's number.
    func end() async -> Int32 { await ending().status }

    /// Waits for the end.
    func ending() async -> Ending {
        for await ending in ended { return ending }
        return Ending(status: -1, lifetime: ContinuousClock.now - started)
    }

    /// Waits until standard output holds a text; false if the tool takes longer than `seconds`.
    func waits(for text: String, seconds: Double = 240) async throws -> Bool {
        let end = ContinuousClock.now + .seconds(seconds)
        while !output.contains(text), ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(20))
        }
        // On a busy machine it may be the test that comes late.
        return output.contains(text)
    }

    private func text(_ name: String) -> String {
        (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
    }
}

/// An empty folder of one's own.
func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ses-conformance-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
}
