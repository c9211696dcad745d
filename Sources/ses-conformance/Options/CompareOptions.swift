import Foundation

/// Formats of a comparison.
enum ComparisonFormat: String, Sendable, CaseIterable {
    case terminal, markdown, html, json
}

/// Everything that `compare` is called with.
struct CompareOptions: Sendable {
    /// Where a side's result comes from.
    enum Source: Sendable {
        case file(String)
        /// An endpoint that is judged now.
        case endpoint(EndpointOptions)
    }

    struct Side: Sendable {
        /// What the reader knows it by; nil for a file that is given without a name.
        let name: String?
        let source: Source
    }

    static let update = Option.text(
        "update", "FILE",
        "write nothing else than a short table into a Markdown page, between <!-- ses-conformance:compare --> and "
            + "<!-- /ses-conformance:compare -->", completion: .file)

    static let declaration = CommandDeclaration(
        "compare", "put endpoints beside each other, or a run beside an earlier one",
        discussion: [
            "A side is NAME=URL, judged now, or NAME=FILE, a JSON report. A NAME of moto, ministack or localstack "
                + "presets what --target does. Only cases that each side was asked are compared.",
            "Two files without a name are one endpoint's runs, before and after: what is fixed, broken, new and gone; "
                + "exit code 1 means that something broke.",
        ],
        operands: [
            Operand("SIDE", "NAME=URL, NAME=FILE, or two JSON reports; then FILTERs as of run", count: .many)
        ],
        sections: [
            OptionSection(
                [
                    LiveOptions.live, LiveOptions.domain, LiveOptions.yes, EndpointOptions.jobs, EndpointOptions.rate,
                    EndpointOptions.timeout,
                    EndpointOptions.reset, EndpointOptions.sender, EndpointOptions.resource,
                ], title: "Endpoints"),
            SelectionOptions.section,
            OptionSection(
                [ReportRequest<ComparisonFormat>.option, RunArguments.golden, RunArguments.verbose], title: "Output"),
            OptionSection([update, DocsOptions.check], title: "A table in a page"),
        ],
        examples: [
            Example(
                "ses-conformance compare moto=http://127.0.0.1:5000 ministack=ministack.json",
                "who can be trusted for what"),
            Example(
                "ses-conformance compare moto=moto.json ministack=ministack.json --update README.md",
                "the same in short, in a page"),
            Example("ses-conformance compare before.json after.json", "what a change of an endpoint did"),
        ],
        environment: EndpointOptions.environment.filter { !$0.name.contains("ENDPOINT") },
        exitCodes: [.conforms, .differs, .usage, .unreachable])

    let sides: [Side]
    /// Of what is judged now.
    let selection: SelectionOptions
    /// Of what a report has, deep cases included.
    let reported: SelectionOptions
    let golden: String?
    let reports: [ReportRequest<ComparisonFormat>]
    /// Whether the terminal shows rows on which all are alike.
    let isVerbose: Bool
    /// The page to be updated, if that is wanted.
    let page: String?
    let onlyChecks: Bool
    /// How the page is brought up to date.
    let command: String

    /// Whether the sides are an earlier and a later run of one endpoint.
    var isRunToRun: Bool { sides.count == 2 && sides.allSatisfy { $0.name == nil } }

    /// - Throws: ``UsageError`` for fewer than two sides, two of one name, and what an endpoint can't be reached with.
    init(_ arguments: Arguments) throws(UsageError) {
        var sides: [Side] = []
        var filters: [String] = []
        for operand in arguments.operands {
            if let side = try Self.side(operand, arguments) { sides.append(side) } else { filters.append(operand) }
        }
        guard sides.count > 1 else {
            throw .conflict("compare needs two sides: NAME=URL, NAME=FILE, or two JSON reports")
        }
        let names = sides.compactMap(\.name)
        if let name = names.first(where: { name in names.count { $0 == name } > 1 }) {
            throw .conflict("two sides are called \(Wording.quoted(name)): give each a name of its own")
        }
        self.sides = sides
        selection = try SelectionOptions(arguments.replacing(operands: filters))
        reported = try SelectionOptions(arguments.replacing(operands: filters), isDeep: true)
        golden = try RunArguments.goldenFolder(arguments)
        reports = try ReportRequest.requests(arguments, usual: .terminal)
        isVerbose = arguments.has(RunArguments.verbose)
        page = try arguments.value(Self.update)
        onlyChecks = arguments.has(DocsOptions.check)
        let words = ["ses-conformance", "compare"] + arguments.operands + (page.map { ["--update", $0] } ?? [])
        command = words.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " ")
        if !names.isEmpty, names.count < sides.count {
            throw .conflict("some sides have a name and some have none: write NAME=FILE for each")
        }
        if names.isEmpty, sides.count > 2 {
            throw .conflict("three or more reports need names: write NAME=FILE for each")
        }
        if onlyChecks, page == nil { throw .conflict("--check needs --update FILE: the page that it looks at") }
        if page != nil, isRunToRun { throw .conflict("--update needs names for the table: write NAME=FILE for each") }
        if page != nil, try !arguments.values(ReportRequest<ComparisonFormat>.option).isEmpty {
            throw .conflict("--update and --report exclude each other: a page has a table of its own")
        }
    }

    /// nil for a filter.
    private static func side(_ operand: String, _ arguments: Arguments) throws(UsageError) -> Side? {
        let parts = operand.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let isAddress = parts[0].contains("://")
        guard parts.count == 2, !isAddress else {
            if isAddress { throw .conflict("\(operand) has no name: write NAME=\(operand)") }
            return operand.hasSuffix(".json") ? Side(name: nil, source: .file(operand)) : nil
        }
        guard !parts[0].isEmpty, !parts[1].isEmpty else {
            throw .invalidOperand(operand, name: "SIDE", expected: "NAME=URL or NAME=FILE")
        }
        guard parts[1].contains("://") else { return Side(name: parts[0], source: .file(parts[1])) }
        let own = arguments.replacing(
            operands: [],
            options: [
                EndpointOptions.endpoint.name: parts[1],
                EndpointOptions.target.name: Target(rawValue: parts[0])?.rawValue,
            ])
        return Side(name: parts[0], source: .endpoint(try EndpointOptions(own)))
    }
}
