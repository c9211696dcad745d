import Conformance
import Foundation
import Report
import SpecCatalog

/// `ses-conformance fuzz`: random requests.
struct Fuzz: Command {
    static let declaration = FuzzOptions.declaration

    private let options: FuzzOptions
    private let environment: [String: String]

    init(_ arguments: Arguments) throws(UsageError) {
        options = try FuzzOptions(arguments)
        environment = ProcessInfo.processInfo.environment
    }

    func run() async throws -> ExitCode {
        let catalog = FuzzCatalog(.standard)
        let seed = options.seed ?? options.ids.first?.seed ?? UInt64.random(in: 1...999_999_999)
        let operations = try options.operations(of: catalog)
        if let unknown = options.ids.first(where: { !catalog.knows($0) }) {
            throw UsageError.noMatch("\(unknown)", nearest: nil)
        }
        let ids =
            options.ids.isEmpty
            ? FuzzCatalog.ids(seed: seed, requests: options.requests, of: operations) : options.ids
        let reports = try options.reports.map { (format: $0.format, file: try OutputFile($0.path)) }
        let target = try RunTarget(options.endpoint)
        if options.ids.isEmpty { Output.say("seed \(seed)") }
        do {
            let fuzzed = try await target.fuzz(
                ids, outOf: catalog, seed: seed, shrinks: options.shrinks, environment: environment)
            for report in reports { try report.file.finish(bytes(of: fuzzed, report.format, report.file.path)) }
            return exitCode(fuzzed)
        } catch RunError.unreachable(let reason) {
            Output.say("error: \(reason); is it running, and is the URL right?")
            return .unreachable
        }
    }

    private func exitCode(_ fuzzed: FuzzResult) -> ExitCode {
        let verdict = Verdict(fuzzed.result)
        guard verdict.judgedNothing, !fuzzed.result.wasInterrupted else {
            return verdict.exitCode == 0 ? .conforms : .differs
        }
        Output.say("error: nothing was judged: no request to a supported operation was answered as a case needs it")
        return .differs
    }

    private func bytes(of fuzzed: FuzzResult, _ format: FuzzOptions.Format, _ path: String) -> Data {
        switch format {
        case .terminal:
            let isScreen = path == "-"
            let reporter = TerminalReporter(
                options: TerminalReporter.Options(
                    colour: isScreen && Output.standard.usesColour(environment),
                    width: isScreen ? Output.standard.columns : 100, verbose: options.isVerbose))
            return reporter.report(fuzzed.result) + Data(FuzzText(fuzzed, isVerbose: options.isVerbose).text.utf8)
        case .json: return JSONReporter().report(fuzzed.result)
        case .outcomes: return OutcomesReporter().report(fuzzed.result)
        case .junit: return JUnitReporter(verdict: Verdict.Options()).report(fuzzed.result)
        case .html: return HTMLReporter().report(fuzzed.result)
        case .markdown: return MarkdownReporter(verdict: Verdict.Options()).report(fuzzed.result)
        }
    }
}
