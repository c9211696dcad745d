import SpecModel

/// A request without a required parameter is refused, at every depth.
struct MissingRequiredRule: Rule {
    let id = "missing-required"
    let summary = "A request without a required parameter is refused, at every depth."
    let subject = "missing required parameter"

    func cases(for subject: OperationUnderTest) -> [Case] {
        subject.sendable.filter(\.member.required).compactMap { MissingRequiredRule.negative(subject, $0, rule: id) }
    }

    /// The request without the member at a site; nil where nothing tells it from one without its owner, or where it
    /// is part of the path.
    static func negative(
        _ subject: OperationUnderTest, _ site: MemberSite, rule: String, name: String? = nil, axis: Axis = .errors,
        scope: Case.Scope = .everything
    ) -> Case? {
        guard !subject.isLabel(site), let control = request(subject, keepingOwnerOf: site) else { return nil }
        let description = CaseDescription(
            rule: rule, name: name ?? "missing-\(site.kebab)", axis: axis, title: "omits \(site.dotted)",
            requirement: "The service MUST answer 400 to a request without \(site.dotted).",
            source: .documented(page: subject.operation.page), covers: ["required \(site.dotted)"],
            scope: scope)
        // A form can't tell an absent list from an empty one.
        let refusals = subject.refusals
        let failure: Failure = if case .list = site.member.shape { refusals.empty } else { refusals.missing }
        return subject.negative(
            description, input: control.setting(site.dotted, to: nil), control: control, failure: failure)
    }

    /// A valid request in which the member's owner is still sent when the member is taken out.
    private static func request(_ subject: OperationUnderTest, keepingOwnerOf site: MemberSite) -> Fields? {
        let request = subject.builder.request(including: site)
        guard site.path.count > 1 else { return request }
        let owner = MemberSite.ownerPath(of: site)
        if let rest = request.setting(site.dotted, to: nil).value(at: owner), !rest.isEmpty { return request }
        let rivals = site.path[site.path.count - 1].rivals
        let siblings = subject.sendable.filter { sibling in
            sibling.path.count == site.path.count && MemberSite.ownerPath(of: sibling) == owner
                && sibling.dotted != site.dotted && !rivals.contains(sibling.member.name)
        }
        guard let sibling = siblings.first(where: { $0.member.need == nil }) ?? siblings.first,
            let value = subject.builder.example(of: sibling.member, .minimal)
        else { return nil }
        return request.setting(sibling.dotted, to: value)
    }
}

extension MemberSite {
    /// The dotted path of the structure that the site's member belongs to; empty at the top.
    static func ownerPath(of site: MemberSite) -> String {
        guard site.path.count > 1 else { return "" }
        let owner = site.path[site.path.count - 2]
        return dotted(site.path.dropLast()) + (owner.entersList ? ".member.1" : "")
    }
}
