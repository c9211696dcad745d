import Conformance
import Foundation
import Golden
import ReferenceService
import SpecCatalog
import SpecModel
import Wire

/// `ses-conformance bench`.
struct Bench: Command {
    static let declaration = BenchOptions.declaration

    private let options: BenchOptions

    init(_ arguments: Arguments) throws(UsageError) { options = try BenchOptions(arguments) }

    func run() async throws -> ExitCode {
        let store = try GoldenFolder.store(options.golden)
        let cases = CaseCatalog(.standard)
        var rounds: [BenchRound] = []
        let end = ContinuousClock.now + .seconds(options.seconds)
        while rounds.count < 4 || ContinuousClock.now < end {
            rounds.append(try await BenchRound(cases, store, jobs: options.jobs))
        }
        let reports = try await ReportBench(cases, store, atLeast: .seconds(options.seconds))
        // The first round pays for what is made once: it says nothing of the rest.
        let measured = BenchResult(
            rounds: Array(rounds.dropFirst()), jobs: options.jobs, list: try BenchResult.timeOfList(rounds: 5),
            peakMemory: BenchResult.peakMemory(), reports: reports)
        try Output.standard.write(options.isJSON ? measured.json : measured.text)
        return measured.rounds.contains { $0.passed < $0.cases } ? .differs : .conforms
    }
}

/// All cases of both APIs once against a reference service of their own, goldens read and results made.
private struct BenchRound {
    let cases: Int
    let passed: Int
    let exchanges: Int
    /// Of the whole run, reading its golden files included.
    let seconds: Double
    /// What the run took of the processor, in seconds: on a machine with other work to do, less than ``seconds``.
    let processorSeconds: Double

    init(_ catalog: CaseCatalog, _ store: GoldenStore, jobs: Int) async throws {
        let credentials = Credentials.dummy
        var options = RunOptions(
            endpointName: "embedded reference service", baseURL: "http://127.0.0.1:8005", isEmbedded: true,
            signer: Signer(credentials: credentials, region: "us-east-1"), host: "127.0.0.1:8005", run: "bench",
            toolVersion: ToolVersion.current)
        options.jobs = jobs
        let runner = Runner(
            options: options,
            endpoint: InProcessEndpoint(ReferenceService(settings: Settings(credentials: credentials))),
            catalog: .standard, cases: catalog, store: store)
        let before = BenchRound.processorTime()
        let result = try await runner.run(catalog.cases.filter { !$0.isDeep }, observer: SilentObserver())
        cases = result.cases.count
        passed = result.cases.count { $0.outcome == .passed || $0.outcome == .observed }
        exchanges = result.exchanges
        seconds = result.duration
        processorSeconds = BenchRound.processorTime() - before
    }

    /// Of all threads of this process so far, in seconds.
    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// What was measured.
private struct BenchResult {
    /// Never empty.
    let rounds: [BenchRound]
    let jobs: Int
    /// The whole process of `ses-conformance list`, in seconds; the median.
    let list: Double
    /// Resident memory at its highest, in bytes; nil where the system does not say.
    let peakMemory: Int?
    let reports: ReportBench

    /// Exchanges a second of the median round.
    var rate: Double { BenchResult.median(rounds.map { Double($0.exchanges) / $0.seconds }) }

    /// Exchanges a second of processor time: what one core does that has nothing else to do.
    var processorRate: Double { BenchResult.median(rounds.map { Double($0.exchanges) / $0.processorSeconds }) }

    var text: String {
        let round = rounds[0]
        let memory = peakMemory.map { "\($0 / 1_000_000) MB" } ?? "unknown"
        return """
            exchanges a second  \(Int(rate)) (\(Wording.count(jobs, "job")), median of \(rounds.count) rounds)
            a processor second  \(Int(processorRate)) exchanges
            one round           \(round.cases) cases, \(round.passed) passed, \(round.exchanges) exchanges, \
            goldens read from their files
            peak memory         \(memory)
            list                \(Int((list * 1000).rounded())) ms (the whole process)
            reports             \(reports.text)

            """
    }

    var json: String {
        let memory = peakMemory.map(String.init) ?? "null"
        let numbers = [
            "\"cases\": \(rounds[0].cases)", "\"exchanges\": \(rounds[0].exchanges)",
            "\"exchangesPerProcessorSecond\": \(Int(processorRate))", "\"exchangesPerSecond\": \(Int(rate))",
            "\"jobs\": \(jobs)",
            "\"listMilliseconds\": \(Int((list * 1000).rounded()))", "\"passed\": \(rounds[0].passed)",
            "\"peakMemoryBytes\": \(memory)", "\"reportsFailed\": \(reports.failed)",
            "\"reportsHTMLBytes\": \(reports.pageSize)",
            "\"reportsMilliseconds\": \(Int((reports.seconds * 1000).rounded()))", "\"rounds\": \(rounds.count)",
        ]
        return "{ " + numbers.joined(separator: ", ") + " }\n"
    }

    /// Runs this very tool anew, as whoever types `list` does.
    static func timeOfList(rounds: Int) throws -> Double {
        var times: [Double] = []
        for _ in 0..<rounds {
            let process = Process()
            process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            process.arguments = ["list"]
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            let start = ContinuousClock.now
            try process.run()
            process.waitUntilExit()
            times.append((ContinuousClock.now - start) / .seconds(1))
        }
        return median(times)
    }

    /// Source: proc_pid_status(5), `VmHWM`.
    static func peakMemory() -> Int? {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }.map { $0 * 1024 }
    }

    static func median(_ numbers: [Double]) -> Double { numbers.sorted()[numbers.count / 2] }
}
