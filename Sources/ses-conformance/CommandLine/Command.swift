/// What a run of the tool says to whoever called it.
///
/// Where several apply, the first of 2, 3, 1, 4 wins.
enum ExitCode: Int32, Sendable, CaseIterable {
    case conforms = 0
    case differs = 1
    case usage = 2
    case unreachable = 3
    case staleBaseline = 4

    /// What the code means, for help.
    var meaning: String {
        switch self {
        case .conforms: "done; the endpoint conforms, or every difference is in the baseline"
        case .differs: "differences, broken cases or findings"
        case .usage: "wrong usage, or a spec, golden, baseline or file that can't be used"
        case .unreachable: "the endpoint can't be reached"
        case .staleBaseline: "a baseline entry within the selection matches nothing any more"
        }
    }
}

/// A subcommand: what it is called with, and what it then does.
protocol Command: Sendable {
    static var declaration: CommandDeclaration { get }
    /// - Throws: ``UsageError`` if the arguments make no sense together.
    init(_ arguments: Arguments) throws(UsageError)
    /// - Throws: any error whose description is one clear line; it ends the tool with exit code 2.
    func run() async throws -> ExitCode
}

/// Everything that help, completion and the parser know of a command.
struct CommandDeclaration: Sendable {
    /// `serve`, or `spec list` for a command of a group.
    let name: String
    /// One line without a full stop.
    let abstract: String
    /// Further paragraphs of help.
    let discussion: [String]
    let operands: [Operand]
    let sections: [OptionSection]
    let examples: [Example]
    /// Variables that the command reads, with what for.
    let environment: [Variable]
    let exitCodes: [ExitCode]
    /// Left out of the list of commands.
    let isHidden: Bool

    init(
        _ name: String, _ abstract: String, discussion: [String] = [], operands: [Operand] = [],
        sections: [OptionSection] = [], examples: [Example] = [], environment: [Variable] = [],
        exitCodes: [ExitCode] = [.conforms, .usage], isHidden: Bool = false
    ) {
        self.name = name
        self.abstract = abstract
        self.discussion = discussion
        self.operands = operands
        self.sections = sections
        self.examples = examples
        self.environment = environment
        self.exitCodes = exitCodes
        self.isHidden = isHidden
    }

    var options: [any AnyOption] { sections.flatMap(\.options) }

    /// `ses-conformance spec show OPERATION [--api API]`.
    var usage: String {
        let words = operands.map(\.usage) + (options.isEmpty ? [] : ["[OPTION]…"])
        return (["ses-conformance", name] + words).joined(separator: " ")
    }
}

/// What is given without a name.
struct Operand: Sendable {
    enum Count: Sendable { case one, optional, many }

    let placeholder: String
    let summary: String
    let count: Count
    let completion: Completion

    init(_ placeholder: String, _ summary: String, count: Count = .one, completion: Completion = .none) {
        self.placeholder = placeholder
        self.summary = summary
        self.count = count
        self.completion = completion
    }

    /// `ID`, `[ID]` or `[ID]…`.
    var usage: String {
        switch count {
        case .one: placeholder
        case .optional: "[\(placeholder)]"
        case .many: "[\(placeholder)]…"
        }
    }
}

/// Options that belong together, under a heading of help.
struct OptionSection: Sendable {
    let title: String
    let options: [any AnyOption]

    init(_ options: [any AnyOption], title: String = "Options") {
        self.title = title
        self.options = options
    }
}

/// A command line that can be typed as it is, and what it does.
struct Example: Sendable {
    let line: String
    let meaning: String

    init(_ line: String, _ meaning: String) {
        self.line = line
        self.meaning = meaning
    }
}

/// An environment variable and what it is read for.
struct Variable: Sendable {
    let name: String
    let meaning: String

    init(_ name: String, _ meaning: String) {
        self.name = name
        self.meaning = meaning
    }
}
