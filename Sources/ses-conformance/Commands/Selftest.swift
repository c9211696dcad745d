import Conformance
import Foundation
import Golden
import Mutation
import SpecCatalog

/// `ses-conformance selftest`: measures what the cases detect.
struct Selftest: Command {
    static let declaration = SelftestOptions.declaration

    private let options: SelftestOptions

    init(_ arguments: Arguments) throws(UsageError) { options = try SelftestOptions(arguments) }

    func run() async throws -> ExitCode {
        let store = try GoldenFolder.store(options.golden)
        var goldens: [Golden] = []
        for id in try store.ids() {
            if let golden = try store.read(id) { goldens.append(golden) }
        }
        let campaign = FaultCampaign(
            goldens: goldens,
            options: FaultCampaign.Options(
                seed: UInt64(options.seed), sample: options.sample, jobs: options.jobs, isDeep: options.isDeep))
        let isShown = Output.error.showsProgress(ProcessInfo.processInfo.environment)
        let score = try await campaign.run { done, total in
            guard isShown, done.isMultiple(of: 100) || done == total else { return }
            try? Output.error.write("\r\u{1B}[K\(done)/\(total) changes")
        }
        if isShown { try Output.error.write("\r\u{1B}[K") }
        try Output.standard.write(score.text(shown: options.isVerbose ? nil : 5))
        return score.survivors.isEmpty && score.falseAlarms.isEmpty ? .conforms : .differs
    }
}
