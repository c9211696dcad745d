import SpecModel
import Wire

extension TreeWalker {
    /// Reports a value of JSON that is of another kind than it must be: a number as a string, a null.
    ///
    /// - Returns: whether it was reported, which ends the comparison.
    mutating func isOfOtherKind(_ actual: Tree, than expected: Tree?, shape: Shape?) -> Bool {
        guard actual.kind != .element, let kind = shape?.kindInJSON ?? expected.flatMap(Self.kind),
            actual.kind != kind
        else { return false }
        let content = expected.map { TreeText.content(of: $0) } ?? shape?.typeName ?? ""
        report(.type, expected: "\(kind) \(content)", actual: TreeText.described(actual), .error)
        return true
    }

    /// What the golden alone says of a value: a placeholder is a string, and may say that it stands for something else.
    private static func kind(of expected: Tree) -> Tree.Kind? {
        guard expected.kind != .element else { return nil }
        guard expected.kind == .string, let placeholder = Template(expected.text).soleName else { return expected.kind }
        return switch placeholder.argument {
        case "number": .number
        case "boolean": .boolean
        case "string": .string
        default: nil
        }
    }
}

extension [Tree] {
    /// Whether there is nothing but nulls, which clients take for nothing at all.
    var areNull: Bool { allSatisfy { $0.kind == .null } }
}
