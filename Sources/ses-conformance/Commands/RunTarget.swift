import Conformance
import Foundation
import Golden
import ReferenceService
import SpecCatalog
import Wire

/// Whom a run talks to: an endpoint of the user's, or the reference service in this process.
struct RunTarget {
    private let endpoint: any Endpoint
    private let url: EndpointURL?
    private let arguments: EndpointOptions

    init(_ arguments: EndpointOptions) throws {
        self.arguments = arguments
        url = arguments.url
        if let url {
            endpoint = try url.makeEndpoint()
        } else {
            endpoint = RunTarget.embeddedService(arguments)
        }
    }

    /// A service that answers what it is asked alike in every run.
    private static func embeddedService(_ arguments: EndpointOptions) -> InProcessEndpoint {
        let resources = Resources.standard.adding(arguments.resources.values)
        let settings = Settings(region: arguments.region, resources: resources, credentials: arguments.credentials)
        return InProcessEndpoint(
            ReferenceService(
                settings: settings, clock: StandingTime(milliseconds: standingTime * 1000),
                identifiers: RequestIdentifiers()), clock: { Int(standingTime) })
    }

    /// Runs cases, from the reset that the user asked for to the result.
    ///
    /// - Parameters:
    ///   - shrinks: whether smaller requests are looked for that fail like the smallest case of each cause.
    ///   - change: what else the run is told.
    ///   - log: keeps the answers that are held against goldens.
    /// - Throws: ``RunError`` where there is nobody or a golden is missing.
    func run(
        _ selection: [Case], outOf cases: CaseCatalog, _ store: GoldenStore, exactCounters: Bool,
        shrinks: Bool = false, environment: [String: String], log: AnswerLog? = nil,
        change: (inout Conformance.RunOptions) -> Void = { _ in }
    ) async throws -> RunResult {
        for warning in arguments.warnings { Output.say(warning) }
        var options = options(exactCounters: exactCounters, shrinks: shrinks)
        change(&options)
        if let live = arguments.live {
            options.goLive(
                sender: arguments.sender, domain: live.domain, named: Set(selection.filter(live.name).map(\.id)))
            let own = options.shard?.part(of: selection) ?? selection
            try Confirmation(plan: runner(options, cases, store).plan(own), options: arguments).obtain()
        }
        return try await journalled(options) { options in
            try await run(selection, runner(options, cases, store), environment, log)
        }
    }

    /// Sends random requests, from the reset that the user asked for to the result.
    ///
    /// - Parameter seed: names the run at the reference service, so that its requests are the same to the last byte.
    /// - Throws: ``RunError`` where there is nobody.
    func fuzz(
        _ ids: [FuzzID], outOf fuzzing: FuzzCatalog, seed: UInt64, shrinks: Bool, environment: [String: String]
    ) async throws -> FuzzResult {
        for warning in arguments.warnings { Output.say(warning) }
        var options = options(exactCounters: false, shrinks: shrinks)
        if url == nil { options.run = "fuzz" + String(String(seed, radix: 36).suffix(8)) }
        return try await journalled(options) { options in
            let fuzzer = Fuzzer(
                options: options, endpoint: endpoint, catalog: .standard, cases: CaseCatalog(.standard),
                fuzzing: fuzzing)
            return try await Interruption.watching { interruption in
                let line = ProgressLine(isShown: Output.error.showsProgress(environment))
                defer { line.erase() }
                return try await fuzzer.run(ids, observer: RunProgress(interruption: interruption, line: line))
            }
        }
    }

    /// Empties the endpoint, if the user said how, and does the work with a journal.
    private func journalled<Result>(
        _ options: Conformance.RunOptions, _ work: (Conformance.RunOptions) async throws -> Result
    ) async throws -> Result {
        var options = options
        try await reset(arguments.reset)
        options.journal = try makeJournal(options)
        do {
            let result = try await work(options)
            await finish(options)
            return result
        } catch {
            await finish(options)
            throw error
        }
    }

    private func runner(_ options: Conformance.RunOptions, _ cases: CaseCatalog, _ store: GoldenStore) -> Runner {
        Runner(options: options, endpoint: endpoint, catalog: .standard, cases: cases, store: store)
    }

    private func run(
        _ selection: [Case], _ runner: Runner, _ environment: [String: String], _ log: AnswerLog?
    ) async throws -> RunResult {
        try await Interruption.watching { interruption in
            let line = ProgressLine(isShown: Output.error.showsProgress(environment))
            defer { line.erase() }
            return try await runner.run(
                selection, observer: RunProgress(interruption: interruption, line: line, log: log))
        }
    }

    /// Begins to note what the run makes; the real service makes nothing that is not noted.
    private func makeJournal(_ options: Conformance.RunOptions) throws(JournalError) -> Journal? {
        guard let url else { return nil }
        do {
            return try Journal(
                folder: arguments.journals, run: options.run, endpoint: url.description, region: arguments.region,
                isDurable: arguments.live != nil)
        } catch {
            guard arguments.live == nil else { throw error }
            Output.say("warning: \(error); what a killed run leaves behind can't be cleaned up")
            return nil
        }
    }

    private func finish(_ options: Conformance.RunOptions) async {
        guard let journal = options.journal else { return }
        let left = await journal.finish()
        guard left > 0 else { return }
        Output.say(
            "warning: \(Wording.count(left, "thing")) that the run made may still be there; "
                + "to take away: ses-conformance cleanup --run \(options.run)")
    }

    /// What the run is told.
    private func options(exactCounters: Bool, shrinks: Bool = false) -> Conformance.RunOptions {
        let name = url.map { $0.description } ?? "embedded reference service"
        var options = Conformance.RunOptions(
            endpointName: name, baseURL: url.map { $0.description } ?? "http://127.0.0.1:8005",
            isEmbedded: url == nil, signer: Signer(credentials: arguments.credentials, region: arguments.region),
            host: url?.authority ?? "127.0.0.1:8005",
            run: url == nil ? RunTarget.embeddedName : RunTarget.freshName(), toolVersion: ToolVersion.current)
        options.basePath = url?.path ?? ""
        if url == nil {
            options.unusedEndpoint = { @Sendable [arguments] in RunTarget.embeddedService(arguments) }
            options.now = { @Sendable in Date(timeIntervalSince1970: Double(RunTarget.standingTime)) }
        }
        options.jobs = arguments.jobs
        options.rate = arguments.rate
        options.timeout = arguments.timeout
        options.supportTimeout =
            arguments.target == .localstack ? arguments.timeout : min(arguments.timeout, .seconds(5))
        options.resources = arguments.resources
        options.sender = arguments.sender
        options.exactCounters = exactCounters || url == nil
        // At one request a second, a smaller request is not worth the wait.
        options.shrinks = shrinks && arguments.live == nil
        return options
    }

    /// Empties the endpoint, where the user said how.
    ///
    /// - Throws: ``RunError/unreachable(_:)`` if nobody answers, a usage error if the answer is a refusal.
    private func reset(_ reset: EndpointURL?) async throws {
        guard let reset else { return }
        let host = try EndpointURL("\(reset.scheme.rawValue)://\(reset.authority)").makeEndpoint()
        let target = reset.path.isEmpty ? "/" : reset.path
        do {
            let request = HTTPRequest(method: "POST", target: target)
            let response = try await host.exchange(request, within: arguments.timeout)
            guard (200..<300).contains(response.status) else {
                throw UsageError.conflict("reset: \(reset) answered \(response.status) to a POST")
            }
        } catch let error as EndpointError {
            throw RunError.unreachable(error.description(of: reset))
        }
    }

    /// What time it is for the embedded service and for who asks it, in seconds since 1970: the same in every run, so
    /// that runs can be told apart by what was answered, and by nothing else.
    private static let standingTime: Int64 = 1_767_225_600
    /// What runs of the embedded service are called, which no other run can see.
    private static let embeddedName = "local"

    /// Five letters and digits that no earlier run is likely to have had.
    private static func freshName() -> String {
        let alphabet = Array("abcdefghijkmnpqrstuvwxyz23456789")
        return String((0..<5).compactMap { _ in alphabet.randomElement() })
    }
}

/// Shows how far a run is, and passes the user's wish to stop on to it.
struct RunProgress: RunObserver {
    let interruption: Interruption
    let line: ProgressLine
    var log: AnswerLog?

    var isInterrupted: Bool { interruption.isRequested }

    func began(_ stage: String, count: Int) { if stage == "cases" { line.expect(count) } }

    func saw(_ answer: SeenAnswer) { log?.add(answer) }

    func finished(_ result: CaseResult) { line.advance(failed: result.outcome == .failed) }
}

extension RunTarget {
    /// Takes away what an earlier run left at the endpoint.
    ///
    /// - Throws: ``RunError/unreachable(_:)`` if nobody is there.
    func cleanUp(_ record: JournalRecord) async throws -> Cleanup.Summary {
        for warning in arguments.warnings { Output.say(warning) }
        var options = options(exactCounters: false)
        options.isPatient = true
        options.signer = Signer(credentials: arguments.credentials, region: record.region)
        let cleanup = Cleanup(options: options, endpoint: endpoint, catalog: .standard)
        return try await Interruption.watching { interruption in
            let line = ProgressLine(isShown: false)
            return try await cleanup.run(record, observer: RunProgress(interruption: interruption, line: line))
        }
    }
}
