import Conformance
import Golden
import SpecCatalog
import Wire

/// One thing that is measured, round by round.
protocol Benchmark: Sendable {
    /// Whether one round says all, since it is long and makes its own warm-up.
    static var isSingle: Bool { get }

    /// Prepares what no round shall pay for.
    init(_ setting: BenchmarkSetting) async throws

    /// Measures once.
    mutating func round() async throws -> BenchmarkRound
}

extension Benchmark {
    static var isSingle: Bool { false }
}

/// What every benchmark is told.
struct BenchmarkSetting: Sendable {
    /// How long each benchmark goes on, its first round aside.
    let duration: Duration
    let jobs: Int
    /// Whom `client` and `exchange` send to; nil for a server of their own.
    let url: EndpointURL?
    let store: GoldenStore
    let cases: CaseCatalog

    /// How long a round lasts whose length is free.
    var slice: Duration { duration / 5 }
}

/// What one round measured.
struct BenchmarkRound: Sendable {
    var readings: [Reading] = []
    /// What was found wrong, for that makes the numbers worthless.
    var problem: String?

    struct Reading: Sendable {
        let name: String
        /// `exchanges/s`, `ms`, `MB`.
        let unit: String
        let value: Double
    }

    mutating func read(_ name: String, _ value: Double, _ unit: String) {
        readings.append(Reading(name: name, unit: unit, value: value))
    }
}

/// The benchmarks, by the names that `bench` takes.
enum BenchmarkName: String, Sendable, CaseIterable {
    case embedded, loopback, client, exchange, parse, reports, start, memory

    var type: any Benchmark.Type {
        switch self {
        case .embedded: EmbeddedBenchmark.self
        case .loopback: LoopbackBenchmark.self
        case .client: ClientBenchmark.self
        case .exchange: ExchangeBenchmark.self
        case .parse: ParseBenchmark.self
        case .reports: ReportsBenchmark.self
        case .start: StartBenchmark.self
        case .memory: MemoryBenchmark.self
        }
    }

    /// What it measures, for help.
    var meaning: String {
        switch self {
        case .embedded: "the whole suite against the reference service in this process"
        case .loopback: "the whole suite over a loopback socket"
        case .client: "the socket client alone: one signed GetSendQuota, sent again and again"
        case .exchange: "whole exchanges: a GetSendQuota composed, signed, sent, parsed and judged each time"
        case .parse: "reading the bodies of all goldens, and comparing each with itself"
        case .reports: "writing each format over a run in which nearly all cases fail"
        case .start: "list, --version and the whole embedded run, each as a process of its own"
        case .memory: "resident memory over 100,000 exchanges, embedded and over a socket"
        }
    }

    /// Measures until the time is over, and three rounds at the least; the first pays for what is made once.
    func measure(_ setting: BenchmarkSetting) async throws -> BenchmarkResult {
        var benchmark = try await type.init(setting)
        var rounds = [try await benchmark.round()]
        if !type.isSingle {
            rounds.removeAll()
            let end = ContinuousClock.now + setting.duration
            while rounds.count < 3 || ContinuousClock.now < end { rounds.append(try await benchmark.round()) }
        }
        return BenchmarkResult(rawValue, rounds)
    }
}
