/// Help, made from the declarations.
struct HelpText {
    let table: CommandTable
    /// In characters.
    let width: Int

    init(_ table: CommandTable, width: Int = 80) {
        self.table = table
        self.width = width
    }

    /// Help on a command, a group or, with nil, the whole tool; ends with a line break.
    func text(_ topic: String?) -> String {
        if let topic, let command = table.command(topic) { return text(command.declaration) }
        if let topic, let group = table.group(topic) { return text(group) }
        return overview
    }

    private var overview: String {
        var parts = paragraphs([
            "Tells how faithfully an HTTP endpoint speaks Amazon SES on the wire.",
            "Without an endpoint the reference service inside this tool answers.",
        ])
        parts += ["Usage: ses-conformance [COMMAND] [ARGUMENT]… [OPTION]…\n"]
        let visible = table.declarations.filter { !$0.isHidden }
        let standard = table.standard?.declaration.name
        parts += [
            section(
                "Commands",
                visible.map { ($0.name, $0.abstract + ($0.name == standard ? " (where none is named)" : "")) })
        ]
        parts += [
            section(
                "Everywhere",
                [
                    ("--help, -h", "what the command takes; also: ses-conformance help COMMAND"),
                    ("--version", "the version of this tool"),
                ])
        ]
        parts += [examples(visible.compactMap(\.examples.first))]
        parts += [section("Exit codes", ExitCode.allCases.map { (String($0.rawValue), $0.meaning) })]
        var variables: [Variable] = []
        for variable in visible.flatMap(\.environment) + Output.environment
        where !variables.contains(where: { $0.name == variable.name }) { variables.append(variable) }
        parts += [section("Environment", variables.map { ($0.name, $0.meaning) })]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func text(_ group: CommandTable.Group) -> String {
        let members = table.members(of: group.name)
        return [
            sentence(group.abstract), "Usage: ses-conformance \(group.name) COMMAND [ARGUMENT]… [OPTION]…\n",
            section("Commands", members.map { ($0.name, $0.abstract) }),
            examples(members.compactMap(\.examples.first)),
        ].joined(separator: "\n")
    }

    private func text(_ declaration: CommandDeclaration) -> String {
        var parts = [sentence(declaration.abstract), "Usage: \(declaration.usage)\n"]
        parts += paragraphs(declaration.discussion)
        parts += [section("Arguments", declaration.operands.map { ($0.usage, $0.summary) })]
        parts += declaration.sections.map { part in
            section(part.title, part.options.map { ($0.usage + ($0.isRepeatable ? " …" : ""), $0.summary) })
        }
        parts += [examples(declaration.examples)]
        parts += [section("Exit codes", declaration.exitCodes.map { (String($0.rawValue), $0.meaning) })]
        parts += [section("Environment", declaration.environment.map { ($0.name, $0.meaning) })]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func sentence(_ abstract: String) -> String {
        paragraphs([abstract.prefix(1).uppercased() + abstract.dropFirst() + "."]).joined()
    }

    private func paragraphs(_ texts: [String]) -> [String] {
        texts.map { text in Wording.wrapped(text, width: width).map { $0 + "\n" }.joined() }
    }

    private func examples(_ examples: [Example]) -> String {
        guard !examples.isEmpty else { return "" }
        return "Examples:\n" + examples.map { "  \($0.line)\n      \($0.meaning)\n" }.joined()
    }

    private func section(_ title: String, _ rows: [(name: String, meaning: String)]) -> String {
        guard !rows.isEmpty else { return "" }
        let column = min(rows.map(\.name.count).max() ?? 0, 26) + 4
        let indentation = String(repeating: " ", count: column)
        var text = "\(title):\n"
        for row in rows {
            var lines = Wording.wrapped(row.meaning, width: width - column)
            if row.name.count + 4 > column {
                text += "  \(row.name)\n"
            } else {
                let first = lines.isEmpty ? "" : lines.removeFirst()
                let name = "  \(row.name)" + String(repeating: " ", count: column - 2 - row.name.count)
                text += (first.isEmpty ? "  \(row.name)" : name + first) + "\n"
            }
            text += lines.map { indentation + $0 + "\n" }.joined()
        }
        return text
    }
}
