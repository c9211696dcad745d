import Foundation

/// Files that are there as a whole or not at all.
enum AtomicFile {
    /// Writes beside the file and then takes its place; makes the folders above it.
    static func write(_ bytes: [UInt8], to path: String) throws(GoldenError) {
        let url = URL(filePath: path, directoryHint: .notDirectory)
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url, options: .atomic)
        } catch {
            throw .file(path: path, reason: "can't be written: \(FileReason.text(of: error))")
        }
    }

    /// Removes a file; nothing happens where there is none.
    static func remove(_ path: String) throws(GoldenError) {
        guard FileManager.default.fileExists(atPath: path) else { return }
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw .file(path: path, reason: "can't be removed: \(FileReason.text(of: error))")
        }
    }
}
