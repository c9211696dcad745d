/// `ses-conformance completion bash|zsh|fish`.
struct CompletionCommand: Command {
    static let declaration = CommandDeclaration(
        "completion", "print a shell's completion of this tool's commands and options",
        operands: [
            Operand("SHELL", "bash, zsh or fish", completion: .choices(Shell.allCases.map(\.rawValue)))
        ],
        examples: [
            Example("source <(ses-conformance completion bash)", "complete in this bash"),
            Example(
                "ses-conformance completion fish > ~/.config/fish/completions/ses-conformance.fish",
                "complete in every fish"),
        ])

    private let shell: Shell

    init(_ arguments: Arguments) throws(UsageError) {
        guard let shell = Shell(rawValue: arguments.operands[0]) else {
            throw .invalidOperand(
                arguments.operands[0], name: "SHELL", expected: Wording.list(Shell.allCases.map(\.rawValue), "or"))
        }
        self.shell = shell
    }

    func run() throws -> ExitCode {
        try Output.standard.write(CompletionScript(.tool).text(for: shell))
        return .conforms
    }
}
