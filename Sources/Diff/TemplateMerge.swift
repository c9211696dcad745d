import SpecModel
import Wire

/// Takes an answer into a golden: where what the golden says fits, the golden's own words stay, placeholders and all.
///
/// So what differs between the two goldens is what differs between the answers, and what an account decides by itself
/// stays open.
public struct TemplateMerge: Sendable {
    private let bindings: Bindings
    /// Whether a wording that was left open is known now.
    private let takesWordings: Bool

    /// - Parameters:
    ///   - bindings: what is known of the run that the answer is of.
    ///   - takesWordings: whether the wording of an error takes the place of `⟦any⟧`.
    public init(_ bindings: Bindings, takesWordings: Bool) {
        self.bindings = bindings
        self.takesWordings = takesWordings
    }

    /// - Parameters:
    ///   - golden: with templates in its texts.
    ///   - answer: as it was received.
    ///   - fresh: the answer with templates in its texts; of the same structure.
    public func merged(_ golden: Tree, answer: Tree, fresh: Tree) -> Tree {
        guard golden.name == answer.name, answer.children.count == fresh.children.count else { return fresh }
        if golden.kind == .string, !answer.children.isEmpty, TemplateComparison.isOpen(golden) { return golden }
        guard !(golden.children.isEmpty && answer.children.isEmpty) else {
            return keeps(golden, answer, fresh) ? fresh.worded(as: golden) : fresh
        }
        var result = fresh
        let groups = Dictionary(grouping: golden.children.indices) { golden.children[$0].name }
        let places = Dictionary(grouping: answer.children.indices) { answer.children[$0].name }
        for (name, places) in places {
            let candidates = groups[name] ?? []
            let pairs = ListAlignment(
                candidates.map { golden.children[$0] }, places.map { answer.children[$0] }, isSame: fits
            ).pairs
            for case (let wanted?, let place?) in pairs {
                let index = places[place]
                result.children[index] = merged(
                    golden.children[candidates[wanted]], answer: answer.children[index], fresh: fresh.children[index])
            }
        }
        result.children += golden.children.filter { places[$0.name] == nil && TemplateComparison.isOptional($0) }
        return result
    }

    /// The golden's own text, where the answer's fits it.
    public func merged(_ golden: String, answer: String) -> String {
        fits(golden, answer) ? golden : Template.escape(answer)
    }

    private func keeps(_ golden: Tree, _ answer: Tree, _ fresh: Tree) -> Bool {
        let isOpenWording =
            ["Message", "message"].contains(golden.name) && Template(golden.text).soleName?.kind == "any"
        if takesWordings, isOpenWording { return false }
        // In JSON a placeholder is a string, and names what it stands for.
        let name = Template(golden.text).soleName
        let isStandIn = name?.argument == "\(answer.kind)" || name?.kind == "one-of"
        return (isStandIn || [answer.kind, fresh.kind].contains(golden.kind)) && fits(golden.text, answer.text)
    }

    private func fits(_ golden: Tree, _ answer: Tree) -> Bool {
        guard golden.children.count == answer.children.count else { return false }
        guard !golden.children.isEmpty else { return fits(golden.text, answer.text) }
        let groups = Dictionary(grouping: answer.children, by: \.name)
        return Dictionary(grouping: golden.children, by: \.name).allSatisfy { name, children in
            let others = groups[name] ?? []
            return children.count == others.count && zip(children, others).allSatisfy { fits($0, $1) }
        }
    }

    private func fits(_ template: String, _ text: String) -> Bool { TemplateComparison.fits(template, text, bindings) }
}

extension Tree {
    fileprivate func worded(as golden: Tree) -> Tree {
        var result = self
        result.kind = golden.kind
        result.text = golden.text
        return result
    }
}
