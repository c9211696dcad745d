import Foundation
import Wire

/// The socket client alone: as many answers as can be had to a request that is signed once.
struct ClientBenchmark: Benchmark {
    private let setting: BenchmarkSetting
    private let server: BenchmarkServer
    private let request: HTTPRequest

    init(_ setting: BenchmarkSetting) throws {
        self.setting = setting
        server = try BenchmarkServer(setting)
        let unsigned = HTTPRequest(
            target: server.url.target(for: "/"),
            headers: [Header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
            body: Array("Action=GetSendQuota&Version=2010-12-01".utf8))
        var signed = Signer(credentials: .dummy, region: "us-east-1").sign(
            unsigned, host: server.url.authority, at: Date())
        signed.target = "/"
        request = signed
    }

    mutating func round() async throws -> BenchmarkRound {
        let processor = SuiteRun.processorTime()
        let start = ContinuousClock.now
        let end = start + setting.slice
        let count = try await withThrowingTaskGroup(of: Int.self) { [endpoint = server.endpoint, request] group in
            for _ in 0..<setting.jobs {
                group.addTask(executorPreference: JobThread()) {
                    var count = 0
                    while ContinuousClock.now < end {
                        let response = try await endpoint.exchange(request, within: .seconds(30))
                        guard response.status == 200 else { throw BenchmarkError.status(response.status) }
                        count += 1
                    }
                    return count
                }
            }
            return try await group.reduce(0, +)
        }
        var round = BenchmarkRound()
        round.read("exchanges", Double(count) / ((ContinuousClock.now - start) / .seconds(1)), "exchanges/s")
        round.read("processor time", (SuiteRun.processorTime() - processor) / Double(count) * 1e6, "µs an exchange")
        return round
    }
}

/// What keeps a benchmark from being made.
enum BenchmarkError: Error, CustomStringConvertible {
    case status(Int)
    case process(String, Int32)

    var description: String {
        switch self {
        case .status(let status):
            "a GetSendQuota was answered with status \(status); measure at an endpoint that answers it with 200"
        case .process(let words, let status): "'\(words)' ended with exit code \(status)"
        }
    }
}
