import Conformance
import Foundation
import Wire

/// Whether resident memory stays where it is over many exchanges.
struct MemoryBenchmark: Benchmark {
    static let isSingle = true
    private static let exchanges = 100_000
    /// How much more there may be at the end, as a part of what was there when all was warm.
    private static let leeway = 0.1

    private let setting: BenchmarkSetting

    init(_ setting: BenchmarkSetting) { self.setting = setting }

    mutating func round() async throws -> BenchmarkRound {
        var round = BenchmarkRound()
        let embedded = { [setting] in
            let suite = SuiteRun(setting: setting, endpoint: InProcessEndpoint(SuiteRun.service()))
            return try await suite.run(suite.usualCases)
        }
        try await measure("embedded", &round, embedded)
        let server = try BenchmarkServer(setting)
        let cases = setting.cases.repeating("v1/GetSendQuota/minimal", count: 2000)
        try await measure("socket", &round) { [setting] in
            try await SuiteRun(setting: setting, endpoint: server.endpoint, url: server.url).run(cases)
        }
        server.stop()
        return round
    }

    /// Takes the first number after a fifth of the exchanges, when everything that is made once has been made.
    private func measure(
        _ name: String, _ round: inout BenchmarkRound, _ run: () async throws -> RunResult
    ) async throws {
        var count = 0
        var first: Double?
        while count < Self.exchanges {
            let result = try await run()
            count += result.exchanges
            round.problem = round.problem ?? SuiteRun.problem(result)
            if first == nil, count >= Self.exchanges / 5 { first = Self.resident() }
        }
        guard let first, let last = Self.resident() else {
            round.problem = round.problem ?? "/proc/self/status does not say how much memory is resident"
            return
        }
        round.read("\(name), first", first, "MB")
        round.read("\(name), last", last, "MB")
        round.read("\(name), exchanges", Double(count), "exchanges")
        if last > first * (1 + Self.leeway) {
            round.problem = round.problem ?? "\(name): resident memory grew from \(first) MB to \(last) MB"
        }
    }

    /// Source: proc_pid_status(5), `VmRSS`, in MB.
    private static func resident() -> Double? {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        let words = line?.split(whereSeparator: \.isWhitespace) ?? []
        return words.count > 1 ? Double(words[1]).map { $0 * 1024 / 1e6 } : nil
    }
}
