/// The commands that the tool has, and which one is meant by what was typed.
struct CommandTable: Sendable {
    /// A first word under which several commands stand.
    struct Group: Sendable {
        let name: String
        /// One line without a full stop.
        let abstract: String
    }

    /// In the order of help.
    let commands: [any Command.Type]
    let groups: [Group]
    /// The command that is meant where none is named.
    let standard: (any Command.Type)?

    init(commands: [any Command.Type], groups: [Group] = [], standard: (any Command.Type)? = nil) {
        self.commands = commands
        self.groups = groups
        self.standard = standard
    }

    /// What was typed, understood.
    enum Request {
        case command(any Command.Type, words: [String])
        /// Help on a command, a group or, with nil, the whole tool.
        case help(String?)
        case version
    }

    var declarations: [CommandDeclaration] { commands.map { $0.declaration } }

    /// First words that mean something: commands that stand alone, and groups.
    var firstWords: [String] {
        var words: [String] = []
        for declaration in declarations where !declaration.isHidden {
            let word = String(declaration.name.prefix { $0 != " " })
            if !words.contains(word) { words.append(word) }
        }
        return words
    }

    func command(_ name: String) -> (any Command.Type)? { commands.first { $0.declaration.name == name } }

    func group(_ name: String) -> Group? { groups.first { $0.name == name } }

    /// The declarations of a group's commands.
    func members(of group: String) -> [CommandDeclaration] {
        declarations.filter { $0.name.hasPrefix(group + " ") }
    }

    /// Finds out which command the words mean.
    ///
    /// - Throws: ``UsageError`` if the first word is neither a command nor something that the standard
    ///   command may take.
    func request(for words: [String]) throws(UsageError) -> Request {
        guard let first = words.first else {
            return standard.map { .command($0, words: []) } ?? .help(nil)
        }
        if first == "help" { return .help(try topic(Array(words.dropFirst()))) }
        if first == "--version" { return .version }
        let asksForHelp = words.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
        if group(first) != nil { return try member(of: first, words, asksForHelp) }
        if let command = command(first) {
            return asksForHelp ? .help(first) : .command(command, words: Array(words.dropFirst()))
        }
        if asksForHelp { return .help(first.hasPrefix("-") ? nil : try topic([first])) }
        guard let standard else {
            guard first.hasPrefix("-") else { throw unknown(first) }
            let nearest = Nearest.name(to: first, among: ["--help", "--version"])
            throw .unknownOption(first, command: "ses-conformance", nearest: nearest)
        }
        return .command(standard, words: words)
    }

    /// A word that no command knows, with the nearest that one does.
    func unknown(_ word: String) -> UsageError {
        .unknownCommand(word, nearest: Nearest.name(to: word, among: firstWords + ["help"]), known: firstWords)
    }

    private func member(of group: String, _ words: [String], _ asksForHelp: Bool) throws(UsageError) -> Request {
        let names = members(of: group).map { String($0.name.dropFirst(group.count + 1)) }
        guard words.count > 1, !words[1].hasPrefix("-") else {
            if asksForHelp { return .help(group) }
            throw .incompleteCommand(group, known: names)
        }
        let name = "\(group) \(words[1])"
        guard let command = command(name) else {
            let nearest = Nearest.name(to: words[1], among: names).map { "\(group) \($0)" }
            throw .unknownCommand(name, nearest: nearest, known: names.map { "\(group) \($0)" })
        }
        return asksForHelp ? .help(name) : .command(command, words: Array(words.dropFirst(2)))
    }

    private func topic(_ words: [String]) throws(UsageError) -> String? {
        let words = words.filter { !$0.hasPrefix("-") }
        guard let first = words.first else { return nil }
        let name = words.joined(separator: " ")
        if command(name) != nil || group(name) != nil { return name }
        if group(first) != nil { _ = try member(of: first, words, false) }
        throw unknown(first)
    }
}
