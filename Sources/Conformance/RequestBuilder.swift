import SpecModel

/// Composes an operation's requests from the examples of its members.
struct RequestBuilder: Sendable {
    let operation: Operation
    let structures: [String: Structure]
    private var required = Fields()
    private var all = Fields()

    /// How much of a structure's optional members goes in.
    enum Extent { case minimal, complete }

    init(operation: Operation, structures: [String: Structure]) {
        self.operation = operation
        self.structures = structures
        required = Fields(fields(operation.parameters, rules: operation.rules, .minimal))
        all = Fields(fields(operation.parameters, rules: operation.rules, .complete))
    }

    /// The required members only, rules over several members satisfied.
    func minimal() -> Fields { required }

    /// Every member that has an example and needs nothing of the endpoint.
    func complete() -> Fields { all }

    /// The minimal request and the member at a site, with what its owners require.
    func request(including site: MemberSite) -> Fields {
        var request = minimal()
        for depth in site.path.indices {
            let part = site.path[depth]
            let path = MemberSite.dotted(site.path[...depth])
            if request.value(at: path) == nil, let value = example(of: part.member, .minimal) {
                request = request.setting(path, to: value)
            }
            let owner = MemberSite.ownerPath(of: MemberSite(path: Array(site.path[...depth])))
            for rival in part.rivals {
                request = request.setting(owner.isEmpty ? rival : "\(owner).\(rival)", to: nil)
            }
        }
        return request
    }

    /// The value that cases send for a member; nil where it can't be sent.
    func example(of member: Member, _ extent: Extent) -> Value? {
        member.example ?? example(of: member.shape, extent)
    }

    private func example(of shape: Shape, _ extent: Extent) -> Value? {
        switch shape {
        case .structure(let name):
            guard let structure = structures[name] else { return nil }
            let fields = fields(structure.members, rules: structure.rules, extent)
            return fields.isEmpty ? nil : .fields(fields)
        case .list(let member, _):
            return example(of: member, extent).map { .list([$0]) }
        default:
            return nil
        }
    }

    private func fields(_ members: [Member], rules: [MemberRule], _ extent: Extent) -> [Field] {
        let chosen = Set(rules.compactMap { choice(of: $0, members)?.name })
        let refused = Set(
            rules.flatMap { rule -> [String] in
                guard case .exactlyOne(let names, _) = rule else { return [] }
                return names.filter { !chosen.contains($0) }
            })
        return members.compactMap { member -> Field? in
            let wanted = member.required || member.isUsual || chosen.contains(member.name)
            let optional = extent == .complete && !member.isLater && !needsSomething(member)
            guard wanted || optional, !refused.contains(member.name) else { return nil }
            return example(of: member, extent).map { Field(member.name, $0) }
        }
    }

    /// The first member that satisfies a rule and needs nothing, else the first that can be sent.
    private func choice(of rule: MemberRule, _ members: [Member]) -> Member? {
        let candidates = rule.members.compactMap { name in members.first { $0.name == name } }
            .filter { example(of: $0, .minimal) != nil }
        return candidates.first { !needsSomething($0) } ?? candidates.first
    }

    /// Whether sending the member's minimal example asks something of the endpoint.
    func needsSomething(_ member: Member) -> Bool {
        if member.need != nil { return true }
        guard member.example == nil else { return false }
        switch member.shape {
        case .structure(let name), .list(.structure(let name), _):
            guard let structure = structures[name] else { return false }
            return structure.members.contains { $0.required && needsSomething($0) }
        default:
            return false
        }
    }
}
