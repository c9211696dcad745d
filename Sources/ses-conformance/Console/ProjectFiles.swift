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

    /// Where a case is written down, or the operation that it is derived from: `specs/v1/SendEmail.swift:7`.
    func specification(of case: Case) -> String? {
        let folder = "specs/\(`case`.api.rawValue)"
        if let place = place(of: "= Operation(", in: "\(folder)/\(`case`.operation).swift"), `case`.isDerived {
            return place
        }
        let below = try? FileManager.default.subpathsOfDirectory(
            atPath: specs.appending(path: `case`.api.rawValue).path)
        let words = "\"\(`case`.name)\", \"\(`case`.operation)\""
        return (below ?? []).sorted().lazy.filter { $0.contains("/") && $0.hasSuffix(".swift") }
            .compactMap { place(of: words, in: "\(folder)/\($0)") }.first
    }

    private func place(of words: String, in path: String) -> String? {
        let lines = text(path)?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
        return lines.firstIndex { $0.contains(words) }.map { "\(path):\($0 + 1)" }
    }
}
