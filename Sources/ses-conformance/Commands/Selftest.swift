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
        let reports = try options.reports.map { (format: $0.format, file: try OutputFile($0.path)) }
        let store = try GoldenFolder.store(options.golden)
        var goldens: [Golden] = []
        for id in try store.ids() {
            if let golden = try store.read(id) { goldens.append(golden) }
        }
        let campaign = FaultCampaign(
            goldens: goldens,
            options: FaultCampaign.Options(
                seed: UInt64(options.seed), sample: options.sample, jobs: options.jobs, isDeep: options.isDeep,
                apis: options.apis))
        let isShown = Output.error.showsProgress(ProcessInfo.processInfo.environment)
        let score = try await campaign.run { done, total in
            guard isShown, done.isMultiple(of: 100) || done == total else { return }
            try? Output.error.write("\r\u{1B}[K\(done)/\(total) changes")
        }
        if isShown { try Output.error.write("\r\u{1B}[K") }
        for report in reports { try report.file.finish(bytes(of: score, as: report.format)) }
        return score.isGood ? .conforms : .differs
    }

    private func bytes(of score: Score, as format: SelftestOptions.Format) throws -> Data {
        switch format {
        case .text: Data(score.text(shown: options.isVerbose ? nil : 5).utf8)
        case .json: try score.json()
        case .markdown: Data(score.markdown.utf8)
        }
    }
}
