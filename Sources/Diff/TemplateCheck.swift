import SpecModel
import Wire

/// Finds templates that no answer could be judged by, so that a golden with one is refused when it is read.
public enum TemplateCheck {
    /// Whether every placeholder of an expected text is of a known kind and well formed.
    public static func isValid(_ text: String) -> Bool { problem(in: text) == nil }

    /// What is wrong with an expected text; nil where nothing is.
    public static func problem(in text: String) -> String? { problem(in: text, allowing: answerProblem) }

    /// What is wrong with a text that a request sends: it may only hold what is known beforehand.
    public static func problem(inRequest text: String) -> String? { problem(in: text, allowing: requestProblem) }

    /// The first problem in the texts and attributes of a tree, with the path of the element.
    public static func problem(in tree: Tree) -> String? {
        problem(in: tree, allowing: answerProblem)
    }

    /// The first problem in the texts and names of a tree that a request sends.
    public static func problem(inRequest tree: Tree) -> String? { problem(in: tree, allowing: requestProblem) }

    private static func problem(in tree: Tree, allowing check: (Placeholder) -> String?) -> String? {
        // Names are templates too where they are the keys of a map in JSON.
        let names = tree.kind == .element ? [] : [tree.name]
        for text in names + [tree.text] + tree.attributes.map(\.value) {
            if let problem = problem(in: text, allowing: check) { return "\(tree.name): \(problem)" }
        }
        for child in tree.children {
            if let problem = problem(in: child, allowing: check) { return "\(tree.name)/\(problem)" }
        }
        return nil
    }

    private static func problem(in text: String, allowing check: (Placeholder) -> String?) -> String? {
        // Both brackets begin with this byte.
        guard text.utf8.contains(0xE2) else { return nil }
        let template = Template(text)
        var length = 0
        var problem: String?
        for segment in template.segments {
            switch segment {
            case .literal(let literal):
                length += literal.utf8.count + brackets(in: literal) * bracketLength
            case .placeholder(let placeholder):
                length += placeholder.description.utf8.count
                problem = problem ?? check(placeholder)
            }
        }
        // Written again, a template is longer where a bracket was not doubled, and shorter where a number has zeros.
        if length != text.utf8.count { return "bracket that is neither part of a placeholder nor doubled in '\(text)'" }
        return problem
    }

    /// In bytes.
    private static let bracketLength = "⟦".utf8.count

    private static func brackets(in literal: String) -> Int {
        literal.utf8.contains(0xE2) ? literal.unicodeScalars.count { $0 == "⟦" || $0 == "⟧" } : 0
    }

    private static func requestProblem(_ placeholder: Placeholder) -> String? {
        switch placeholder.kind {
        case "name", "sender", "resource", "capture": answerProblem(placeholder)
        // The number of a request, and what says that the text behind it is sent in base64.
        case "serial", "base64": placeholder.argument == nil ? nil : "placeholder \(placeholder) takes no argument"
        default: "placeholder \(placeholder) can't be sent"
        }
    }

    private static func answerProblem(_ placeholder: Placeholder) -> String? {
        let argument = placeholder.argument
        switch placeholder.kind {
        case "name", "capture":
            return (argument ?? "").isEmpty ? "placeholder \(placeholder) lacks a key" : unnumbered(placeholder)
        case "sender", "optional", "default":
            return argument == nil ? unnumbered(placeholder) : "placeholder \(placeholder) takes no argument"
        case "resource":
            guard let argument, Need(rawValue: argument) != nil else { return "unknown resource in \(placeholder)" }
            return unnumbered(placeholder)
        case "request-id", "message-id", "token", "timestamp", "number", "any":
            // In JSON a placeholder names the type of what it stands for.
            guard argument.map({ ["number", "string", "boolean"].contains($0) }) ?? true else {
                return "unknown type in \(placeholder)"
            }
            return nil
        case "one-of":
            return (argument ?? "").isEmpty ? "placeholder \(placeholder) lists no value" : unnumbered(placeholder)
        case "at-least":
            return Threshold(argument) == nil ? "placeholder \(placeholder) is not KEY+N" : unnumbered(placeholder)
        default:
            return "unknown placeholder \(placeholder)"
        }
    }

    private static func unnumbered(_ placeholder: Placeholder) -> String? {
        placeholder.identity == nil ? nil : "placeholder \(placeholder) takes no number"
    }
}

/// The argument of `⟦at-least:KEY+N⟧`.
struct Threshold {
    let key: String
    let increment: Int

    init?(_ argument: String?) {
        guard let argument, let plus = argument.lastIndex(of: "+"), plus != argument.startIndex,
            let increment = Int(argument[argument.index(after: plus)...]), increment >= 0
        else { return nil }
        key = String(argument[..<plus])
        self.increment = increment
    }
}
