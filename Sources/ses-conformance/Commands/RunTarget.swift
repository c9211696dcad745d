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
            let resources = Resources.standard.adding(arguments.resources.values)
            let settings = Settings(
                region: arguments.region, resources: resources, credentials: arguments.credentials)
            endpoint = InProcessEndpoint(ReferenceService(settings: settings))
        }
    }

    /// Runs cases, from the reset that the user asked for to the result.
    ///
    /// - Parameter log: keeps the answers that are held against goldens.
    /// - Throws: ``RunError`` where there is nobody or a golden is missing.
    func run(
        _ selection: [Case], outOf cases: CaseCatalog, _ store: GoldenStore, exactCounters: Bool,
        environment: [String: String], log: AnswerLog? = nil
    ) async throws -> RunResult {
        for warning in arguments.warnings { Output.say(warning) }
        try await reset(arguments.reset)
        let runner = Runner(
            options: options(exactCounters: exactCounters), endpoint: endpoint, catalog: .standard, cases: cases,
            store: store)
        return try await Interruption.watching { interruption in
            let line = ProgressLine(isShown: Output.error.showsProgress(environment))
            defer { line.erase() }
            return try await runner.run(
                selection, observer: RunProgress(interruption: interruption, line: line, log: log))
        }
    }

    /// What the run is told.
    private func options(exactCounters: Bool) -> Conformance.RunOptions {
        let name = url.map { $0.description } ?? "embedded reference service"
        var options = Conformance.RunOptions(
            endpointName: name, baseURL: url.map { $0.description } ?? "http://127.0.0.1:8005",
            isEmbedded: url == nil, signer: Signer(credentials: arguments.credentials, region: arguments.region),
            host: url?.authority ?? "127.0.0.1:8005", run: RunTarget.freshName(), toolVersion: ToolVersion.current)
        options.basePath = url?.path ?? ""
        options.jobs = arguments.jobs
        options.rate = arguments.rate
        options.timeout = arguments.timeout
        options.supportTimeout =
            arguments.target == .localstack ? arguments.timeout : min(arguments.timeout, .seconds(5))
        options.resources = arguments.resources
        options.sender = arguments.sender
        options.exactCounters = exactCounters || url == nil
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
