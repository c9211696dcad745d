import Foundation
import SpecModel

/// The spec's own source files, read as text.
enum SpecFolder {
    private static let specs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "specs")

    /// Base names and contents of the Swift files directly in a folder of an API's spec.
    static func files(in folder: String = "", of api: API = .v1) throws -> [(name: String, text: String)] {
        let root = specs.appending(path: api.rawValue)
        let url = folder.isEmpty ? root : root.appending(path: folder)
        return try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "swift" }
            .map { ($0.deletingPathExtension().lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
            .sorted { $0.0 < $1.0 }
    }
}
