import Wire

/// The whole suite against a reference service in this process, goldens read and results made.
struct EmbeddedBenchmark: Benchmark {
    private let setting: BenchmarkSetting

    init(_ setting: BenchmarkSetting) { self.setting = setting }

    mutating func round() async throws -> BenchmarkRound {
        // One core's work, however many there are: with several jobs they would wait for the one service.
        try await SuiteRun(setting: setting, endpoint: InProcessEndpoint(SuiteRun.service()), jobs: 1).round()
    }
}
