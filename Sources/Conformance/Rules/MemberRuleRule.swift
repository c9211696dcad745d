import SpecModel

/// A rule over several members (either … or …, exactly one of) is enforced from both sides.
struct MemberRuleRule: Rule {
    let id = "member-rule"
    let summary = "A rule over several members (either … or …, exactly one of) is enforced from both sides."
    let subject = "forbidden combination of parameters"

    func cases(for subject: OperationUnderTest) -> [Case] {
        let operation = subject.operation
        let own = operation.rules.flatMap {
            broken($0, at: "", members: operation.parameters, control: subject.builder.minimal(), subject)
        }
        let nested = subject.sendable.flatMap { site -> [Case] in
            guard let structure = structure(of: site.member.shape, subject) else { return [] }
            let isList = site.path[site.path.count - 1].entersList
            let control = subject.builder.request(including: site)
            return structure.rules.flatMap { rule in
                broken(
                    rule, at: site.dotted + (isList ? ".member.1." : "."), members: structure.members,
                    control: control, subject)
            }
        }
        return own + nested
    }

    private func structure(of shape: Shape, _ subject: OperationUnderTest) -> Structure? {
        switch shape {
        case .structure(let name), .list(.structure(let name), _): subject.builder.structures[name]
        default: nil
        }
    }

    private func broken(
        _ rule: MemberRule, at prefix: String, members: [Member], control: Fields, _ subject: OperationUnderTest
    ) -> [Case] {
        // Eight alternatives make no name for a case; the member that holds them does.
        let owner = prefix.replacing(".member.1", with: "").split(separator: ".").joined(separator: "-")
        let place = (owner.isEmpty ? rule.members.joined(separator: "-or-") : owner).kebabCased
        var cases: [Case] = []
        let none = rule.members.reduce(control) { $0.setting(prefix + $1, to: nil) }
        let rest = prefix.isEmpty ? Value.fields(none.fields) : none.value(at: String(prefix.dropLast()))
        if let rest, !rest.isEmpty {
            cases.append(
                negative(rule, "neither-\(place)", "gives none of", prefix, input: none, control: control, subject))
        }
        if case .exactlyOne = rule {
            let sendable = members.filter { rule.members.contains($0.name) && $0.need == nil && !$0.isLater }
                .compactMap { member in subject.builder.example(of: member, .minimal).map { (member.name, $0) } }
            if sendable.count > 1 {
                let both = sendable.prefix(2).reduce(control) { $0.setting(prefix + $1.0, to: $1.1) }
                cases.append(
                    negative(rule, "both-\(place)", "gives two of", prefix, input: both, control: control, subject))
            }
        }
        return cases
    }

    private func negative(
        _ rule: MemberRule, _ name: String, _ what: String, _ prefix: String, input: Fields, control: Fields,
        _ subject: OperationUnderTest
    ) -> Case {
        let members = rule.members.joined(separator: ", ")
        let owner = prefix.replacing(".member.1", with: "").split(separator: ".").joined(separator: ".")
        let place = owner.isEmpty ? "" : " in \(owner)"
        let description = CaseDescription(
            rule: id, name: name, axis: .errors, title: "\(what) \(members)\(place)",
            requirement: "The service MUST refuse a request that \(what) \(members)\(place).",
            source: Evidence(.documented, rule.source), covers: ["rule \(prefix)\(members)"])
        return subject.negative(description, input: input, control: control, failure: subject.refusals.combination)
    }
}
