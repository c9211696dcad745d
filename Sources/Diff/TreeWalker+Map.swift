import SpecModel
import Wire

extension TreeWalker {
    /// Compares the entries of a map by key, whatever their order.
    mutating func compareMap(_ expected: Tree, _ actual: Tree, value: Shape?) {
        guard !isMisshapen(expected, actual) else { return }
        guard hasEntriesOnly(actual) else { return }
        var left: [Int] = []
        var indices: [String: [Int]] = [:]
        for (index, entry) in actual.children.enumerated() {
            left.append(index)
            indices[entry.child("key")?.text ?? "", default: []].append(index)
        }
        var taken = Set<Int>()
        for entry in expected.children {
            let key = entry.child("key")?.text ?? ""
            path.append("entry[\(key)]")
            let found = find(key, in: actual, indices, left: left, taken: taken)
            if found.isEmpty {
                let content = entry.child("value").map { TreeText.content(of: $0) }
                report(.missing, expected: content, actual: nil, .error)
            } else {
                taken.formUnion(found)
                compareEntry(entry, found.map { actual.children[$0] }, value: value)
            }
            path.removeLast()
        }
        for index in left where !taken.contains(index) {
            let entry = actual.children[index]
            let key = restored(entry.child("key")?.text ?? "")
            let content = entry.child("value").map { TreeText.content(of: $0) }
            report(.unexpected, at: "entry[\(key)]", expected: nil, actual: content, .error)
        }
    }

    /// The entries with that key: by look-up where it is known, else the first that the template fits.
    private mutating func find(
        _ key: String, in actual: Tree, _ indices: [String: [Int]], left: [Int], taken: Set<Int>
    ) -> [Int] {
        let template = Template(key)
        if let text = rules.matcher.resolve(template, bindings) {
            return (indices[text] ?? []).filter { !taken.contains($0) && isSame(keyText(at: $0, of: actual), text) }
        }
        for index in left where !taken.contains(index) {
            var trial = bindings
            let match = rules.matcher.match(template, keyText(at: index, of: actual), &trial)
            if case .different(_, .error) = match { continue }
            bindings = trial
            return [index]
        }
        return []
    }

    private func keyText(at index: Int, of map: Tree) -> String { map.children[index].child("key")?.text ?? "" }

    private mutating func compareEntry(_ expected: Tree, _ found: [Tree], value: Shape?) {
        if found.count > 1 {
            report(.duplicate, expected: nil, actual: contents(of: found), .error)
        }
        let entry = found[0]
        checkForm(ofEntry: entry)
        guard let wanted = expected.child("value") else { return }
        guard let received = entry.child("value") else {
            report(.missing, at: "value", expected: TreeText.content(of: wanted), actual: nil, .error)
            return
        }
        compare(wanted, received, shape: value)
    }

    /// Whether a map has nothing but entries with keys; reports the first that is none.
    mutating func hasEntriesOnly(_ map: Tree) -> Bool {
        guard let other = map.children.first(where: { $0.name != "entry" || $0.child("key") == nil }) else {
            return true
        }
        let isEntry = other.name == "entry"
        let content = isEntry ? TreeText.compact(other) : other.name
        report(.unexpected, expected: isEntry ? "<entry><key>" : "entry", actual: content, .error)
        return false
    }

    /// Checks that an entry has one key, at most one value, and nothing else.
    mutating func checkForm(ofEntry entry: Tree) {
        for name in ["key", "value"] {
            let same = entry.children.filter { $0.name == name }
            if same.count > 1 { report(.duplicate, at: name, expected: nil, actual: contents(of: same), .error) }
        }
        for extra in entry.children where extra.name != "key" && extra.name != "value" {
            report(.unexpected, at: extra.name, expected: nil, actual: TreeText.content(of: extra), rules.straySeverity)
        }
        if !Forms.isBlank(entry.text) {
            report(.unexpected, at: "text()", expected: nil, actual: entry.text, rules.straySeverity)
        }
    }
}
