import SpecModel

/// Everything that `list` is called with.
struct ListOptions: Sendable {
    static let declaration = CommandDeclaration(
        "list", "list the cases that a run would have",
        operands: [SelectionOptions.operand], sections: [SelectionOptions.section],
        examples: [Example("ses-conformance list SendEmail --axis errors", "the error cases of one operation")])

    let selection: SelectionOptions

    init(_ arguments: Arguments) throws(UsageError) { selection = try SelectionOptions(arguments) }
}

/// Everything that `show` is called with.
struct ShowOptions: Sendable {
    static let declaration = CommandDeclaration(
        "show", "show one case: its requests, what is expected, and what that rests on",
        operands: [Operand("ID", "the case, such as v1/SendEmail/minimal")],
        sections: [OptionSection([RunArguments.golden])],
        examples: [Example("ses-conformance show v1/SendEmail/minimal", "the case step by step")],
        environment: [Variable("SES_CONFORMANCE_GOLDEN", "the folder of golden files")])

    let id: String
    let golden: String?

    init(_ arguments: Arguments) throws(UsageError) {
        id = arguments.operands[0]
        golden = try RunArguments.goldenFolder(arguments)
    }
}

/// Everything that `record` is called with.
struct RecordOptions: Sendable {
    static let check = Flag("check", "write nothing; say which files differ, with exit code 1")
    static let declaration = CommandDeclaration(
        "record", "compose the golden files anew from the spec",
        discussion: ["Recording never makes a run pass: it is a command of its own, and CI may only --check."],
        operands: [SelectionOptions.operand],
        sections: [OptionSection([RunArguments.golden, SelectionOptions.api, check])],
        examples: [
            Example("ses-conformance record SendEmail", "the goldens of one operation"),
            Example("ses-conformance record --check", "whether the goldens are what the spec says"),
        ],
        environment: [Variable("CI", "if set, only --check is allowed")],
        exitCodes: [.conforms, .differs, .usage])

    let selection: SelectionOptions
    let golden: String?
    let onlyChecks: Bool

    /// - Throws: ``UsageError`` under CI without `--check`.
    init(_ arguments: Arguments) throws(UsageError) {
        selection = try SelectionOptions(arguments, isDeep: true)
        golden = try RunArguments.goldenFolder(arguments)
        onlyChecks = arguments.has(Self.check)
        if !onlyChecks, arguments.variable("CI") != nil {
            throw .conflict("record writes no goldens under CI: add --check to compare, or unset CI")
        }
    }
}

/// Everything that `docs` is called with.
struct DocsOptions: Sendable {
    /// Which table.
    enum Topic: String, Sendable, CaseIterable {
        case operations, parameters, errors, responses, types, rules, support
        /// The JSON Schema of what `--report json=` writes; the one that is no Markdown.
        case schema

        /// Whether the table can be had for one operation alone.
        var isByOperation: Bool { [.parameters, .errors, .responses].contains(self) }
    }

    static let results = Option.text(
        "results", "FILE", "the JSON report of a run, which support is told from", completion: .file)
    static let output = Option.text("output", "FILE", "write there instead of to standard output", completion: .file)
    private static let topics = Topic.allCases.map(\.rawValue)
    static let declaration = CommandDeclaration(
        "docs", "print a table in Markdown for documentation",
        operands: [
            Operand("TOPIC", Wording.list(topics, "or"), completion: .choices(topics)),
            Operand("OPERATION", "only its parameters, errors or responses: SendEmail", count: .optional),
        ],
        sections: [OptionSection([results, SelectionOptions.api, output])],
        examples: [
            Example("ses-conformance docs operations", "every operation with its page"),
            Example("ses-conformance docs parameters SendEmail", "the parameters of one operation"),
            Example("ses-conformance docs rules", "what cases are derived, and from what"),
            Example(
                "ses-conformance docs support --results run.json",
                "what an endpoint supports, from --report json=run.json"),
        ])

    let topic: Topic
    /// nil for all.
    let operation: Operation?
    /// A path; only for `support`, and always there.
    let results: String?
    let api: SelectionOptions.Scope
    let output: String

    /// - Throws: ``UsageError`` for an unknown topic, or results that are missing or not needed.
    init(_ arguments: Arguments) throws(UsageError) {
        guard let topic = Topic(rawValue: arguments.operands[0]) else {
            throw .invalidOperand(arguments.operands[0], name: "TOPIC", expected: Wording.list(Self.topics, "or"))
        }
        self.topic = topic
        results = try arguments.value(Self.results)
        api = try arguments.value(SelectionOptions.api) ?? .all
        output = try arguments.value(Self.output) ?? "-"
        if let name = arguments.operands.dropFirst().first {
            guard topic.isByOperation else {
                throw .conflict("docs \(topic.rawValue) is one table for all operations: leave \(name) out")
            }
            operation = try SpecOptions.operation(name, api: api.api)
        } else {
            operation = nil
        }
        if topic == .support, results == nil {
            throw .conflict("docs support needs --results FILE: make it by ses-conformance run --report json=FILE")
        }
        if topic != .support, results != nil {
            throw .conflict("docs \(topic.rawValue) is made from the spec alone: leave --results out")
        }
    }
}

/// Everything that `coverage` is called with.
struct CoverageOptions: Sendable {
    static let format = Option.choice("format", "FORMAT", of: ["text", "json"], "text, which is usual, or json")
    static let verbose = Flag("verbose", "list every part of the spec with its cases, not only those without any")
    static let declaration = CommandDeclaration(
        "coverage", "say which parts of the spec have cases, and which have none and why",
        discussion: ["Exit code 1 means that a part of the spec has neither a case nor a reason for having none."],
        sections: [OptionSection([SelectionOptions.api, format, verbose])],
        examples: [
            Example("ses-conformance coverage --api v1", "parameters, values and errors without a case"),
            Example("ses-conformance coverage --format json", "every part of the spec with its cases, for programs"),
        ],
        exitCodes: [.conforms, .differs, .usage])

    let api: SelectionOptions.Scope
    let isJSON: Bool
    let isVerbose: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        api = try arguments.value(SelectionOptions.api) ?? .all
        isJSON = try arguments.value(Self.format) == "json"
        isVerbose = arguments.has(Self.verbose)
    }
}

/// Everything that `bench` is called with.
struct BenchOptions: Sendable {
    static let seconds = Option.integer("seconds", "N", 1...3600, "how long to measure; 5 where nothing is said")
    static let json = Flag("json", "write the numbers as JSON")
    static let declaration = CommandDeclaration(
        "bench", "measure exchanges a second and peak memory against the reference service",
        sections: [OptionSection([seconds, EndpointOptions.jobs, RunArguments.golden, json])], isHidden: true)

    let seconds: Int
    /// One where nothing is said: what one core does.
    let jobs: Int
    let golden: String?
    let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        seconds = try arguments.value(Self.seconds) ?? 5
        jobs = try arguments.value(EndpointOptions.jobs) ?? 1
        golden = try RunArguments.goldenFolder(arguments)
        isJSON = arguments.has(Self.json)
    }
}
