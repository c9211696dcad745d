import Conformance
import Foundation
import Report
import SpecCatalog

/// `ses-conformance replay FILE [CASE]…`: what failed in an earlier run, once more.
struct Replay: Command {
    static let declaration = ReplayOptions.declaration

    private let options: ReplayOptions
    private let environment: [String: String]

    init(_ arguments: Arguments) throws(UsageError) {
        options = try ReplayOptions(arguments)
        environment = ProcessInfo.processInfo.environment
    }

    func run() async throws -> ExitCode {
        let cases = CaseCatalog(.standard)
        var before = try ResultsFile.read(options.file)
        before.cases.removeAll { $0.outcome != .failed && $0.outcome != .broken }
        if !options.filters.isEmpty {
            let wanted = try selected(cases)
            before.cases.removeAll { !wanted.contains($0.id) }
        }
        let selection = before.cases.compactMap { cases[$0.id] }
        guard !selection.isEmpty else { return try nothing(before) }
        let endpoint = try options.endpoint(before.isEmbedded ? nil : before.endpoint)
        do {
            let after = try await RunTarget(endpoint).run(
                selection, outOf: cases, GoldenFolder.store(options.golden), exactCounters: false,
                environment: environment)
            let changes = RunChanges(before: before, after: after)
            let text = Output.terminalText(changes.document(Set(RunChanges.Kind.allCases)), path: "-", environment)
            try Output.standard.write(text)
            return changes.count(.fixed) == before.cases.count ? .conforms : .differs
        } catch RunError.unreachable(let reason) {
            Output.say("error: \(reason); is it running, and is the URL right?")
            return .unreachable
        }
    }

    private func selected(_ cases: CaseCatalog) throws(UsageError) -> Set<String> {
        let arguments = Arguments(operands: options.filters)
        return Set(try SelectionOptions(arguments, isDeep: true).cases(of: cases).map(\.id))
    }

    /// Nothing to run: nothing failed, or this build has none of the cases any more.
    private func nothing(_ before: RunResult) throws -> ExitCode {
        guard before.cases.isEmpty else {
            let names = before.cases.prefix(3).map(\.id).joined(separator: ", ")
            throw UsageError.conflict("\(options.file): this build has no case \(names)")
        }
        try Output.standard.write("no such case failed in \(options.file)\n")
        return .conforms
    }
}
