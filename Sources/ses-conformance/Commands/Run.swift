import Conformance
import Foundation
import SpecCatalog

/// `ses-conformance run`: judges an endpoint.
struct Run: Command {
    static let declaration = RunArguments.declaration

    private let options: RunArguments
    private let environment: [String: String]

    init(_ arguments: Arguments) throws(UsageError) {
        options = try RunArguments(arguments)
        environment = ProcessInfo.processInfo.environment
    }

    func run() async throws -> ExitCode {
        let cases = CaseCatalog(.standard)
        let selection = try options.selection.whole(of: cases)
        let writer = try ResultWriter(options.results, environment: environment)
        let store = try GoldenFolder.store(options.results.golden)
        let target = try RunTarget(options.endpoint)
        do {
            let result = try await target.run(
                selection, outOf: cases, store, exactCounters: options.usesExactCounters,
                shrinks: options.shrinks, environment: environment
            ) { run in
                if let name = options.name { run.run = name }
                run.shard = options.selection.shard
                run.selectionWords = options.words
                run.retries = options.retries
                run.mostFailures = options.mostFailures
                run.isFailure = writer.isFailure
            }
            return try writer.finish(result, outOf: cases, store, target: options.endpoint.target?.rawValue)
        } catch RunError.unreachable(let reason) {
            Output.say("error: \(reason); is it running, and is the URL right?")
            return .unreachable
        }
    }
}
