import SpecModel
import Wire

/// What nothing is expected of, such as what others keep in the account.
extension TreeWalker {
    /// Checks that an element has the form of its shape, and texts of their types.
    mutating func checkTypes(of actual: Tree, shape: Shape?) {
        guard let shape, !isOfOtherKind(actual, than: nil, shape: shape) else { return }
        switch rules.layout(of: shape, actual, actual) {
        case .leaf:
            if !actual.children.isEmpty {
                report(.type, expected: shape.typeName, actual: TreeText.content(of: actual), .error)
            } else if let fault = shape.fault(in: actual) {
                report(.type, expected: shape.typeName, actual: actual.text, fault.severity)
            }
        case .structure(let members): checkMembers(of: actual, members: members)
        case .list(let member, _): checkList(actual, member: member)
        case .map(let value): checkMap(actual, value: value)
        }
    }

    private mutating func checkMembers(of actual: Tree, members: [Member]?) {
        guard let members else { return }
        for member in members {
            let same = actual.children.filter { $0.name == member.name }
            path.append(member.name)
            if same.count > 1 { report(.duplicate, expected: nil, actual: contents(of: same), .error) }
            if let child = same.first, child.kind != .null {
                checkTypes(of: child, shape: member.shape)
            } else if member.required, !member.isLater {
                report(.missing, expected: member.shape.typeName, actual: nil, .error)
            } else if !same.isEmpty {
                report(.unexpected, expected: nil, actual: "null", .warning)
            }
            path.removeLast()
        }
        for extra in actual.children where !members.contains(where: { $0.name == extra.name }) {
            report(.unexpected, at: extra.name, expected: nil, actual: TreeText.content(of: extra), rules.straySeverity)
        }
        checkNoText(actual)
    }

    private mutating func checkList(_ actual: Tree, member: Shape?) {
        if let other = actual.children.first(where: { $0.name != "member" }) {
            report(.unexpected, expected: "member", actual: other.name, .error)
        }
        checkNoText(actual)
        path.append("member[+]")
        for child in actual.children { checkTypes(of: child, shape: member) }
        path.removeLast()
    }

    private mutating func checkMap(_ actual: Tree, value: Shape?) {
        guard hasEntriesOnly(actual) else { return }
        checkNoText(actual)
        path.append("entry[+]")
        let keys = actual.children.compactMap { $0.child("key")?.text }
        if let twice = Dictionary(grouping: keys, by: \.self).first(where: { $0.value.count > 1 })?.key {
            report(.duplicate, expected: nil, actual: "\(restored(twice)) more than once", .error)
        }
        if keys.contains(where: { Forms.isBlank($0) }) {
            report(.value, at: "key", expected: "a key", actual: "", .error)
        }
        for entry in actual.children {
            checkForm(ofEntry: entry)
            if let child = entry.child("value") {
                checkTypes(of: child, shape: value)
            } else {
                report(.missing, at: "value", expected: value?.typeName, actual: nil, .error)
            }
        }
        path.removeLast()
    }

    private mutating func checkNoText(_ actual: Tree) {
        guard !Forms.isBlank(actual.text) else { return }
        report(.unexpected, at: "text()", expected: nil, actual: actual.text, rules.straySeverity)
    }
}
