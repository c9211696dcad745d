/// Shells that completion is written for.
enum Shell: String, Sendable, CaseIterable {
    case bash, zsh, fish
}

/// A shell's completion of commands, options and their values, made from the declarations.
struct CompletionScript {
    private let table: CommandTable

    init(_ table: CommandTable) { self.table = table }

    /// The script; ends with a line break.
    func text(for shell: Shell) -> String {
        switch shell {
        case .bash: bash
        case .zsh: zsh
        case .fish: fish
        }
    }

    /// Commands with the words by which a script tells them apart: `spec list`, and the standard one as "".
    private var cases: [(path: String, declaration: CommandDeclaration)] {
        table.declarations.filter { !$0.isHidden }.map { ($0.name, $0) }
            + (table.standard.map { [("", $0.declaration)] } ?? [])
    }

    private func secondWords(of group: String) -> [String] {
        table.members(of: group).map { String($0.name.dropFirst(group.count + 1)) }
    }

    private func flags(_ declaration: CommandDeclaration) -> [String] {
        declaration.options.map { "--\($0.name)" } + ["--help"]
    }

    // MARK: bash

    private var bash: String {
        var lines = [
            "# Completion of ses-conformance for bash; to use it: source <(ses-conformance completion bash)",
            "_ses_conformance() {",
            "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} path=''",
            "    # The shell takes --option=value apart at the equals sign.",
            "    if [[ $current == = ]]; then current=''",
            "    elif [[ $previous == = ]]; then previous=${COMP_WORDS[COMP_CWORD-2]}; fi",
            "    (( COMP_CWORD > 1 )) && path=${COMP_WORDS[1]}",
            "    case $path in",
        ]
        for group in table.groups {
            lines.append("        \(group.name)) (( COMP_CWORD > 2 )) && path+=\" ${COMP_WORDS[2]}\" ;;")
        }
        lines += [
            "        \(table.firstWords.joined(separator: "|"))|help) ;;", "        *) path='' ;;", "    esac",
            "    COMPREPLY=()", "    case \"$path $previous\" in",
        ]
        for (path, declaration) in cases {
            for option in declaration.options where option.placeholder != nil {
                let reply = bashReply(option.completion)
                lines.append("        '\(path) --\(option.name)') \(reply)return ;;")
            }
        }
        lines += ["    esac", "    local words=''", "    case $path in"]
        lines += cases.filter { !$0.path.isEmpty }.map { "        '\($0.path)') words=\(bashWords($0.declaration)) ;;" }
        lines += table.groups.map {
            "        '\($0.name)') words='\((secondWords(of: $0.name) + ["--help"]).joined(separator: " "))' ;;"
        }
        let standard = table.standard.map { flags($0.declaration) } ?? ["--help"]
        lines += [
            "        help) words='\(table.firstWords.joined(separator: " "))' ;;",
            "        *) words='\((table.firstWords + ["help"] + standard + ["--version"]).joined(separator: " "))' ;;",
            "    esac", "    COMPREPLY=( $(compgen -W \"$words\" -- \"$current\") )", "}",
            "complete -o default -F _ses_conformance ses-conformance",
        ]
        return lines.map { $0 + "\n" }.joined()
    }

    private func bashWords(_ declaration: CommandDeclaration) -> String {
        var words = flags(declaration)
        for case .choices(let choices) in declaration.operands.map(\.completion) { words += choices }
        return "'\(words.joined(separator: " "))'"
    }

    private func bashReply(_ completion: Completion) -> String {
        switch completion {
        case .choices(let choices):
            "COMPREPLY=( $(compgen -W '\(choices.joined(separator: " "))' -- \"$current\") ); "
        case .file: "COMPREPLY=( $(compgen -f -- \"$current\") ); "
        case .directory: "COMPREPLY=( $(compgen -d -- \"$current\") ); "
        case .none: ""
        }
    }

    // MARK: zsh

    private var zsh: String {
        var lines = [
            "#compdef ses-conformance", "# Completion of ses-conformance for zsh: put it as _ses-conformance into a",
            "# folder of $fpath.", "_ses-conformance() {", "    local path_=''",
            "    (( CURRENT > 2 )) && path_=$words[2]", "    case $path_ in",
        ]
        for group in table.groups {
            lines.append("        \(group.name)) (( CURRENT > 3 )) && path_+=\" $words[3]\" ;;")
        }
        lines += ["    esac", "    case $path_ in"]
        for (path, declaration) in cases where !path.isEmpty {
            let skipped = path.split(separator: " ").count
            lines.append("        '\(path)') shift \(skipped) words; (( CURRENT -= \(skipped) ))")
            lines.append("            _arguments \(zshArguments(declaration).joined(separator: " ")) ;;")
        }
        for group in table.groups {
            let values = table.members(of: group.name).map {
                zshQuoted("\($0.name.dropFirst(group.name.count + 1)):\($0.abstract)")
            }
            lines.append("        '\(group.name)') local -a members=(\(values.joined(separator: " ")))")
            lines.append("            _describe command members ;;")
        }
        let values = table.firstWords.map { zshQuoted("\($0):\(abstract(of: $0))") }
        let standard = table.standard.map { zshArguments($0.declaration) } ?? []
        lines += [
            "        *) local -a commands=(\(values.joined(separator: " ")))",
            "            (( CURRENT == 2 )) && _describe command commands",
            "            _arguments \((standard + [zshQuoted("--version[the version of this tool]")]).joined(separator: " ")) ;;",
            "    esac", "}", "_ses-conformance \"$@\"",
        ]
        return lines.map { $0 + "\n" }.joined()
    }

    private func zshArguments(_ declaration: CommandDeclaration) -> [String] {
        let options = declaration.options.map { option in
            let repeats = option.isRepeatable ? "*" : ""
            let summary = option.summary.replacing("[", with: "\\[").replacing("]", with: "\\]")
            let value = option.placeholder.map { ":\($0.replacing(":", with: " ")):\(zshAction(option.completion))" }
            return zshQuoted("\(repeats)--\(option.name)\(value == nil ? "" : "=")[\(summary)]\(value ?? "")")
        }
        let operands = declaration.operands.map {
            zshQuoted("\($0.count == .many ? "*" : ""):\($0.placeholder):\(zshAction($0.completion))")
        }
        return options + [zshQuoted("--help[what the command takes]")] + operands
    }

    private func zshAction(_ completion: Completion) -> String {
        switch completion {
        case .none: ""
        case .choices(let choices): "(\(choices.joined(separator: " ")))"
        case .file: "_files"
        case .directory: "_files -/"
        }
    }

    private func zshQuoted(_ text: String) -> String { "'\(text.replacing("'", with: "'\\''"))'" }

    private func abstract(of word: String) -> String {
        table.command(word)?.declaration.abstract ?? table.group(word)?.abstract ?? ""
    }

    // MARK: fish

    private var fish: String {
        var lines = [
            "# Completion of ses-conformance for fish; to use it: ses-conformance completion fish | source",
            "complete -c ses-conformance -f",
        ]
        lines += table.firstWords.map {
            "complete -c ses-conformance -n __fish_use_subcommand -a \($0) -d \(fishQuoted(abstract(of: $0)))"
        }
        for (path, declaration) in cases {
            let condition = fishCondition(path)
            if let second = path.split(separator: " ").dropFirst().first {
                let group = path.prefix { $0 != " " }
                let others = secondWords(of: String(group)).joined(separator: " ")
                lines.append(
                    "complete -c ses-conformance -n '__fish_seen_subcommand_from \(group); and not "
                        + "__fish_seen_subcommand_from \(others)' -a \(second) -d \(fishQuoted(declaration.abstract))")
            }
            lines += declaration.options.map { option in
                "complete -c ses-conformance -n \(condition) -l \(option.name)\(fishValue(option)) "
                    + "-d \(fishQuoted(option.summary))"
            }
            for case .choices(let choices) in declaration.operands.map(\.completion) {
                lines.append("complete -c ses-conformance -n \(condition) -a '\(choices.joined(separator: " "))'")
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func fishCondition(_ path: String) -> String {
        let words = path.split(separator: " ")
        if words.isEmpty { return "'not __fish_seen_subcommand_from \(table.firstWords.joined(separator: " "))'" }
        return "'" + words.map { "__fish_seen_subcommand_from \($0)" }.joined(separator: "; and ") + "'"
    }

    private func fishValue(_ option: any AnyOption) -> String {
        guard option.placeholder != nil else { return "" }
        switch option.completion {
        case .none: return " -x"
        case .choices(let choices): return " -x -a '\(choices.joined(separator: " "))'"
        case .file: return " -r -F"
        case .directory: return " -x -a '(__fish_complete_directories)'"
        }
    }

    private func fishQuoted(_ text: String) -> String {
        "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
    }
}
