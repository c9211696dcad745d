import Foundation
import Testing

@Suite struct FormattingTests {
    /// What a program printed and how it ended.
    private static func run(_ arguments: [String]) throws -> (status: Int32, text: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = House.root
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }

    /// Whether the toolchain has its formatter: some are shipped without.
    private static let isInstalled = (try? run(["swift", "format", "--version"]))?.status == 0

    @Test(
        "every file is formatted; to mend: swift format -i -r Sources specs Tests Package.swift",
        .enabled(if: isInstalled, "this toolchain has no swift format, so that formatting is not checked"))
    func formatting() throws {
        let arguments = ["format", "lint", "--strict", "-r", "--configuration", ".swift-format"]
        let result = try Self.run(["swift"] + arguments + ["Sources", "specs", "Tests", "Package.swift"])
        #expect(result.status == 0, "\(result.text)")
    }
}
