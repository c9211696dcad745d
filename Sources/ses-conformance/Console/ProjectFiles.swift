import Conformance
import Foundation
import Golden
import Report
import SpecModel

/// The goldens in use and the specs beside them, by their paths below the root of this project.
struct ProjectFiles: Sendable {
    private let golden: URL
    private let specs: URL

    init(_ store: GoldenStore) {
        golden = store.root
        specs = store.root.deletingLastPathComponent().appending(path: "specs")
    }

    /// As reporters look at them.
    var sources: SourceFiles { SourceFiles(text) }

    /// nil for a file that is not there, such as a spec where only the goldens are.
    @Sendable func text(_ path: String) -> String? {
        let parts = path.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, !parts[1].contains("..") else { return nil }
        let folder = parts[0] == "golden" ? golden : specs
        return try? String(contentsOf: folder.appending(path: parts[1]), encoding: .utf8)
    }

    /// Where a case is written down, or else the operation that it asks: `specs/v1/SendEmail.swift:7`.
    func specification(of case: Case) -> String? {
        let folder = "specs/\(`case`.api.rawValue)"
        if !`case`.isDerived, let place = scenario(`case`, in: folder) { return place }
        return place(of: "= Operation(", in: "\(folder)/\(`case`.operation).swift")
    }

    /// Where a scenario's name stands before its operation's, or else by itself; nil for a name that is put together.
    private func scenario(_ case: Case, in folder: String) -> String? {
        let below = try? FileManager.default.subpathsOfDirectory(
            atPath: specs.appending(path: `case`.api.rawValue).path)
        let files = (below ?? []).sorted().filter { $0.contains("/") && $0.hasSuffix(".swift") }
        let name = "\"\(`case`.name)\""
        return ["\(name), \"\(`case`.operation)\"", name].lazy.compactMap { words in
            files.lazy.compactMap { place(of: words, in: "\(folder)/\($0)") }.first
        }.first
    }

    private func place(of words: String, in path: String) -> String? {
        let lines = text(path)?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
        return lines.firstIndex { $0.contains(words) }.map { "\(path):\($0 + 1)" }
    }
}
