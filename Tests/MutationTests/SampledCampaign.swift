import Conformance
import Golden
import ReferenceService
import SpecCatalog
import Wire

@testable import Mutation

/// A sample of every class of changes, run once for all tests that look at it.
enum SampledCampaign {
    /// Changes of each class and API.
    static let size = 7
    static let score = Task { try await score(seed: 1, sample: size) }

    static func score(seed: UInt64, sample: Int) async throws -> Score {
        let options = FaultCampaign.Options(seed: seed, sample: sample, jobs: 2)
        return try await FaultCampaign(goldens: goldens(), options: options).run()
    }

    /// As `record` would write them.
    static func goldens() async -> [Golden] {
        let cases = CaseCatalog(.standard)
        let recorder = GoldenRecorder(
            options: FaultCampaign.runOptions(jobs: 2), endpoint: InProcessEndpoint(ReferenceService()),
            catalog: .standard, cases: cases)
        return cases.cases.flatMap { GoldenComposer(catalog: .standard).goldens(for: $0) }
            + (await recorder.record(cases.cases))
    }
}
