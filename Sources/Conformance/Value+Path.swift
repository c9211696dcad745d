import SpecModel

/// Dotted paths within a request: `Rule.Actions.member.1.S3Action.BucketName`.
extension Fields {
    /// The value at a path; nil where nothing is.
    func value(at path: String) -> Value? {
        Value.fields(fields).value(at: Fields.parts(path)[...])
    }

    /// A copy with the value at a path replaced, added, or with nil taken out.
    func setting(_ path: String, to value: Value?) -> Fields {
        let parts = Fields.parts(path)
        guard case .fields(let fields)? = Value.fields(fields).setting(parts[...], to: value) else { return Fields() }
        return Fields(fields)
    }

    private static func parts(_ path: String) -> [String] {
        path.utf8.split(separator: UInt8(ascii: ".")).map { String(Substring($0)) }
    }
}

extension Value {
    fileprivate func value(at path: ArraySlice<String>) -> Value? {
        guard let head = path.first else { return self }
        switch self {
        case .fields(let fields):
            return fields.first { $0.name == head }?.value.value(at: path.dropFirst())
        case .list(let members):
            guard head == "member", let index = path.dropFirst().first.flatMap({ Int($0) }) else { return nil }
            guard members.indices.contains(index - 1) else { return nil }
            return members[index - 1].value(at: path.dropFirst(2))
        default:
            return nil
        }
    }

    /// nil where nothing is left.
    fileprivate func setting(_ path: ArraySlice<String>, to value: Value?) -> Value? {
        guard let head = path.first else { return value }
        if head == "member", let index = path.dropFirst().first.flatMap({ Int($0) }) {
            return settingMember(index, path.dropFirst(2), to: value)
        }
        var fields: [Field] = if case .fields(let present) = self { present } else { [] }
        let rest = path.dropFirst()
        guard let place = fields.firstIndex(where: { $0.name == head }) else {
            if let new = Value.fields([]).setting(rest, to: value) { fields.append(Field(head, new)) }
            return .fields(fields)
        }
        if let new = fields[place].value.setting(rest, to: value) {
            fields[place] = Field(head, new)
        } else {
            fields.remove(at: place)
        }
        return .fields(fields)
    }

    private func settingMember(_ index: Int, _ rest: ArraySlice<String>, to value: Value?) -> Value? {
        var members: [Value] = if case .list(let present) = self { present } else { [] }
        guard members.indices.contains(index - 1) else {
            if let new = Value.fields([]).setting(rest, to: value) { members.append(new) }
            return .list(members)
        }
        if let new = members[index - 1].setting(rest, to: value) {
            members[index - 1] = new
        } else {
            members.remove(at: index - 1)
        }
        return .list(members)
    }

    /// The scalar as its spelling on the wire; nil for structures and lists.
    var scalarText: String? {
        switch self {
        case .text(let text), .blob(let text): text
        case .integer(let number): String(number)
        case .boolean(let flag): flag ? "true" : "false"
        case .list, .fields, .echo: nil
        }
    }

    /// Whether nothing of it would go onto the wire.
    var isEmpty: Bool {
        switch self {
        case .list(let members): members.allSatisfy(\.isEmpty)
        case .fields(let fields): fields.allSatisfy(\.value.isEmpty)
        default: false
        }
    }

    /// Every text in it.
    var texts: [String] {
        switch self {
        case .text(let text), .blob(let text): [text]
        case .list(let members): members.flatMap(\.texts)
        case .fields(let fields): fields.flatMap { [$0.name] + $0.value.texts }
        case .integer, .boolean, .echo: []
        }
    }

    /// The same value with each text replaced.
    func mapTexts(_ change: (String) -> String) -> Value {
        switch self {
        case .text(let text): .text(change(text))
        case .blob(let text): .blob(change(text))
        case .list(let members): .list(members.map { $0.mapTexts(change) })
        case .fields(let fields): .fields(fields.map { Field(change($0.name), $0.value.mapTexts(change)) })
        case .integer, .boolean, .echo: self
        }
    }

    /// The scalars in it with their dotted paths, in order.
    func leaves(at path: String) -> [(path: String, value: Value)] {
        switch self {
        case .fields(let fields):
            return fields.flatMap { $0.value.leaves(at: path.isEmpty ? $0.name : "\(path).\($0.name)") }
        case .list(let members):
            return members.enumerated().flatMap { $1.leaves(at: "\(path).member.\($0 + 1)") }
        case .text, .integer, .boolean, .blob: return [(path, self)]
        case .echo: return []
        }
    }

    /// Whether it holds what a request sent at a path, by itself or within what is above it.
    func echoes(_ path: String) -> Bool {
        switch self {
        case .echo(let place): return path == place || path.hasPrefix("\(place).")
        case .text(let text), .blob(let text):
            return Template(text).placeholders.contains { $0.kind == "input" && $0.argument == path }
        case .list(let members): return members.contains { $0.echoes(path) }
        case .fields(let fields):
            return fields.contains { $0.value.echoes(path) || Value.text($0.name).echoes(path) }
        case .integer, .boolean: return false
        }
    }
}
