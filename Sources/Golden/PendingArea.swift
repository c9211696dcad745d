import Foundation
import SpecModel
import Wire

/// Answers beside the goldens that nobody has looked at yet: `golden/.pending`, a file each.
///
///     golden/.pending/FORMAT                            the layout's version number
///     golden/.pending/v1/SendEmail/minimal.xml.json     { "golden": ["<?golden …?>", …], "again": […] }
///
/// Each file is there as a whole or not at all, and holds the lines of a golden file, and those of the second run where
/// they were others. No golden is touched before somebody accepts.
public struct PendingArea: Sendable {
    /// The folder's name below that of the goldens.
    public static let name = ".pending"

    private let store: GoldenStore
    private let root: URL

    /// - Throws: ``GoldenError/layout(path:version:)`` for an area of another layout than this build writes.
    public init(of store: GoldenStore) throws(GoldenError) {
        self.store = store
        root = store.root.appending(path: Self.name, directoryHint: .isDirectory)
        // An area without its marker is one that was killed when it was made: nothing is in it.
        if FileManager.default.fileExists(atPath: root.appending(path: GoldenStore.formatFile).path) {
            _ = try GoldenStore(root: root)
        }
    }

    // MARK: Taking in

    /// What became of an answer that was handed in.
    public enum Addition: Sendable, Hashable {
        case added
        /// It was there already, word for word.
        case known
        /// A recorded answer waits there, which nobody has looked at; this one is weaker and was left out.
        case weaker
    }

    /// Keeps an answer until somebody has looked at it.
    ///
    /// - Throws: ``GoldenError/file(path:reason:)`` where it can't be written; what waits already is then as it was.
    public func add(_ pending: PendingGolden) throws(GoldenError) -> Addition {
        try GoldenStore.mark(root)
        let existing = try? read(pending.id)
        if let existing, existing.golden.isOutranking(pending.golden) { return .weaker }
        let bytes = Array(try Self.text(of: pending).utf8)
        let path = path(of: pending.id)
        if FileManager.default.contents(atPath: path).map({ $0.elementsEqual(bytes) }) ?? false { return .known }
        try AtomicFile.write(bytes, to: path)
        return .added
    }

    // MARK: Looking

    /// What waits, ordered by case, step and number.
    ///
    /// - Throws: ``GoldenError`` naming the first file that can't be read.
    public func all() throws(GoldenError) -> [PendingGolden] {
        var result: [PendingGolden] = []
        for id in ids() { if let pending = try read(id) { result.append(pending) } }
        return result
    }

    /// - Throws: ``GoldenError/malformed(file:line:_:)``, ``GoldenError/file(path:reason:)``.
    public func read(_ id: GoldenID) throws(GoldenError) -> PendingGolden? {
        let path = path(of: id)
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .file(path: path, reason: "can't be read; check its permissions")
        }
        let tree: Tree
        do throws(WireError) {
            tree = try JSONReader.tree(from: [UInt8](data))
        } catch {
            throw .malformed(file: path, line: error.position?.line ?? 1, .json(error.description))
        }
        guard let golden = try Self.golden(tree.child("golden"), id, path) else {
            throw .malformed(file: path, line: 1, .missingMember("golden"))
        }
        return PendingGolden(golden: golden, again: try Self.golden(tree.child("again"), id, path))
    }

    /// The ids of what waits, ordered by case, step and number; readable or not.
    public func ids() -> [GoldenID] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
        return paths.filter { $0.hasSuffix(Self.ending) }
            .compactMap { GoldenStore.id(ofRelativePath: String($0.dropLast(Self.ending.count))) }
            .sorted { ($0.caseID, $0.step, $0.alternative) < ($1.caseID, $1.step, $1.alternative) }
    }

    // MARK: Deciding

    /// Whether a golden may take the place of the one that is there.
    ///
    /// It gives way to nothing of a weaker tier, unless somebody says so.
    public func refusal(of golden: Golden) throws(GoldenError) -> GoldenError? {
        guard let existing = try store.read(golden.id), existing.isOutranking(golden) else { return nil }
        return .weaker(golden.id, golden.provenance, than: existing.provenance)
    }

    /// Makes a golden of what waits, and lets go of it.
    ///
    /// - Parameter force: whether a golden may give way to one of a weaker tier.
    /// - Throws: ``GoldenError``; the golden and what waits are then as they were.
    public func accept(_ pending: PendingGolden, force: Bool = false) throws(GoldenError) {
        guard !pending.isUnstable else { throw .unstable(pending.id) }
        if !force, let refusal = try refusal(of: pending.golden) { throw refusal }
        try store.write(pending.proposed)
        try reject(pending.id)
    }

    /// Lets go of what waits; nothing happens where nothing does.
    ///
    /// - Throws: ``GoldenError/file(path:reason:)``.
    public func reject(_ id: GoldenID) throws(GoldenError) {
        try AtomicFile.remove(path(of: id))
    }

    // MARK: Files

    private static let ending = ".json"

    private func path(of id: GoldenID) -> String {
        root.appending(path: GoldenStore.relativePath(of: id) + Self.ending).path
    }

    private static func text(of pending: PendingGolden) throws(GoldenError) -> String {
        var members = [lines(of: try GoldenFile.text(of: pending.golden), "golden")]
        if let again = pending.again { members.append(lines(of: try GoldenFile.text(of: again), "again")) }
        return JSONWriter.document(Tree("", kind: .object, children: members))
    }

    private static func lines(of text: String, _ name: String) -> Tree {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return Tree(name, kind: .array, children: lines.map { Tree("", kind: .string, text: String($0)) })
    }

    private static func golden(_ lines: Tree?, _ id: GoldenID, _ path: String) throws(GoldenError) -> Golden? {
        guard let lines else { return nil }
        return try GoldenFile.golden(from: lines.children.map(\.text).joined(separator: "\n"), id: id, file: path)
    }
}

extension Golden {
    /// Whether it rests on a stronger tier than the other.
    func isOutranking(_ other: Golden) -> Bool { provenance < other.provenance }
}
