import Conformance
import Foundation
import Report
import SpecCatalog

/// `ses-conformance compare`: endpoints beside each other, or a run beside an earlier one.
struct Compare: Command {
    static let declaration = CompareOptions.declaration

    private let options: CompareOptions
    private let environment: [String: String]

    init(_ arguments: Arguments) throws(UsageError) {
        options = try CompareOptions(arguments)
        environment = ProcessInfo.processInfo.environment
    }

    func run() async throws -> ExitCode {
        let cases = CaseCatalog(.standard)
        let selection = try options.selection.cases(of: cases)
        // Standard output stays empty where only a page is wanted.
        let wanted = options.page == nil ? options.reports : []
        let reports = try wanted.map { (format: $0.format, file: try OutputFile($0.path)) }
        var results: [RunResult] = []
        do {
            for side in options.sides {
                results.append(try await result(of: side, selection, cases))
                guard let last = results.last, case .endpoint = side.source, last.wasInterrupted else { continue }
                Output.say("interrupted: nothing is compared")
                return .differs
            }
        } catch RunError.unreachable(let reason) {
            Output.say("error: \(reason); is it running, and is the URL right?")
            return .unreachable
        }
        guard options.isRunToRun else { return try compare(results, reports) }
        let changes = RunChanges(before: results[0], after: results[1])
        for report in reports {
            try finish(report, changes.json) { _ in changes.document() }
        }
        return changes.count(.broken) > 0 ? .differs : .conforms
    }

    /// Puts the sides beside each other, in a page or in reports.
    private func compare(
        _ results: [RunResult], _ reports: [(format: ComparisonFormat, file: OutputFile)]
    ) throws -> ExitCode {
        let comparison = Comparison(
            zip(options.sides, results).map { Comparison.Side(name: $0.name ?? "", result: $1) })
        if let page = options.page {
            return try PageFile(page).update(
                "compare", with: comparison.league(madeBy: options.command).markdown, onlyChecks: options.onlyChecks,
                command: options.command)
        }
        for report in reports {
            try finish(report, comparison.json) { comparison.document(isWhole: options.isVerbose || $0 != .terminal) }
        }
        return .conforms
    }

    private func finish(
        _ report: (format: ComparisonFormat, file: OutputFile), _ json: @autoclosure () -> Data,
        _ document: (ComparisonFormat) -> Document
    ) throws {
        let format = report.format
        switch format {
        case .json: try report.file.finish(json())
        case .markdown: try report.file.finish(Data(document(format).markdown.utf8))
        case .html: try report.file.finish(Data(document(format).html.utf8))
        case .terminal: try report.file.finish(Data(terminal(document(format), report.file).utf8))
        }
    }

    private func terminal(_ document: Document, _ file: OutputFile) -> String {
        Output.terminalText(document, path: file.path, environment)
    }

    /// Judges an endpoint, or reads what an earlier run left, without cases that were not selected.
    private func result(
        of side: CompareOptions.Side, _ selection: [Case], _ cases: CaseCatalog
    ) async throws -> RunResult {
        switch side.source {
        case .endpoint(let endpoint):
            return try await RunTarget(endpoint).run(
                selection, outOf: cases, GoldenFolder.store(options.golden), exactCounters: false,
                environment: environment)
        case .file(let path):
            var result = try ResultsFile.read(path)
            guard !options.reported.isEverything else { return result }
            let ids = Set(try options.reported.cases(of: cases).map(\.id))
            result.cases.removeAll { !ids.contains($0.id) }
            return result
        }
    }
}

extension Output {
    /// A document for where a report goes: as wide as the terminal, in colour if there is one.
    static func terminalText(_ document: Document, path: String, _ environment: [String: String]) -> String {
        let isScreen = path == "-"
        return document.text(
            width: isScreen ? standard.columns : 100, hasColour: isScreen && standard.usesColour(environment))
    }
}
