import Foundation

/// The spec's own source files, read as text.
enum SpecFolder {
    static let v1 = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "specs/v1")

    /// Base names and contents of the Swift files directly in a folder of `specs/v1`.
    static func files(in folder: String = "") throws -> [(name: String, text: String)] {
        let url = folder.isEmpty ? v1 : v1.appending(path: folder)
        return try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "swift" }
            .map { ($0.deletingPathExtension().lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
            .sorted { $0.0 < $1.0 }
    }
}
