import Wire

/// The whole suite over a socket, client and server both in this process.
struct LoopbackBenchmark: Benchmark {
    private let setting: BenchmarkSetting

    init(_ setting: BenchmarkSetting) { self.setting = setting }

    mutating func round() async throws -> BenchmarkRound {
        let server = try Server(SuiteRun.service(), port: 0)
        defer { server.stop() }
        let url = try EndpointURL("http://127.0.0.1:\(server.port)")
        return try await SuiteRun(setting: setting, endpoint: try SocketEndpoint(url: url), url: url).round()
    }
}
