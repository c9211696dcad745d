import Diff
import Foundation
import SpecModel
import Wire

/// A file of XML or JSON, as a golden if it is one.
public enum ComparedFile: Sendable {
    case golden(Golden)
    case document(Tree)

    /// Reads a file's bytes.
    ///
    /// - Parameter name: what errors call it.
    /// - Throws: ``GoldenError/unusable(path:reason:)`` for what is neither XML nor JSON,
    ///   ``GoldenError/malformed(file:line:_:)`` for a golden with a fault.
    public init(_ bytes: [UInt8], name: String) throws(GoldenError) {
        if let api = Self.goldenAPI(bytes) {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw .malformed(file: name, line: 1, .notUTF8)
            }
            let id = GoldenID(caseID: "\(api.rawValue)/Operation/case")
            self = .golden(try GoldenFile.golden(from: text, id: id, file: name))
            return
        }
        let answer = Answer(reading: HTTPResponse(status: 200, body: bytes))
        guard let tree = answer.tree else {
            throw .unusable(path: name, reason: "neither XML nor JSON: \(answer.problem ?? "empty")")
        }
        self = .document(tree)
    }

    /// Whose golden it is, by how it begins; nil for anything else.
    private static func goldenAPI(_ bytes: [UInt8]) -> API? {
        if bytes.starts(with: "<?golden".utf8) { return .v1 }
        guard bytes.first == UInt8(ascii: "{"), let tree = try? JSONReader.tree(from: bytes) else { return nil }
        return tree.children.map(\.name) == ["golden", "request", "response"] ? .v2 : nil
    }

    /// What differs; nil where one is XML and the other JSON, which nobody can compare.
    public func changes(to other: ComparedFile) -> [TreeChange]? {
        let isXML = tree.kind == .element
        guard isXML == (other.tree.kind == .element) else { return nil }
        switch (self, other) {
        case (.golden(let before), .golden(let after)): return before.changes(to: after)
        case (.golden(let golden), .document(let answer)): return golden.changes(toAnswer: answer)
        case (.document(let before), .golden(let after)):
            return TreeComparison().changes(from: before, to: after.tree)
        case (.document(let before), .document(let after)): return TreeComparison().changes(from: before, to: after)
        }
    }

    private var tree: Tree {
        switch self {
        case .golden(let golden): golden.tree
        case .document(let tree): tree
        }
    }
}
