import Conformance
import Foundation
import Golden
import ReferenceService
import SpecCatalog
import Wire

/// `ses-conformance record`: composes the golden files from the spec.
struct Record: Command {
    static let declaration = RecordOptions.declaration

    private let options: RecordOptions

    init(_ arguments: Arguments) throws(UsageError) { options = try RecordOptions(arguments) }

    func run() async throws -> ExitCode {
        let cases = CaseCatalog(.standard)
        let selection = try options.selection.cases(of: cases)
        let store = try GoldenFolder.store(options.golden)
        let composer = GoldenComposer(catalog: .standard)
        let recorder = GoldenRecorder(
            options: Record.recording, endpoint: InProcessEndpoint(ReferenceService()), catalog: .standard,
            cases: cases)
        let goldens = selection.flatMap { composer.goldens(for: $0) } + (await recorder.record(selection))
        let orphans = options.selection.isEverything ? try store.orphans(knownIDs: Set(goldens.map(\.id))) : []
        return options.onlyChecks ? try check(goldens, orphans, store) : try write(goldens, orphans, store)
    }

    private func write(_ goldens: [Golden], _ orphans: [GoldenID], _ store: GoldenStore) throws -> ExitCode {
        var changed = 0
        for golden in goldens where try store.write(golden) {
            changed += 1
            try Output.standard.write("wrote \(store.path(of: golden.id))\n")
        }
        for orphan in orphans {
            try store.remove(orphan)
            try Output.standard.write("removed \(store.path(of: orphan)): no case has it any more\n")
        }
        Output.say("\(Wording.count(goldens.count, "golden")), \(changed) written, \(orphans.count) removed")
        return .conforms
    }

    private func check(_ goldens: [Golden], _ orphans: [GoldenID], _ store: GoldenStore) throws -> ExitCode {
        var stale: [String] = []
        for golden in goldens {
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
