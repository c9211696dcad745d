import Foundation
import Testing

@Suite struct FormattingTests {
    /// What a program printed and how it ended; no thread waits for it.
    private static func run(_ arguments: [String]) async throws -> (status: Int32, text: String) {
        let file = FileManager.default.temporaryDirectory.appending(path: "house-\(UUID().uuidString)")
        try Data().write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = House.root
        let output = try FileHandle(forWritingTo: file)
        process.standardOutput = output
        process.standardError = output
        let status = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { @Sendable process in
                continuation.resume(returning: process.terminationStatus)
            }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        return (status, try String(contentsOf: file, encoding: .utf8))
    }

    /// Whether the toolchain has its formatter: some are shipped without.
    private static func isInstalled() async -> Bool { (try? await run(["swift", "format", "--version"]))?.status == 0 }

    @Test(
        "every file is formatted; to mend: swift format -i -r Sources specs Tests Package.swift",
        .enabled("this toolchain has no swift format, so that formatting is not checked") { await isInstalled() })
    func formatting() async throws {
        let arguments = ["format", "lint", "--strict", "-r", "--configuration", ".swift-format"]
        let result = try await Self.run(["swift"] + arguments + ["Sources", "specs", "Tests", "Package.swift"])
        #expect(result.status == 0, "\(result.text)")
    }
}
