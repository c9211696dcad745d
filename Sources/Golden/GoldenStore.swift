import Foundation
import SpecModel
import Wire

/// The goldens in a folder, one file each; may be used from many threads at once.
public struct GoldenStore: Sendable {
    /// The marker's name.
    public static let formatFile = "FORMAT"
    /// The layout that this build reads and writes.
    public static let layoutVersion = "1"

    public let root: URL
    /// The root as a path that ends in a slash.
    private let base: String

    /// Opens a folder.
    ///
    /// - Throws: ``GoldenError/noFormat(path:)``, ``GoldenError/layout(path:version:)``.
    public init(root: URL) throws(GoldenError) {
        let path = root.standardizedFileURL.path
        guard let data = FileManager.default.contents(atPath: "\(path)/\(Self.formatFile)") else {
            throw .noFormat(path: path)
        }
        let content = String(decoding: data, as: UTF8.self)
        guard content == Self.layoutVersion + "\n" else {
            throw .layout(path: path, version: content.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        self.root = root
        base = path + "/"
    }

    /// Opens a folder, made with its marker if it is not there or empty.
    ///
    /// - Throws: what ``init(root:)`` throws, and ``GoldenError/file(path:reason:)``.
    public static func create(root: URL) throws(GoldenError) -> GoldenStore {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        if entries.isEmpty { try mark(root) }
        return try GoldenStore(root: root)
    }

    /// Puts the marker into a folder that has none.
    static func mark(_ root: URL) throws(GoldenError) {
        let marker = root.appending(path: formatFile).path
        guard !FileManager.default.fileExists(atPath: marker) else { return }
        try AtomicFile.write(Array((layoutVersion + "\n").utf8), to: marker)
    }

    /// The path of a golden below the root: `v1/SendEmail/minimal.read~2.xml`.
    public static func relativePath(of id: GoldenID) -> String { "\(id).\(id.api.fileEnding)" }

    /// The absolute path of a golden.
    public func path(of id: GoldenID) -> String { base + Self.relativePath(of: id) }

    /// The right answers of a step, in the order of their numbers; empty where there is none.
    ///
    /// - Parameter api: whose answer the step gets; nil for the case's own.
    /// - Throws: ``GoldenError/malformed(file:line:_:)``, ``GoldenError/file(path:reason:)``.
    public func load(_ caseID: String, step: String = "", api: API? = nil) throws(GoldenError) -> [Golden] {
        var result: [Golden] = []
        while let golden = try read(GoldenID(caseID: caseID, step: step, alternative: result.count + 1, api: api)) {
            result.append(golden)
        }
        return result
    }

    /// One golden; nil where there is none.
    ///
    /// - Throws: what ``load(_:step:)`` throws.
    public func read(_ id: GoldenID) throws(GoldenError) -> Golden? {
        guard let text = try text(of: id) else { return nil }
        return try GoldenFile.golden(from: text, id: id, file: path(of: id))
    }

    /// Writes a golden if its file is not already just so; the file is replaced as a whole.
    ///
    /// - Returns: whether anything was written.
    /// - Throws: ``GoldenError/unwritable(_:_:)``, ``GoldenError/file(path:reason:)``.
    @discardableResult
    public func write(_ golden: Golden) throws(GoldenError) -> Bool {
        guard Self.id(ofRelativePath: Self.relativePath(of: golden.id)) == golden.id else {
            throw .unwritable(golden.id, "its name is not API/OPERATION/CASE[.STEP][~N] of letters, digits and hyphens")
        }
        let bytes = Array(try GoldenFile.text(of: golden).utf8)
        let path = path(of: golden.id)
        if let data = FileManager.default.contents(atPath: path), data.elementsEqual(bytes) { return false }
        try AtomicFile.write(bytes, to: path)
        return true
    }

    /// Removes a golden's file; nothing happens where there is none.
    ///
    /// - Throws: ``GoldenError/file(path:reason:)``.
    public func remove(_ id: GoldenID) throws(GoldenError) {
        try AtomicFile.remove(path(of: id))
    }

    /// The ids of all goldens of the folder, ordered by case, step and number.
    ///
    /// - Throws: ``GoldenError/malformed(file:line:_:)`` for an XML or JSON file whose name is not that of a golden.
    public func ids() throws(GoldenError) -> [GoldenID] {
        guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: root.path) else {
            throw .file(path: root.path, reason: "can't be listed")
        }
        var result: [GoldenID] = []
        let endings = API.allCases.map { ".\($0.fileEnding)" }
        for path in paths where path.hasPrefix("v") && endings.contains(where: path.hasSuffix) {
            guard let id = Self.id(ofRelativePath: path) else { throw .malformed(file: base + path, line: 1, .name) }
            result.append(id)
        }
        return result.sorted {
            ($0.caseID, $0.step, $0.alternative, $0.api) < ($1.caseID, $1.step, $1.alternative, $1.api)
        }
    }

    /// The goldens of the folder that no case asks for.
    ///
    /// - Parameter knownIDs: every golden that a case has; alternatives named one by one.
    /// - Throws: what ``ids()`` throws.
    public func orphans(knownIDs: Set<GoldenID>) throws(GoldenError) -> [GoldenID] {
        try ids().filter { !knownIDs.contains($0) }
    }

    /// Reads `v1/SendEmail/minimal.read~2.xml`; nil where it is not of that form.
    static func id(ofRelativePath path: String) -> GoldenID? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, API(rawValue: String(parts[0])) != nil,
            let api = API.allCases.first(where: { parts[2].hasSuffix(".\($0.fileEnding)") })
        else { return nil }
        let name = parts[2].dropLast(api.fileEnding.count + 1).split(separator: "~", omittingEmptySubsequences: false)
        guard name.count <= 2, let head = name.first else { return nil }
        let words = head.split(separator: ".", omittingEmptySubsequences: false)
        guard words.count <= 2, (words + [parts[1]]).allSatisfy(isName) else { return nil }
        var alternative = 1
        if name.count == 2 {
            guard let number = Int(name[1]), number > 1, "\(number)" == name[1] else { return nil }
            alternative = number
        }
        let step = words.count == 2 ? String(words[1]) : ""
        return GoldenID(caseID: "\(parts[0])/\(parts[1])/\(words[0])", step: step, alternative: alternative, api: api)
    }

    private static func isName(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
                default: false
                }
            }
    }

    private func text(of id: GoldenID) throws(GoldenError) -> String? {
        let path = path(of: id)
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .file(path: path, reason: "can't be read; check its permissions")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw .malformed(file: path, line: 1, .notUTF8)
        }
        return text
    }
}

extension API {
    /// What the name of a golden of this API's ends with.
    fileprivate var fileEnding: String {
        switch self {
        case .v1: "xml"
        case .v2: "json"
        }
    }
}
