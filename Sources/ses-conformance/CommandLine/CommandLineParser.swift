/// Reads the words of one command against its declaration.
///
/// Options have long names and take their value as `--x=y` or `--x y`; options and operands may
/// stand in any order; what follows `--` is operands only, and a lone `-` is one.
struct CommandLineParser {
    let declaration: CommandDeclaration
    private var operands: [String] = []
    private var given: [String: [String]] = [:]

    init(_ declaration: CommandDeclaration) { self.declaration = declaration }

    /// Reads the words after the command's name.
    ///
    /// - Throws: ``UsageError`` for an unknown option, a missing, superfluous or wrong value, an option
    ///   that is given twice and may not be, or a wrong number of operands.
    static func parse(
        _ words: [String], of declaration: CommandDeclaration, environment: [String: String] = [:]
    ) throws(UsageError) -> Arguments {
        var parser = CommandLineParser(declaration)
        try parser.read(words)
        try parser.checkOperands()
        return Arguments(operands: parser.operands, given: parser.given, environment: environment)
    }

    private mutating func read(_ words: [String]) throws(UsageError) {
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                return
            }
            if word.hasPrefix("-"), word != "-" {
                try readOption(word, &rest)
            } else {
                operands.append(word)
            }
        }
    }

    private mutating func readOption(_ word: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0].dropFirst(2))
        let attached = parts.count > 1 ? String(parts[1]) : nil
        guard word.hasPrefix("--"), let option = declaration.options.first(where: { $0.name == name }) else {
            throw unknown(String(parts[0]))
        }
        let value = try value(of: option, attached: attached, &rest)
        if !option.isRepeatable, let earlier = given[name] {
            throw .repeatedOption(name, received: earlier + [value])
        }
        given[name, default: []].append(value)
    }

    private func value(
        of option: any AnyOption, attached: String?, _ rest: inout ArraySlice<String>
    ) throws(UsageError) -> String {
        guard let placeholder = option.placeholder else {
            if let attached { throw .unexpectedValue(option: option.name, received: attached) }
            return ""
        }
        // A word that looks like an option is one: a forgotten value must not swallow it. Whoever
        // means it as the value writes `--x=--y`.
        let follows = rest.first.flatMap { $0.hasPrefix("--") ? nil : $0 }
        guard let text = attached ?? follows else {
            throw .missingValue(option: option.name, placeholder: placeholder)
        }
        if attached == nil { rest.removeFirst() }
        do {
            try option.check(text)
        } catch {
            throw .invalidValue(option: option.name, received: text, expected: error.expected)
        }
        return text
    }

    private func unknown(_ word: String) -> UsageError {
        let known = declaration.options.map { "--\($0.name)" } + ["--help"]
        return .unknownOption(word, command: declaration.name, nearest: Nearest.name(to: word, among: known))
    }

    private func checkOperands() throws(UsageError) {
        let required = declaration.operands.filter { $0.count == .one }
        if operands.count < required.count {
            throw .missingOperand(required[operands.count].placeholder, command: declaration.name)
        }
        let takesMany = declaration.operands.contains { $0.count == .many }
        if !takesMany, operands.count > declaration.operands.count {
            let names = declaration.operands.map(\.placeholder)
            throw .unexpectedOperand(
                operands[declaration.operands.count], command: declaration.name,
                expected: names.isEmpty ? "nothing but options" : "only \(Wording.list(names, "and"))")
        }
    }
}
