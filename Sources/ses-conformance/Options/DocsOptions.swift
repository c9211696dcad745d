import SpecModel

/// Everything that `docs` is called with.
struct DocsOptions: Sendable {
    /// Which table.
    enum Topic: String, Sendable, CaseIterable {
        case operations, parameters, errors, responses, types, rules, support
        /// The index of the spec and the numbers of goldens, as the folders' README files have them.
        case specs, goldens
        /// The JSON Schema of what `--report json=` writes; the one that is no table.
        case schema

        /// Whether the table can be had for one operation alone.
        var isByOperation: Bool {
            [.operations, .parameters, .errors, .responses, .types, .support].contains(self)
        }
    }

    enum Format: String, Sendable, CaseIterable {
        case markdown, html, csv
    }

    static let format = Option<Format>.oneOf("format", "FORMAT", "markdown, which is usual, html or csv")
    static let results = Option.text(
        "results", "FILE", "the JSON report of a run, which support is told from", completion: .file)
    static let output = Option.text("output", "FILE", "write there instead of to standard output", completion: .file)
    static let update = Option.text(
        "update", "FILE",
        "replace the part of a Markdown page between <!-- ses-conformance:TOPIC --> and "
            + "<!-- /ses-conformance:TOPIC -->; for one operation the marks are named TOPIC/OPERATION",
        completion: .file)
    static let check = Flag("check", "with --update: write nothing; say if the page is out of date, with exit code 1")
    private static let topics = Topic.allCases.map(\.rawValue)
    static let declaration = CommandDeclaration(
        "docs", "print a table for documentation, or keep one in a page up to date",
        operands: [
            Operand("TOPIC", Wording.list(topics, "or"), completion: .choices(topics)),
            Operand("OPERATION", "only what is about it: SendEmail", count: .optional),
        ],
        sections: [
            OptionSection([results, SelectionOptions.api, RunArguments.golden]),
            OptionSection([format, output, update, check], title: "Output"),
        ],
        examples: [
            Example("ses-conformance docs operations", "every operation with its page"),
            Example("ses-conformance docs parameters SendEmail --format html", "the parameters of one operation"),
            Example("ses-conformance docs rules", "what cases are derived, and from what"),
            Example(
                "ses-conformance docs support --results run.json --update docs/ses.md",
                "what an endpoint supports, from --report json=run.json, into a page"),
        ],
        environment: [Variable("SES_CONFORMANCE_GOLDEN", "the folder of golden files")],
        exitCodes: [.conforms, .differs, .usage])

    let topic: Topic
    /// nil for all.
    let operation: Operation?
    /// A path; only for `support`, and always there.
    let results: String?
    let golden: String?
    let api: SelectionOptions.Scope
    let format: Format
    let output: String
    /// The page to be updated, if that is wanted.
    let page: String?
    let onlyChecks: Bool
    /// How the page is brought up to date.
    let command: String

    /// - Throws: ``UsageError`` for an unknown topic, results that are missing or not needed, and outputs that
    ///   exclude each other.
    init(_ arguments: Arguments) throws(UsageError) {
        let name = arguments.operands[0]
        guard let topic = Topic(rawValue: name) else {
            throw .invalidOperand(name, name: "TOPIC", expected: Wording.list(Self.topics, "or"))
        }
        self.topic = topic
        results = try arguments.value(Self.results)
        golden = try RunArguments.goldenFolder(arguments)
        api = try arguments.value(SelectionOptions.api) ?? .all
        format = try arguments.value(Self.format) ?? .markdown
        output = try arguments.value(Self.output) ?? "-"
        page = try arguments.value(Self.update)
        onlyChecks = arguments.has(Self.check)
        operation = try Self.operation(arguments, topic, api)
        let words = ["docs"] + arguments.operands + (results.map { ["--results", $0] } ?? [])
        command = (["ses-conformance"] + words + (page.map { ["--update", $0] } ?? [])).joined(separator: " ")
        if topic == .support, results == nil {
            throw .conflict("docs support needs --results FILE: make it by ses-conformance run --report json=FILE")
        }
        if topic != .support, results != nil {
            throw .conflict("docs \(name) is not made from a run: leave --results out")
        }
        if onlyChecks, page == nil { throw .conflict("--check needs --update FILE: the page that it looks at") }
        if page != nil, output != "-" {
            throw .conflict("--update and --output exclude each other: a page is updated where it is")
        }
        if page != nil, format != .markdown { throw .conflict("--update writes Markdown: leave --format out") }
        if topic == .schema, page != nil || format != .markdown {
            throw .conflict("docs schema is JSON: leave --format and --update out")
        }
    }

    private static func operation(
        _ arguments: Arguments, _ topic: Topic, _ api: SelectionOptions.Scope
    ) throws(UsageError) -> Operation? {
        guard let name = arguments.operands.dropFirst().first else { return nil }
        guard topic.isByOperation else {
            throw .conflict("docs \(topic.rawValue) is one table for all operations: leave \(name) out")
        }
        return try SpecOptions.operation(name, api: api.api)
    }
}
