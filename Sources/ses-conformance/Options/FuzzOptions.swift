import Conformance
import SpecModel

/// Everything that `fuzz` is called with.
struct FuzzOptions: Sendable {
    /// Formats of the result.
    enum Format: String, Sendable, CaseIterable {
        case terminal, json, outcomes, junit, html, markdown
    }

    static let seed = Option.integer(
        "seed", "N", 0...Int.max, "decides on every request; a new one is drawn and said where nothing is said")
    static let requests = Option.integer(
        "requests", "N", 1...10_000_000, "random requests, to each operation in turn; 1000 where nothing is said")

    static let declaration = CommandDeclaration(
        "fuzz", "send random valid and nearly valid requests, and say what the endpoint can't take",
        discussion: [
            "Valid requests must be done and read back as they were sent. Nearly valid ones, with one thing wrong, may "
                + "be refused or accepted: held against the endpoint are server errors, answers that are none, and "
                + "refusals that changed something. The real service is never asked.",
            "The same seed makes the same requests. The id of a finding, given as FILTER, makes that request alone. "
                + "Without --endpoint the reference service inside this tool answers: that tests the tool, not yours.",
        ],
        operands: [
            Operand(
                "FILTER", "an operation, a glob over operations, or the id of a finding: SendEmail, 'v2/*'",
                count: .many)
        ],
        sections: [
            OptionSection(EndpointOptions.options, title: "Endpoint"),
            OptionSection([seed, requests, SelectionOptions.api], title: "Requests"),
            OptionSection(
                [ReportRequest<Format>.option, RunArguments.noShrink, RunArguments.verbose], title: "Output"),
        ],
        examples: [
            Example("ses-conformance fuzz --endpoint http://127.0.0.1:5000 --target moto", "1,000 requests to a moto"),
            Example("ses-conformance fuzz --seed 7 --requests 20000 SendEmail", "many to one operation of both APIs"),
            Example("ses-conformance fuzz v1/SendEmail/fuzz-7-12 --endpoint $URL", "one finding once more"),
        ],
        environment: EndpointOptions.environment, exitCodes: [.conforms, .differs, .usage, .unreachable])

    let endpoint: EndpointOptions
    /// Nil where one is to be drawn.
    let seed: UInt64?
    let requests: Int
    let api: API?
    /// Operations or globs over them.
    let filters: [String]
    /// Single requests, which are all then.
    let ids: [FuzzID]
    let reports: [ReportRequest<Format>]
    let shrinks: Bool
    let isVerbose: Bool

    /// - Throws: ``UsageError`` if the arguments make no sense together, and for the real service.
    init(_ arguments: Arguments) throws(UsageError) {
        if let url = try EndpointOptions.url(arguments), url.isAmazon {
            throw .conflict("\(url) is the real service, which gets no random requests: name an emulator")
        }
        endpoint = try EndpointOptions(arguments)
        seed = try arguments.value(Self.seed).map { UInt64($0) }
        requests = try arguments.value(Self.requests) ?? 1000
        api = try arguments.value(SelectionOptions.api)?.api
        ids = arguments.operands.compactMap { FuzzID($0) }
        filters = arguments.operands.filter { FuzzID($0) == nil }
        if !ids.isEmpty, !filters.isEmpty || seed != nil {
            throw .conflict("ids of single requests stand for seed and operation: leave out --seed and other filters")
        }
        reports = try ReportRequest.requests(arguments, usual: .terminal)
        shrinks = !arguments.has(RunArguments.noShrink)
        isVerbose = arguments.has(RunArguments.verbose)
    }

    /// The operations that are asked for, in their order.
    ///
    /// - Throws: ``UsageError`` for a filter that matches none, naming the nearest.
    func operations(of catalog: FuzzCatalog) throws(UsageError) -> [Operation] {
        let offered = catalog.operations.filter { api == nil || $0.api == api }
        guard !filters.isEmpty else { return offered }
        var chosen: Set<String> = []
        for filter in filters {
            let glob = Glob(filter)
            let found = offered.filter { glob.matches($0.id) || glob.matches($0.name) }
            guard !found.isEmpty else {
                let near = Nearest.name(
                    to: filter, among: filter.contains("/") ? offered.map(\.id) : offered.map(\.name))
                throw .noMatch(filter, nearest: near)
            }
            chosen.formUnion(found.map(\.id))
        }
        return offered.filter { chosen.contains($0.id) }
    }
}
