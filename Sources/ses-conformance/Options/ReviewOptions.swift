import Conformance
import Golden

/// Everything that `review` is called with.
struct ReviewOptions: Sendable {
    /// What is to be done.
    enum Mode: Sendable, Hashable {
        /// Golden by golden, with somebody at the terminal.
        case talk
        case list, check, accept, reject
    }

    static let list = Flag("list", "list what waits, grouped by equal change")
    static let check = Flag("check", "exit code 1 while anything waits")
    static let accept = Option.text("accept", "FILTER", "make goldens of what waits; 'v*' for all", isRepeatable: true)
    static let reject = Option.text("reject", "FILTER", "let go of what waits; 'v*' for all", isRepeatable: true)
    static let force = Flag("force", "let a golden give way to an answer of a weaker tier")
    static let volatile = Flag("volatile", "accept, too, where values are proposed to be left open")
    static let declaration = CommandDeclaration(
        "review", "look at what record took in from an endpoint, and make goldens of it",
        discussion: [
            "On a terminal each golden is shown beside the new answer, with what differs and what both rest on: a "
                + "accepts, r rejects, s skips, g accepts the group, q quits. What is not decided waits for the next time.",
            "FILTER is a case, an operation or a glob over ids, as of run.",
        ],
        operands: [
            Operand("FILTER", "only what waits of these cases, on a terminal and with --list and --check", count: .many)
        ],
        sections: [OptionSection([list, check, accept, reject, force, volatile, RunArguments.golden])],
        examples: [
            Example("ses-conformance review", "decide golden by golden"),
            Example("ses-conformance review --list", "what waits, grouped by equal change"),
            Example("ses-conformance review --accept 'v1/ListIdentities/*'", "make goldens of some of it"),
            Example("ses-conformance review --check", "in CI: fail while anything waits"),
        ],
        environment: [Variable("SES_CONFORMANCE_GOLDEN", "the folder of golden files")] + Output.environment,
        exitCodes: [.conforms, .differs, .usage])

    let mode: Mode
    let filters: [String]
    let isForced: Bool
    let takesVolatile: Bool
    let golden: String?

    /// - Throws: ``UsageError`` for two things at once.
    init(_ arguments: Arguments) throws(UsageError) {
        let asked: [(any AnyOption, Mode)] = [
            (Self.list, .list), (Self.check, .check), (Self.accept, .accept), (Self.reject, .reject),
        ]
        let modes = asked.filter { arguments.has($0.0) }
        guard modes.count < 2 else {
            let names = modes.map { "--\($0.0.name)" }
            throw .conflict("\(Wording.list(names, "and")) are several things: do one after the other")
        }
        mode = modes.first?.1 ?? .talk
        let named = try arguments.values(Self.accept) + arguments.values(Self.reject)
        guard named.isEmpty || arguments.operands.isEmpty else {
            throw .conflict("filters stand behind --accept and --reject: write --\(modes[0].0.name) once for each")
        }
        filters = named + arguments.operands
        isForced = arguments.has(Self.force)
        takesVolatile = arguments.has(Self.volatile)
        golden = try RunArguments.goldenFolder(arguments)
    }

    /// The ids that the filters select.
    ///
    /// - Throws: ``UsageError`` for a filter that matches none of what waits.
    func selected(_ ids: [GoldenID]) throws(UsageError) -> [GoldenID] {
        for filter in filters where !ids.contains(where: { Self.matches($0, filter) }) {
            throw .conflict(
                "nothing that waits matches \(Wording.quoted(filter)): ses-conformance review --list shows what does")
        }
        guard !filters.isEmpty else { return ids }
        return ids.filter { id in filters.contains { Self.matches(id, $0) } }
    }

    private static func matches(_ id: GoldenID, _ filter: String) -> Bool {
        let operation = id.caseID.split(separator: "/").dropFirst().first.map(String.init) ?? ""
        let api = String(id.caseID.prefix { $0 != "/" })
        if [id.description, id.caseID, operation, "\(api)/\(operation)"].contains(filter) { return true }
        let glob = Glob(filter)
        return glob.matches(id.caseID) || glob.matches(operation)
    }
}
