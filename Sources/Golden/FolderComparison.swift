import Diff
import Foundation

/// What differs between the XML and JSON files of two folders, file by file.
public struct FolderComparison: Sendable {
    /// A file that one of the folders lacks, or that is another in each.
    public struct Entry: Sendable {
        /// Below the folders: `v1/SendEmail/minimal.xml`.
        public let path: String
        public let kind: TreeChange.Kind
        /// Empty unless the file is changed.
        public let changes: [TreeChange]
    }

    /// By path.
    public let entries: [Entry]
    /// How many files say the same in both.
    public let same: Int

    /// Reads the folders, with what is below them.
    ///
    /// - Throws: ``GoldenError`` for a folder of goldens of another layout, and for a file of both that can't be
    ///   read.
    public init(_ before: URL, _ after: URL) throws(GoldenError) {
        let old = try Self.paths(in: before)
        let new = try Self.paths(in: after)
        var entries: [Entry] = []
        for path in old.union(new).sorted() {
            guard old.contains(path), new.contains(path) else {
                entries.append(Entry(path: path, kind: new.contains(path) ? .new : .gone, changes: []))
                continue
            }
            let changes = try Self.changes(before.appending(path: path), after.appending(path: path))
            if !changes.isEmpty { entries.append(Entry(path: path, kind: .changed, changes: changes)) }
        }
        self.entries = entries
        same = old.intersection(new).count - entries.count { $0.kind == .changed }
    }

    public func count(_ kind: TreeChange.Kind) -> Int { entries.count { $0.kind == kind } }

    /// What differs between two files; nothing where they are byte by byte the same.
    ///
    /// - Throws: ``GoldenError`` for one that can't be read, and where one is XML and the other JSON.
    public static func changes(_ before: URL, _ after: URL) throws(GoldenError) -> [TreeChange] {
        let old = try bytes(before)
        let new = try bytes(after)
        let first = try ComparedFile(old, name: before.path)
        // Two files that can't be read are not the same, even if they are alike.
        if old == new { return [] }
        guard let changes = try first.changes(to: ComparedFile(new, name: after.path)) else {
            throw .unusable(
                path: after.path, reason: "can't be compared with \(before.path): one is XML, the other JSON")
        }
        return changes
    }

    private static func bytes(_ file: URL) throws(GoldenError) -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: file))
        } catch {
            throw .unusable(path: file.path, reason: "can't be read: \(FileReason.text(of: error))")
        }
    }

    /// The XML and JSON files below a folder; what is hidden is left out.
    private static func paths(in folder: URL) throws(GoldenError) -> Set<String> {
        if FileManager.default.fileExists(atPath: folder.appending(path: GoldenStore.formatFile).path) {
            _ = try GoldenStore(root: folder)
        }
        guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder.path) else {
            throw .unusable(path: folder.path, reason: "can't be listed")
        }
        return Set(
            paths.filter { path in
                (path.hasSuffix(".xml") || path.hasSuffix(".json"))
                    && !path.split(separator: "/").contains { $0.hasPrefix(".") }
            })
    }
}
