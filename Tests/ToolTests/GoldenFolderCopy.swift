import Foundation

/// A copy of some operations' goldens, gone when the body ends.
struct GoldenFolderCopy {
    let folder: URL

    static func with(_ operations: [String], _ body: (GoldenFolderCopy) async throws -> Void) async throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = ToolProcess.root.appending(path: "golden")
        for name in ["FORMAT"] + operations {
            let target = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: source.appending(path: name), to: target)
        }
        try await body(GoldenFolderCopy(folder: folder))
    }

    func file(_ path: String) -> URL { folder.appending(path: path) }

    func text(_ path: String) throws -> String { try String(contentsOf: file(path), encoding: .utf8) }

    func edit(_ path: String, _ change: (String) -> String) throws {
        try change(text(path)).write(to: file(path), atomically: true, encoding: .utf8)
    }

    /// Every file with what is in it, but for what waits.
    func goldens() throws -> [String: String] {
        var found: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        where path.hasPrefix("v") && path.contains(".") {
            found[path] = try text(path)
        }
        return found
    }

    /// What waits.
    func pending() -> [String] {
        let area = file(".pending").path
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: area)) ?? []
        return paths.filter { $0.hasSuffix(".json") }.sorted()
    }

    func run(_ arguments: String...) async throws -> ToolProcess {
        try await ToolProcess.run(arguments + ["--golden", folder.path])
    }
}
