import Conformance
import Foundation
import Golden
import SpecCatalog

/// `ses-conformance show ID`.
struct Show: Command {
    static let declaration = ShowOptions.declaration

    /// Where `ses-conformance serve --port 8005` answers.
    private static let baseURL = "http://127.0.0.1:8005"

    private let options: ShowOptions

    init(_ arguments: Arguments) throws(UsageError) { options = try ShowOptions(arguments) }

    func run() throws -> ExitCode {
        let cases = CaseCatalog(.standard)
        guard let shown = cases[options.id] else { throw unknown(cases) }
        let store = try GoldenFolder.store(options.golden)
        let goldens = try Set(shown.judged.map(\.name)).sorted().flatMap { try store.load(shown.id, step: $0) }
        let files = ProjectFiles(store)
        let text = CaseText(
            shown, catalog: .standard, baseURL: Self.baseURL, specFile: files.specification(of: shown)
        ) { Self.near(store.path(of: $0.id)) }
        try Output.standard.write(text.text(goldens))
        return .conforms
    }

    /// The path as seen from the working directory, where it is within.
    private static func near(_ path: String) -> String {
        let here = FileManager.default.currentDirectoryPath + "/"
        return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
    }

    private func unknown(_ cases: CaseCatalog) -> UsageError {
        let id = options.id
        if cases.cases.contains(where: { $0.operation == id || "\($0.api.rawValue)/\($0.operation)" == id }) {
            return .invalidOperand(
                id, name: "ID", expected: "one case, not an operation; ses-conformance list \(id) names its cases")
        }
        let nearest = Nearest.name(to: id, among: cases.cases.map(\.id)).map { "did you mean \($0)?" }
        return .invalidOperand(
            id, name: "ID", expected: "the id of a case; " + (nearest ?? "ses-conformance list names them all"))
    }
}
