/// What is wrong with how the tool was called; always exit code 2.
enum UsageError: Error, Hashable, CustomStringConvertible {
    case unknownCommand(String, nearest: String?, known: [String])
    case incompleteCommand(String, known: [String])
    case unknownOption(String, command: String, nearest: String?)
    case missingValue(option: String, placeholder: String)
    case unexpectedValue(option: String, received: String)
    case invalidValue(option: String, received: String, expected: String)
    case repeatedOption(String, received: [String])
    case missingOperand(String, command: String)
    case unexpectedOperand(String, command: String, expected: String)
    case invalidOperand(String, name: String, expected: String)
    case environment(variable: String, received: String, expected: String)
    /// A filter that selects nothing.
    case noMatch(String, nearest: String?)
    /// What makes no sense together, or can't be used; the text says what and what to do.
    case conflict(String)

    var description: String {
        switch self {
        case .unknownCommand(let received, let nearest, let known):
            "unknown command \(Wording.quoted(received)): "
                + (Self.suggestion(nearest) ?? "the commands are \(Wording.list(known, "and"))")
        case .incompleteCommand(let received, let known):
            "\(received) needs a command: \(Wording.list(known.map { "'\(received) \($0)'" }, "or"))"
        case .unknownOption(let received, let command, let nearest):
            "unknown option \(Wording.quoted(received)) of '\(command)': "
                + (Self.suggestion(nearest) ?? "see \(Self.help(on: command))")
        case .missingValue(let option, let placeholder):
            "--\(option) needs a value: write --\(option) \(placeholder)"
        case .unexpectedValue(let option, let received):
            "--\(option) takes no value but got \(Wording.quoted(received)): write --\(option) alone"
        case .invalidValue(let option, let received, let expected):
            "--\(option) got \(Wording.quoted(received)): expected \(expected)"
        case .repeatedOption(let option, let received):
            "--\(option) is given more than once: "
                + (received.allSatisfy(\.isEmpty)
                    ? "write it once" : "choose one of \(Wording.list(received.map(Wording.quoted), "and"))")
        case .missingOperand(let operand, let command):
            "\(command) needs \(operand): write ses-conformance \(command) \(operand)"
        case .unexpectedOperand(let received, let command, let expected):
            "\(command) got \(Wording.quoted(received)) but takes \(expected): see ses-conformance help \(command)"
        case .invalidOperand(let received, let name, let expected):
            "\(name) is \(Wording.quoted(received)): expected \(expected)"
        case .environment(let variable, let received, let expected):
            "environment variable \(variable) is \(Wording.quoted(received)): expected \(expected)"
        case .noMatch(let filter, let nearest):
            "filter \(Wording.quoted(filter)) matches no case: "
                + (Self.suggestion(nearest) ?? "ses-conformance list shows them all")
        case .conflict(let text): text
        }
    }

    private static func help(on command: String) -> String {
        command == "ses-conformance" ? "ses-conformance help" : "ses-conformance help \(command)"
    }

    private static func suggestion(_ nearest: String?) -> String? { nearest.map { "did you mean \($0)?" } }
}
