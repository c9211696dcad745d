import Conformance
import Foundation
import SpecCatalog
import Wire

/// `ses-conformance cleanup`.
struct CleanupCommand: Command {
    static let declaration = CleanupOptions.declaration

    private let options: CleanupOptions

    init(_ arguments: Arguments) throws(UsageError) { options = try CleanupOptions(arguments) }

    func run() async throws -> ExitCode {
        let runs = try options.run.map { [$0] } ?? options.journals.runs()
        if runs.isEmpty {
            try Output.standard.write("no run left anything: nothing is noted in \(options.journals.path)\n")
        }
        var codes: Set<ExitCode> = []
        for run in runs {
            do {
                codes.insert(try await cleanUp(JournalRecord(run, in: options.journals)))
            } catch JournalError.inUse(let run) where options.run == nil {
                try Output.standard.write("\(run): still going on, left alone\n")
            } catch RunError.unreachable(let reason) {
                Output.say("error: \(run): \(reason); is it running?")
                codes.insert(.unreachable)
            } catch {
                // One run that can't be helped keeps no other from it.
                Output.say("error: \(run): \(error)")
                codes.insert(.usage)
            }
        }
        return [.usage, .unreachable, .differs].first { codes.contains($0) } ?? .conforms
    }

    private func cleanUp(_ record: JournalRecord) async throws -> ExitCode {
        for line in record.damaged { Output.say("warning: \(record.path):\(line) can't be read and is passed over") }
        guard !options.onlyLists else {
            for line in record.lines { try Output.standard.write("\(line)\n") }
            return .conforms
        }
        guard record.count > 0 else {
            record.remove()
            try Output.standard.write("\(record.run): nothing was left\n")
            return .conforms
        }
        let arguments = try options.endpoint(of: record)
        let target = try RunTarget(arguments)
        let summary = try await target.cleanUp(record)
        let place = arguments.url.map { " at \($0)" } ?? ""
        try Output.standard.write(
            "\(record.run): \(Wording.count(summary.gone, "thing")) taken away\(place)"
                + (summary.gaveBack ? ", the active rule set given back" : "") + "\n")
        for line in summary.left { Output.say("left: \(line)") }
        return summary.left.isEmpty ? .conforms : .differs
    }
}
