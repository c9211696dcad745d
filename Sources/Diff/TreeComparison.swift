import Foundation
import Wire

/// Compares any two documents of XML or JSON, without a spec.
///
/// What programs that read answers take for the same is no change:
///
/// | | |
/// |---|---|
/// | order | counts among siblings of one name and in arrays, not among different names |
/// | namespaces | what they are counts, prefixes do not |
/// | white space | between elements: none; within the text of a leaf: counts |
/// | CDATA, references | the same as the text that they stand for |
/// | comments, instructions, declaration | not part of the answer |
/// | attributes | their values count, their order does not |
/// | numbers of JSON | their value counts, their spelling does not |
public struct TreeComparison: Sendable {
    /// Whether a text of the first document allows one of the second.
    private let fits: @Sendable (String, String) -> Bool

    public init(fits: @escaping @Sendable (String, String) -> Bool = { $0 == $1 }) { self.fits = fits }

    /// What differs, in the order of the first document; empty where nothing does.
    public func changes(from before: Tree, to after: Tree) -> [TreeChange] {
        guard before.name == after.name else { return changes(from: [before], to: [after]) }
        var changes: [TreeChange] = []
        compare(before, after, at: before.name.isEmpty ? [] : [before.name], into: &changes)
        return changes
    }

    /// What differs between parts that stand beside each other.
    public func changes(from before: [Tree], to after: [Tree]) -> [TreeChange] {
        var changes: [TreeChange] = []
        compare(before, after, at: [], into: &changes)
        return changes
    }

    // MARK: One element

    private func compare(
        _ before: Tree, _ after: Tree, at path: [String], namespaces: [String?] = [], into changes: inout [TreeChange]
    ) {
        func report(at part: String? = nil, _ before: String?, _ after: String?) {
            let place = (path + (part.map { [$0] } ?? [])).joined(separator: "/")
            changes.append(TreeChange(path: place, before: before, after: after))
        }
        guard before.kind == after.kind else {
            return report(TreeText.described(before), TreeText.described(after))
        }
        // What is below an element is in its namespace, too: that is one change and not many.
        let pair = [before.namespace, after.namespace]
        if before.namespace != after.namespace, pair != namespaces {
            report(at: "namespace()", before.namespace ?? "none", after.namespace ?? "none")
        }
        for attribute in before.attributes {
            let other = after.attributes.first { $0.name == attribute.name }?.value
            if other.map({ !fits(attribute.value, $0) }) ?? true {
                report(at: "@\(attribute.name)", attribute.value, other)
            }
        }
        for attribute in after.attributes where !before.attributes.contains(where: { $0.name == attribute.name }) {
            report(at: "@\(attribute.name)", nil, attribute.value)
        }
        if !isSameText(before, after) {
            let isLeaf = before.children.isEmpty && after.children.isEmpty
            report(at: isLeaf ? nil : "text()", before.text, after.text)
        }
        compare(before.children, after.children, at: path, namespaces: pair, into: &changes)
    }

    private func isSameText(_ before: Tree, _ after: Tree) -> Bool {
        if fits(before.text, after.text) { return true }
        guard before.kind == .number, let left = Decimal(string: before.text) else { return false }
        return left == Decimal(string: after.text)
    }

    // MARK: What is in it

    private func compare(
        _ before: [Tree], _ after: [Tree], at path: [String], namespaces: [String?] = [],
        into changes: inout [TreeChange]
    ) {
        let (olds, news) = (Dictionary(grouping: before, by: \.name), Dictionary(grouping: after, by: \.name))
        var seen = Set<String>()
        for name in (before + after).map(\.name) where seen.insert(name).inserted {
            let (old, new) = (olds[name] ?? [], news[name] ?? [])
            let isList = max(old.count, new.count) > 1 || name.isEmpty
            for pair in ListAlignment(old, new, isSame: isSame).pairs {
                // A member that is there no more is counted where it was.
                let number = isList ? "[\((pair.before ?? pair.after ?? 0) + 1)]" : ""
                let place = path + [name + number]
                switch (pair.before.map { old[$0] }, pair.after.map { new[$0] }) {
                case (let old?, let new?): compare(old, new, at: place, namespaces: namespaces, into: &changes)
                case (let old, let new):
                    changes.append(
                        TreeChange(
                            path: place.joined(separator: "/"), before: old.map(TreeText.whole),
                            after: new.map(TreeText.whole)))
                }
            }
        }
    }

    /// Whether nothing differs.
    private func isSame(_ before: Tree, _ after: Tree) -> Bool {
        guard before.kind == after.kind, before.name == after.name, before.namespace == after.namespace,
            before.children.count == after.children.count, before.attributes.count == after.attributes.count,
            isSameText(before, after)
        else { return false }
        let hasAttributes = before.attributes.allSatisfy { attribute in
            after.attributes.contains { $0.name == attribute.name && fits(attribute.value, $0.value) }
        }
        guard hasAttributes else { return false }
        let old = Dictionary(grouping: before.children, by: \.name)
        let new = Dictionary(grouping: after.children, by: \.name)
        return old.allSatisfy { name, children in
            let others = new[name] ?? []
            return children.count == others.count && zip(children, others).allSatisfy { isSame($0, $1) }
        }
    }
}
