import SpecModel
import Wire

/// Compares a document with placeholders and one from an endpoint, without a spec.
///
/// Each placeholder is held against the text at its place alone; an element marked `⟦optional⟧` or
/// `⟦default⟧` may be missing.
public struct TemplateComparison: Sendable {
    private let bindings: Bindings

    /// - Parameter bindings: what is known of the run that the answer is of; what is not in it fits any text.
    public init(_ bindings: Bindings = Bindings()) { self.bindings = bindings }

    public func changes(from template: Tree, to answer: Tree) -> [TreeChange] {
        let bindings = bindings
        let comparison = TreeComparison { Self.fits($0, $1, bindings) }
        return comparison.changes(from: typed(template, as: answer), to: answer)
    }

    /// The template with placeholders as what they stand for, and without what is optional and not there.
    private func typed(_ template: Tree, as answer: Tree?) -> Tree {
        var result = template
        if template.kind == .string, let type = Template(template.text).soleName?.argument {
            result.kind = Self.kinds[type] ?? .string
        }
        var counts: [String: Int] = [:]
        result.children = template.children.compactMap { child in
            let place = counts[child.name, default: 0]
            counts[child.name] = place + 1
            let others = answer?.children.filter { $0.name == child.name } ?? []
            let other = place < others.count ? others[place] : nil
            return other == nil && Self.isOptional(child) ? nil : typed(child, as: other)
        }
        return result
    }

    /// What a placeholder of JSON says that it stands for.
    private static let kinds: [String: Tree.Kind] = ["number": .number, "boolean": .boolean]

    private static let marks = ["optional", "default"]

    static func isOptional(_ tree: Tree) -> Bool {
        guard case .placeholder(let first)? = Template(tree.text).segments.first else { return false }
        return marks.contains(first.kind)
    }

    /// Whether the golden says nothing of what is there, if anything is.
    static func isOpen(_ tree: Tree) -> Bool {
        let stated = stated(tree.text)
        guard stated.count == 1, case .placeholder(let placeholder)? = stated.first else { return false }
        return placeholder.kind == "any"
    }

    /// What a template says, but for whether it may be missing.
    private static func stated(_ template: String) -> [Template.Segment] {
        Template(template).segments.filter { segment in
            guard case .placeholder(let placeholder) = segment else { return true }
            return !marks.contains(placeholder.kind)
        }
    }

    static func fits(_ template: String, _ text: String, _ bindings: Bindings) -> Bool {
        guard Template.hasBrackets(template) else { return template == text }
        let segments = stated(template)
        // Without a run nobody knows what the names were: any text will do.
        let known = segments.map { segment -> Template.Segment in
            guard case .placeholder(let placeholder) = segment,
                ["name", "sender", "resource", "capture", "at-least"].contains(placeholder.kind),
                bindings.value(of: key(of: placeholder)) == nil
            else { return segment }
            return .placeholder(Placeholder("any"))
        }
        var trial = bindings
        switch TextMatcher(exactCounters: false).match(Template(known), text, &trial) {
        case .equal, .different(_, .note): return true
        case .different: return false
        }
    }

    /// What bindings call the value of a placeholder; of a counter, where it began.
    private static func key(of placeholder: Placeholder) -> String {
        if placeholder.kind == "at-least" { return "capture:\(Threshold(placeholder.argument)?.key ?? "")" }
        return placeholder.argument.map { "\(placeholder.kind):\($0)" } ?? placeholder.kind
    }
}
