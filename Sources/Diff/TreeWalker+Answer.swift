import SpecModel
import Wire

extension TreeWalker {
    /// Compares the document of a success.
    mutating func compareSuccess(_ expected: Tree, _ actual: Tree) {
        compareAttributes(expected, actual)
        compareStructure(expected, actual, members: rules.envelope[expected.name])
    }

    /// Compares the document of an error.
    mutating func compareError(_ expected: Tree, _ actual: Tree) {
        compareAttributes(expected, actual)
        let errors = actual.children.filter { $0.name == "Error" }
        if errors.count > 1 { report(.duplicate, at: "Error", expected: nil, actual: contents(of: errors), .error) }
        if let wanted = expected.child("Error"), let received = errors.first {
            path.append("Error")
            compareErrorMembers(wanted, received)
            path.removeLast()
        }
        compareRequestID(expected, actual)
        for child in actual.children where !["Error", "RequestId", "ResponseMetadata"].contains(child.name) {
            let content = TreeText.content(of: child)
            report(.unexpected, at: child.name, expected: nil, actual: content, rules.straySeverity)
        }
        if !Forms.isBlank(actual.text) {
            report(.unexpected, at: "text()", expected: nil, actual: actual.text, rules.straySeverity)
        }
    }

    private mutating func compareErrorMembers(_ expected: Tree, _ actual: Tree) {
        let known = ["Type", "Code", "Message"]
        for name in known {
            let found = actual.children.filter { $0.name == name }
            if found.count > 1 { report(.duplicate, at: name, expected: nil, actual: contents(of: found), .error) }
            guard let wanted = expected.child(name) else { continue }
            guard let received = found.first else {
                // Every error that was seen has a message; clients cope without one.
                let severity: Severity = name == "Message" ? rules.straySeverity : .error
                report(.missing, at: name, expected: wanted.text, actual: nil, severity)
                continue
            }
            compareErrorText(name, wanted, received)
        }
        if !Forms.isBlank(actual.text) {
            report(.unexpected, at: "text()", expected: nil, actual: actual.text, rules.straySeverity)
        }
        // Later models give some errors members of their own, which nobody has seen on the wire.
        let severity: Severity = rules.straySeverity == .error ? .error : .note
        for child in actual.children where !known.contains(child.name) && child.name != "RequestId" {
            report(.unexpected, at: child.name, expected: nil, actual: TreeText.content(of: child), severity)
        }
    }

    private mutating func compareErrorText(_ name: String, _ expected: Tree, _ actual: Tree) {
        guard actual.children.isEmpty else {
            let severity: Severity = name == "Message" ? rules.straySeverity : .error
            report(.type, at: name, expected: expected.text, actual: TreeText.content(of: actual), severity)
            return
        }
        guard case .different = match(expected.text, actual.text) else { return }
        let (kind, severity): (Difference.Kind, Severity) =
            switch name {
            case "Code": (.code, .error)
            case "Message": (.wording, .warning)
            default: (.value, .error)
            }
        report(kind, at: name, expected: expected.text, actual: actual.text, severity)
    }

    /// The id of the call stands beside the error, not in metadata as that of a success.
    private mutating func compareRequestID(_ expected: Tree, _ actual: Tree) {
        guard let wanted = expected.child("RequestId") else { return }
        let found = actual.children.filter { $0.name == "RequestId" }
        path.append("RequestId")
        if found.isEmpty {
            let elsewhere = actual.child("ResponseMetadata") ?? actual.descendant("Error.RequestId")
            report(.missing, expected: wanted.text, actual: elsewhere.map { TreeText.compact($0) }, .error)
        } else {
            compareMember(wanted, found, shape: nil)
        }
        path.removeLast()
        guard !found.isEmpty else { return }
        for stray in [actual.child("ResponseMetadata"), actual.descendant("Error.RequestId")] {
            guard let stray else { continue }
            let content = TreeText.content(of: stray)
            let place = stray.name == "RequestId" ? "Error/RequestId" : stray.name
            report(.unexpected, at: place, expected: nil, actual: content, rules.straySeverity)
        }
    }
}
