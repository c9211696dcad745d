import Foundation
import Golden

/// Where the journals of runs are, one file a run.
public struct JournalFolder: Sendable, Hashable {
    public let path: String

    private static let ending = ".journal"

    public init(_ path: String) { self.path = path }

    func path(of run: String) -> String { "\(path)/\(run)\(Self.ending)" }

    /// - Throws: ``JournalError/unwritable(path:reason:)``.
    func make() throws(JournalError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .unwritable(path: path, reason: FileReason.text(of: error))
        }
    }

    /// The runs that left a journal, by name; none where there is no folder.
    ///
    /// - Throws: ``JournalError/unreadable(path:reason:)``.
    public func runs() throws(JournalError) -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
                .filter { $0.hasSuffix(Self.ending) }.map { String($0.dropLast(Self.ending.count)) }.sorted()
        } catch {
            throw .unreadable(path: path, reason: FileReason.text(of: error))
        }
    }
}
