import Foundation
import SpecCatalog
import Testing

/// The `curl` lines of v2, run as they are printed, on `serve`.
///
/// Where this machine's `curl` signs percent signs in a path otherwise than AWS does, lines that have some go to a
/// service that takes any signature, and the test says which they are.
@Suite struct CurlTests {
    /// The oldest `curl` that signs a percent-encoded path as AWS does, namely encoded once more.
    ///
    /// Source: tried with libcurl 8.13.0, 8.14.1, 8.15.0 and 8.21.0; curl/curl#17129.
    private static let firstRight = [8, 14, 1]

    /// The operations on an identity: `@` in a path is a percent sign.
    private static let withPaths = [
        "CreateEmailIdentityPolicy", "DeleteEmailIdentity", "DeleteEmailIdentityPolicy", "GetEmailIdentity",
        "GetEmailIdentityPolicies", "UpdateEmailIdentityPolicy",
    ]

    /// That of this machine; nil where there is none, or one that can't sign.
    private static let version: [Int]? = {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["curl", "--version"]
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil, let bytes = try? pipe.fileHandleForReading.readToEnd() else { return nil }
        process.waitUntilExit()
        let match = String(decoding: bytes, as: UTF8.self).firstMatch(of: /^curl ([0-9]+)\.([0-9]+)\.([0-9]+)/)
        let numbers = match.map { [$0.1, $0.2, $0.3].compactMap { Int($0) } }
        return numbers.flatMap { $0.lexicographicallyPrecedes([7, 75, 0]) ? nil : $0 }
    }()

    private static var signsPaths: Bool { version.map { !$0.lexicographicallyPrecedes(firstRight) } ?? false }

    /// The judged request, last, and all that it needs before it.
    private func lines(of id: String) async throws -> [String] {
        let tool = try await ToolProcess.run("show", id)
        try #require(tool.status == 0, "\(tool.errorOutput)")
        let judged = try #require(tool.output.components(separatedBy: "\nEffect, ").first)
        return judged.split(separator: "\n").map { String($0.drop { $0 == " " }) }.filter { $0.hasPrefix("curl ") }
    }

    /// Pastes lines into a shell, one after the other; the status of each answer, and the answers.
    private func paste(_ lines: [String], at address: String) async throws -> (statuses: [String], text: String) {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        // The lines stay as they are: that the status is printed comes from the configuration.
        try Data(#"write-out = "\n%{http_code}\n""#.utf8).write(to: folder.appending(path: ".curlrc"))
        let script = lines.map { $0.replacing("http://127.0.0.1:8005", with: address) }.joined(separator: "\n")
        let shell = try RunningTool(
            ["-c", script], environment: ["CURL_HOME": folder.path], executable: URL(filePath: "/bin/sh"))
        #expect(await shell.end() == 0, "\(shell.errorOutput)")
        let statuses = shell.output.split(separator: "\n").filter { $0.wholeMatch(of: /[0-9]{3}/) != nil }
        return (statuses.map(String.init), shell.output + shell.errorOutput)
    }

    @Test(
        "every operation of v2 is called by the lines that are shown for it, signatures checked",
        .enabled(if: version != nil, "there is no curl of 7.75 or later"))
    func operations() async throws {
        let checking = try await ServedService("--verify-signatures")
        let trusting = try await ServedService()
        let operations = try #require(Catalog.standard.specification(.v2)).operations.map(\.name)
        var leftOut: [String] = []
        for operation in operations {
            let lines = try await lines(of: "v2/\(operation)/minimal")
            let isSignable = Self.signsPaths || !lines.contains { $0.firstMatch(of: /8005[^ '?]*%/) != nil }
            if !isSignable { leftOut.append(operation) }
            let ended = try await paste(lines, at: isSignable ? checking.address : trusting.address)
            // What it needs may be there already, made for another operation.
            #expect(ended.statuses.count == lines.count && ended.statuses.last == "200", "\(operation): \(ended.text)")
            #expect(!ended.statuses.contains("403"), "\(operation): \(ended.text)")
        }
        await checking.stop()
        await trusting.stop()
        #expect(operations.count == 25 && leftOut == (Self.signsPaths ? [] : Self.withPaths))
        guard !leftOut.isEmpty, let version = Self.version?.map(String.init).joined(separator: ".") else { return }
        print(
            "curl \(version) signs percent signs in a path otherwise than AWS, so the signatures of these were not "
                + "checked: \(leftOut.joined(separator: ", "))")
    }

    @Test(
        "a line for what must be refused is answered so, and a line that is signed wrongly is found out",
        .enabled(if: version != nil, "there is no curl of 7.75 or later"))
    func refusals() async throws {
        let service = try await ServedService("--verify-signatures")
        for (id, status) in [
            ("v2/SendEmail/missing-content", "400"), ("v2/SendEmail/body-truncated", "400"),
            ("v2/GetEmailTemplate/error-not-found-exception", "404"),
        ] {
            let ended = try await paste(try await lines(of: id), at: service.address)
            #expect(ended.statuses.last == status, "\(id): \(ended.text)")
        }
        let line = try #require(try await lines(of: "v2/ListEmailTemplates/minimal").last)
        let forged = line.replacing("AWS_SECRET_ACCESS_KEY:-test", with: "AWS_SECRET_ACCESS_KEY:-tset")
        #expect(forged != line)
        #expect(try await paste([line, forged], at: service.address).statuses == ["200", "403"])
        await service.stop()
    }
}
