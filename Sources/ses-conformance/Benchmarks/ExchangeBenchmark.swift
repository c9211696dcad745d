import Conformance
import Wire

/// Whole exchanges, as a run makes them: composed, signed, sent, parsed, judged, and a result made of each.
struct ExchangeBenchmark: Benchmark {
    /// Cases of one run; what a run begins with is little beside them.
    private static let batch = 2000

    private let setting: BenchmarkSetting
    private let server: BenchmarkServer
    private let cases: [Case]

    init(_ setting: BenchmarkSetting) throws {
        self.setting = setting
        server = try BenchmarkServer(setting)
        cases = setting.cases.repeating("v1/GetSendQuota/minimal", count: Self.batch)
    }

    mutating func round() async throws -> BenchmarkRound {
        let suite = SuiteRun(setting: setting, endpoint: server.endpoint, url: server.url)
        var round = BenchmarkRound()
        var count = 0
        let processor = SuiteRun.processorTime()
        let start = ContinuousClock.now
        repeat {
            let result = try await suite.run(cases)
            count += result.exchanges
            round.problem = round.problem ?? SuiteRun.problem(result)
        } while ContinuousClock.now < start + setting.slice
        round.read("exchanges", Double(count) / ((ContinuousClock.now - start) / .seconds(1)), "exchanges/s")
        round.read("processor time", (SuiteRun.processorTime() - processor) / Double(count) * 1e6, "µs an exchange")
        return round
    }
}

extension CaseCatalog {
    /// One case over and over; none where there is no such case.
    func repeating(_ id: String, count: Int) -> [Case] {
        self[id].map { Array(repeating: $0, count: count) } ?? []
    }
}
