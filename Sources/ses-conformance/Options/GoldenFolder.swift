import Foundation
import Golden

/// Finds the golden folder for a command.
enum GoldenFolder {
    /// - Parameter option: what the user named, by `--golden` or `SES_CONFORMANCE_GOLDEN`; nil to look for it.
    /// - Throws: ``GoldenError`` naming every place that was tried.
    static func store(_ option: String?) throws(GoldenError) -> GoldenStore {
        let working = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
        let root = try GoldenDirectory.find(
            option: option, environment: [:], workingDirectory: working, executable: Bundle.main.executableURL)
        return try GoldenStore(root: root)
    }
}
