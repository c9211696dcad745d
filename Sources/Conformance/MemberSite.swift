import SpecModel

/// A member at the place where it stands in an operation's request, however deep.
struct MemberSite: Sendable {
    struct Part: Sendable {
        let member: Member
        /// Whether the member's value is a list, of which the site is in the first member.
        let entersList: Bool
        /// Members that may not stand beside it.
        let rivals: [String]
    }

    /// From the operation's parameter down to the member.
    let path: [Part]

    /// `Rule.Actions.member.1.S3Action.BucketName`.
    let dotted: String

    init(path: [Part]) {
        self.path = path
        dotted = MemberSite.dotted(path[...])
    }

    var member: Member { path[path.count - 1].member }

    /// `rule-actions-s3-action-bucket-name`.
    var kebab: String { path.map { $0.member.name.kebabCased }.joined(separator: "-") }

    /// Whether every member above it is required, so that the minimal request has its owner.
    var isReachedByRequired: Bool { path.dropLast().allSatisfy(\.member.required) }

    /// The text that stands at the site, or the first of a list of texts, with its path.
    var text: (shape: Shape.Text, path: String)? {
        switch member.shape {
        case .text(let text): (text, dotted)
        case .list(.text(let text), _): (text, "\(dotted).member.1")
        default: nil
        }
    }

    static func dotted(_ path: ArraySlice<Part>) -> String {
        var parts: [String] = []
        for (index, part) in path.enumerated() {
            parts.append(part.member.name)
            if part.entersList, index < path.count - 1 { parts.append("member.1") }
        }
        return parts.joined(separator: ".")
    }

    /// Every site of an operation's request, in the reference's order, owners before what they own.
    static func all(of operation: Operation, structures: [String: Structure]) -> [MemberSite] {
        operation.parameters.flatMap { member in
            sites(
                member, above: [], rivals: rivals(of: member.name, operation.rules), structures: structures)
        }
    }

    private static func sites(
        _ member: Member, above: [Part], rivals siblings: [String], structures: [String: Structure]
    ) -> [MemberSite] {
        let (structure, isList) = inner(member.shape, structures)
        let path = above + [Part(member: member, entersList: isList, rivals: siblings)]
        guard let structure, path.count < 8 else { return [MemberSite(path: path)] }
        let below = structure.members.flatMap { part in
            sites(part, above: path, rivals: rivals(of: part.name, structure.rules), structures: structures)
        }
        return [MemberSite(path: path)] + below
    }

    private static func inner(_ shape: Shape, _ structures: [String: Structure]) -> (Structure?, Bool) {
        switch shape {
        case .structure(let name): (structures[name], false)
        case .list(.structure(let name), _): (structures[name], true)
        case .list: (nil, true)
        default: (nil, false)
        }
    }

    private static func rivals(of name: String, _ rules: [MemberRule]) -> [String] {
        rules.flatMap { rule -> [String] in
            guard case .exactlyOne(let names, _) = rule, names.contains(name) else { return [] }
            return names.filter { $0 != name }
        }
    }
}

extension String {
    /// `BehaviorOnMXFailure` → `behavior-on-mx-failure`, `S3Action` → `s3-action`, `UTF-8` → `utf-8`.
    var kebabCased: String {
        var result = ""
        let characters = Array(self)
        for (index, character) in characters.enumerated() {
            guard character.isLetter || character.isNumber else {
                if !result.hasSuffix("-"), !result.isEmpty { result += "-" }
                continue
            }
            if character.isUppercase, index > 0, !result.hasSuffix("-") {
                let previous = characters[index - 1]
                let next = index + 1 < characters.count ? characters[index + 1] : nil
                if previous.isLowercase || (previous.isNumber && next?.isLowercase == true)
                    || (previous.isUppercase && next?.isLowercase == true)
                {
                    result += "-"
                }
            }
            result += character.lowercased()
        }
        return result.hasSuffix("-") ? String(result.dropLast()) : result
    }
}
