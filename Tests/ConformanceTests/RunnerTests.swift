import ReferenceService
import SpecCatalog
import SpecModel
import Testing
import Wire

@testable import Conformance

@Suite struct RunnerTests {
    @Test("every case passes on the reference service") func reference() async throws {
        let result = try await Rehearsal().run()
        print(result.cases.count, result.exchanges, result.duration)
        for one in result.cases where one.outcome != .passed || !one.findings.isEmpty {
            print(one.id, one.outcome, one.reason ?? "", one.findings.map { "\($0.step) \($0.difference)" })
        }
    }
}
