import Conformance
import Foundation
import Golden
import ReferenceService
import SpecCatalog
import Wire

/// `ses-conformance record`: composes the golden files from the spec, or takes in what an endpoint answers.
struct Record: Command {
    static let declaration = RecordOptions.declaration

    private let options: RecordOptions
    private let environment: [String: String]

    init(_ arguments: Arguments) throws(UsageError) {
        options = try RecordOptions(arguments)
        environment = arguments.environment
    }

    func run() async throws -> ExitCode {
        let cases = CaseCatalog(.standard)
        let selection = try options.selection.cases(of: cases)
        let store = try GoldenFolder.store(options.golden)
        if let endpoint = options.endpoint { return try await take(endpoint, selection, cases, store) }
        let goldens = await SpecGoldens(cases).goldens(of: selection)
        let orphans = options.selection.isEverything ? try store.orphans(knownIDs: Set(goldens.map(\.id))) : []
        return options.onlyChecks ? try check(goldens, orphans, store) : try write(goldens, orphans, store)
    }

    // MARK: The spec

    private func write(_ goldens: [Golden], _ orphans: [GoldenID], _ store: GoldenStore) throws -> ExitCode {
        var changed = 0
        var kept = 0
        for golden in goldens {
            if try isKept(golden, store) {
                kept += 1
            } else if try store.write(golden) {
                changed += 1
                try Output.standard.write("wrote \(store.path(of: golden.id))\n")
            }
        }
        for orphan in orphans {
            try store.remove(orphan)
            try Output.standard.write("removed \(store.path(of: orphan)): no case has it any more\n")
        }
        let rest = kept == 0 ? "" : ", \(kept) kept as recorded from an endpoint (--force writes them, too)"
        Output.say("\(Wording.count(goldens.count, "golden")), \(changed) written, \(orphans.count) removed\(rest)")
        return .conforms
    }

    private func check(_ goldens: [Golden], _ orphans: [GoldenID], _ store: GoldenStore) throws -> ExitCode {
        var stale: [String] = []
        for golden in goldens where try !isKept(golden, store) {
            let path = store.path(of: golden.id)
            guard let bytes = FileManager.default.contents(atPath: path) else {
                stale.append("\(path) is missing")
                continue
            }
            // Byte by byte: what is not in the form that is written counts as well.
            if bytes != Data(try GoldenFile.text(of: golden).utf8) { stale.append("\(path) is not what the spec says") }
        }
        stale += orphans.map { "\(store.path(of: $0)) belongs to no case" }
        for line in stale { try Output.standard.write(line + "\n") }
        Output.say(
            "\(Wording.count(goldens.count, "golden")), \(stale.count) out of date"
                + (stale.isEmpty ? "" : "; to write them anew: ses-conformance record"))
        return stale.isEmpty ? .conforms : .differs
    }

    /// Whether somebody accepted an endpoint's answer in the place of what the spec says.
    private func isKept(_ golden: Golden, _ store: GoldenStore) throws -> Bool {
        guard !options.isForced else { return false }
        return (try? store.read(golden.id))?.recording != nil
    }

    // MARK: An endpoint

    /// Runs the cases twice and keeps what differs for review.
    private func take(
        _ endpoint: EndpointOptions, _ selection: [Case], _ cases: CaseCatalog, _ store: GoldenStore
    ) async throws -> ExitCode {
        let area = try PendingArea(of: store)
        let target = try RunTarget(endpoint)
        let logs = [AnswerLog(), AnswerLog()]
        do {
            for log in logs {
                let result = try await target.run(
                    selection, outOf: cases, store, exactCounters: false, environment: environment, log: log)
                guard !result.wasInterrupted else {
                    Output.say("interrupted: nothing is taken in")
                    return .differs
                }
            }
        } catch RunError.unreachable(let reason) {
            Output.say("error: \(reason); is it running, and is the URL right?")
            return .unreachable
        }
        let isAmazon = endpoint.url?.isAmazon ?? false
        let origin = RecordedAnswers.Origin(
            provenance: isAmazon ? .recorded : .modelled, source: endpoint.url?.description ?? "",
            date: String(Timestamp.extended(Date()).prefix { $0 != "T" }))
        let answers = try RecordedAnswers(
            first: logs[0].answers, second: logs[1].answers, catalog: .standard, origin: origin)
        try tell(answers, try keep(answers.pending, area))
        return .conforms
    }

    /// What became of each answer, in order.
    private func keep(_ pending: [PendingGolden], _ area: PendingArea) throws -> [PendingArea.Addition] {
        try pending.map { one in
            let addition = try area.add(one)
            switch addition {
            case .added:
                let open = one.volatile.count
                let volatile = open == 0 ? "" : ", \(Wording.count(open, "value")) proposed to be left open"
                try Output.standard.write("pending \(one.id)\(volatile)\n")
            case .weaker: try Output.standard.write("left out \(one.id): a recorded answer waits there for review\n")
            case .known: break
            }
            return addition
        }
    }

    private func tell(_ answers: RecordedAnswers, _ additions: [PendingArea.Addition]) throws {
        for id in answers.unreadable {
            try Output.standard.write("unreadable \(id): no document that a golden holds\n")
        }
        for id in answers.unstable { try Output.standard.write("unstable \(id): answered otherwise the second time\n") }
        let count = answers.pending.count + answers.agreeing.count + answers.unreadable.count + answers.unstable.count
        Output.say(
            "\(Wording.count(count, "answer")), \(answers.agreeing.count) as the goldens say, "
                + "\(additions.count { $0 != .weaker }) pending (\(additions.count { $0 == .added }) new), "
                + "\(answers.unreadable.count) unreadable, \(answers.unstable.count) unstable"
                + (additions.isEmpty ? "" : "; to look at them: ses-conformance review"))
    }
}

/// The goldens that follow from the spec.
struct SpecGoldens {
    private let cases: CaseCatalog

    init(_ cases: CaseCatalog) { self.cases = cases }

    /// What the spec states, and, where it states nothing, what the reference service answers.
    func goldens(of selection: [Case]) async -> [Golden] {
        let composer = GoldenComposer(catalog: .standard)
        let recorder = GoldenRecorder(
            options: Self.recording, endpoint: InProcessEndpoint(ReferenceService()), catalog: .standard,
            cases: cases)
        return selection.flatMap { composer.goldens(for: $0) } + (await recorder.record(selection))
    }

    /// One job, so that what is recorded does not depend on what else happens.
    private static var recording: Conformance.RunOptions {
        var options = Conformance.RunOptions(
            endpointName: "embedded reference service", baseURL: "http://127.0.0.1:8005", isEmbedded: true,
            signer: Signer(credentials: .dummy, region: "us-east-1"),
            host: "127.0.0.1:8005", run: "record", toolVersion: ToolVersion.current)
        options.jobs = 1
        return options
    }
}
