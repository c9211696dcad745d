import SpecModel

/// One way to make a request smaller.
enum Reduction: Sendable, Hashable {
    /// The member at a dotted path is left out.
    case without(String)
    /// Of the list at a path only the first member is sent.
    case firstOnly(String)
    /// The text at a path is cut down to a part of it.
    case cut(String, to: String)

    var path: String {
        switch self {
        case .without(let path), .firstOnly(let path), .cut(let path, _): path
        }
    }

    func apply(to input: Fields) -> Fields {
        switch self {
        case .without(let path): return input.setting(path, to: nil)
        case .firstOnly(let path):
            guard case .list(let members)? = input.value(at: path) else { return input }
            return input.setting(path, to: .list(Array(members.prefix(1))))
        case .cut(let path, let text):
            guard input.value(at: path) != nil else { return input }
            return input.setting(path, to: .text(text))
        }
    }

    var words: String {
        switch self {
        case .without(let path): "without \(path)"
        case .firstOnly(let path): "only the first of \(path)"
        case .cut(let path, let text): "\(path) cut to \"\(text)\""
        }
    }
}

extension [Reduction] {
    func apply(to input: Fields) -> Fields { reduce(input) { $1.apply(to: $0) } }
}

/// What of an operation's requests can be made smaller without making them another question, or wrong ones.
struct Reducible: Sendable {
    let subject: OperationUnderTest
    /// Dotted paths that the case is about.
    let kept: Set<String>

    /// Optional members that nothing else rests on, and lists of several, the outermost only.
    func steps(in input: Fields) -> [Reduction] {
        var found: [Reduction] = []
        for site in subject.sites {
            guard let value = input.value(at: site.dotted), !isKept(site.dotted),
                !found.contains(where: { $0.isWithout(above: site.dotted) })
            else { continue }
            if !site.member.required, !site.member.isUsual, !isBound(site) {
                found.append(.without(site.dotted))
            } else if case .list(let members) = value, members.count > 1, takesOne(site.member.shape) {
                found.append(.firstOnly(site.dotted))
            }
        }
        return found
    }

    /// The halves of a text that are as valid as the whole; empty for what can't be cut.
    func halves(of text: String, at path: String) -> [String] {
        let characters = Array(text)
        guard characters.count > 1, !Template.hasBrackets(text), let shape = shape(at: path) else { return [] }
        let middle = characters.count / 2
        return [characters[..<middle], characters[middle...]].map { String($0) }.filter { half in
            // A blank at an end would be a question of its own.
            half.first?.isWhitespace == false && half.last?.isWhitespace == false
                && shape.pattern?.allows(half) != false && shape.length?.agreed.contains(half.count) != false
        }
    }

    private func shape(at path: String) -> Shape.Text? {
        subject.sites.lazy.compactMap(\.text).first { $0.path == path }?.shape
    }

    /// Whether a path is what the case is about, holds it, or lies within it.
    private func isKept(_ path: String) -> Bool {
        kept.contains { $0 == path || $0.hasPrefix(path + ".") || path.hasPrefix($0 + ".") }
    }

    /// Whether a rule over several members names it: without it the others mean something else.
    private func isBound(_ site: MemberSite) -> Bool {
        rules(around: site).contains { $0.members.contains(site.member.name) }
    }

    private func rules(around site: MemberSite) -> [MemberRule] {
        guard let owner = site.path.dropLast().last else { return subject.operation.rules }
        switch owner.member.shape {
        case .structure(let name), .list(.structure(let name), _):
            return subject.builder.structures[name]?.rules ?? []
        default: return []
        }
    }

    private func takesOne(_ shape: Shape) -> Bool {
        guard case .list(_, let list) = shape else { return false }
        return list.count?.agreed.contains(1) ?? true
    }
}

extension Reduction {
    /// Whether it leaves out what holds a path.
    fileprivate func isWithout(above path: String) -> Bool {
        if case .without(let own) = self { path.hasPrefix(own + ".") } else { false }
    }
}
