import Conformance
import Foundation
import ReferenceService
import SpecCatalog
import Wire

/// Runs of cases as benchmarks make them.
struct SuiteRun: Sendable {
    let setting: BenchmarkSetting
    let endpoint: any Endpoint
    /// Where the endpoint is, for those that are somewhere.
    var url: EndpointURL?
    var jobs: Int?

    /// All cases that a run without options has.
    var usualCases: [Case] { setting.cases.cases.filter { !$0.isDeep } }

    func run(_ cases: [Case]) async throws -> RunResult {
        let credentials = Credentials.dummy
        let host = url?.authority ?? "127.0.0.1:8005"
        var options = RunOptions(
            endpointName: "http://\(host)", baseURL: "http://\(host)", isEmbedded: url == nil,
            signer: Signer(credentials: credentials, region: "us-east-1"), host: host, run: "bench",
            toolVersion: ToolVersion.current)
        options.basePath = url?.path ?? ""
        options.jobs = jobs ?? setting.jobs
        options.timeout = .seconds(30)
        options.supportTimeout = .seconds(30)
        let runner = Runner(
            options: options, endpoint: endpoint, catalog: .standard, cases: setting.cases, store: setting.store)
        return try await runner.run(cases, observer: SilentObserver())
    }

    /// The whole suite once, with how long it took.
    func round() async throws -> BenchmarkRound {
        let before = Self.processorTime()
        let result = try await run(usualCases)
        var round = BenchmarkRound()
        round.read("exchanges", Double(result.exchanges) / result.duration, "exchanges/s")
        round.read(
            "processor time", (Self.processorTime() - before) / Double(result.exchanges) * 1e6, "µs an exchange")
        round.read("run", result.duration * 1000, "ms")
        round.read("cases", Double(result.cases.count), "cases")
        round.read("sent", Double(result.exchanges), "exchanges")
        round.problem = Self.problem(result)
        return round
    }

    /// What keeps the numbers of a run from meaning anything.
    static func problem(_ result: RunResult) -> String? {
        let others = result.cases.filter { $0.outcome != .passed && $0.outcome != .observed }
        guard let first = others.first else { return nil }
        let reason = first.reason ?? first.findings.first?.difference.path ?? first.outcome.rawValue
        return "\(others.count) of \(Wording.count(result.cases.count, "case")) did not pass, such as \(first.id): "
            + reason
    }

    /// A reference service of one's own, as new.
    static func service() -> ReferenceService { ReferenceService(settings: Settings(credentials: .dummy)) }

    /// Of all threads of this process so far, in seconds.
    static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// A server of one's own on a loopback port, or whoever the user named.
struct BenchmarkServer: Sendable {
    let url: EndpointURL
    let endpoint: SocketEndpoint
    /// Held so that it goes on serving.
    private let server: Server?

    init(_ setting: BenchmarkSetting) throws {
        if let url = setting.url {
            (self.url, server) = (url, nil)
        } else {
            let server = try Server(SuiteRun.service(), port: 0)
            self.server = server
            url = try EndpointURL("http://127.0.0.1:\(server.port)")
        }
        endpoint = try SocketEndpoint(url: url)
    }

    func stop() { server?.stop() }
}
