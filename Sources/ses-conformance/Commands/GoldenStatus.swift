import Conformance
import Foundation
import Golden
import Report
import SpecCatalog
import SpecModel

/// `ses-conformance golden status`: what the goldens rest on, and which are out of date.
struct GoldenStatus: Command {
    static let declaration = CommandDeclaration(
        "golden status", "say what the goldens of each operation rest on, and which are out of date",
        discussion: [
            "Tiers are never added up. Stale is a golden that is not what the spec says today, or that was recorded "
                + "from an endpoint when the operation's spec, or the request, was another. An orphan belongs to no case; "
                + "missing is a golden that a case has none of."
        ],
        sections: [OptionSection([SelectionOptions.api, RunArguments.golden])],
        examples: [Example("ses-conformance golden status --api v1", "each operation of v1, tier by tier")],
        environment: [Variable("SES_CONFORMANCE_GOLDEN", "the folder of golden files")] + Output.environment)

    private let api: API?
    private let golden: String?
    private let environment: [String: String]

    init(_ arguments: Arguments) throws(UsageError) {
        api = try arguments.value(SelectionOptions.api)?.api
        golden = try RunArguments.goldenFolder(arguments)
        environment = arguments.environment
    }

    func run() async throws -> ExitCode {
        let store = try GoldenFolder.store(golden)
        let cases = CaseCatalog(.standard)
        let wanted = await SpecGoldens(cases).goldens(of: cases.cases).filter { isIn($0.id) }
        var found: [GoldenID: Golden] = [:]
        for id in try store.ids() where isIn(id) { found[id] = try store.read(id) }
        let known = Set(wanted.map(\.id))
        let lists: [(title: String, ids: [GoldenID])] = [
            ("stale", try wanted.filter { try isStale(found[$0.id], $0) }.map(\.id)),
            ("orphan", found.keys.filter { !known.contains($0) }),
            ("missing", wanted.map(\.id).filter { found[$0] == nil }),
            ("pending", try PendingArea(of: store).ids().filter(isIn)),
        ]
        let table = DocumentationTables(catalog: .standard).goldensByOperation(counts(of: found.values))
        try Output.standard.write(Output.terminalText(table, path: "-", environment))
        for list in lists {
            for line in list.ids.map(\.description).sorted() { try Output.standard.write("\(list.title) \(line)\n") }
        }
        let numbers = lists.map { "\($0.ids.count) \($0.title)" }
        Output.say("\(Wording.count(found.count, "golden")), \(numbers.joined(separator: ", "))")
        return .conforms
    }

    private func isIn(_ id: GoldenID) -> Bool { api == nil || id.caseID.hasPrefix("\(api?.rawValue ?? "")/") }

    private func isStale(_ golden: Golden?, _ wanted: Golden) throws -> Bool {
        guard let golden else { return false }
        guard let recording = golden.recording else { return golden != wanted }
        let parts = golden.id.caseID.split(separator: "/").map(String.init)
        guard parts.count > 1, let api = API(rawValue: parts[0]),
            let operation = Catalog.standard.operation(api, parts[1])
        else { return true }
        return try recording.spec != SpecHash.text(of: operation, in: .standard) || golden.request != wanted.request
    }

    private func counts(of goldens: some Sequence<Golden>) -> [GoldenCount] {
        var counts: [String: [Provenance: Int]] = [:]
        for golden in goldens {
            let operation = golden.id.caseID.split(separator: "/").prefix(2).joined(separator: "/")
            counts[operation, default: [:]][golden.provenance, default: 0] += 1
        }
        return counts.flatMap { operation, tiers in
            tiers.compactMap { tier, count in
                API(rawValue: String(operation.prefix { $0 != "/" }))
                    .map { GoldenCount(api: $0, provenance: tier, count: count, operation: operation) }
            }
        }
    }
}
