import SpecModel

/// Why something has no case, as the spec itself says or as follows from the wire format.
enum CoverageReason {
    private static let later = "came with a later version of the service than the reference: never required"

    /// A note on a member that has an example is on the example, and no reason.
    static func ofMember(_ member: Member) -> String? {
        if member.example == nil, let note = member.note { return note }
        return member.isLater ? later : nil
    }

    static func ofError(_ error: ErrorCase) -> String? {
        if case .unreachable(let why) = error.reach { return why }
        return error.isLater ? later : nil
    }

    /// The reason of the member itself, or of the nearest that it is part of and that nothing sends either.
    static func ofParameter(_ site: MemberSite, isUnsent: (String) -> Bool) -> String? {
        for depth in site.path.indices.reversed() where isUnsent(MemberSite.dotted(site.path[...depth])) {
            if let reason = ofMember(site.path[depth].member) { return reason }
        }
        return nil
    }

    /// A structure without its only member is not on the wire at all.
    static func ofRequired(_ site: MemberSite, _ subject: OperationUnderTest) -> String? {
        if subject.isLabel(site) { return "part of the path: without it the request is one of another operation" }
        guard site.path.count > 1, subject.sendable.contains(where: { $0.dotted == site.dotted }),
            MissingRequiredRule.negative(subject, site, rule: "") == nil
        else { return nil }
        return nothingLeft(site.path[site.path.count - 2].member.name)
    }

    /// A structure without the members that a rule wants one of, and no others, is not on the wire at all.
    ///
    /// - Parameters:
    ///   - path: the dotted path before the members.
    ///   - site: the structure, or the list of them.
    static func ofRule(
        _ rule: MemberRule, below path: String, _ site: MemberSite, _ subject: OperationUnderTest
    ) -> String? {
        guard case .atLeastOne = rule else { return nil }
        let request = subject.builder.request(including: site)
        let none = rule.members.reduce(request) { $0.setting(path + $1, to: nil) }
        guard request.value(at: site.dotted) != nil, none.value(at: String(path.dropLast()))?.isEmpty ?? true else {
            return nil
        }
        return nothingLeft(site.member.name)
    }

    private static func nothingLeft(_ owner: String) -> String {
        "without it nothing of \(owner) is sent: the same request as one without \(owner)"
    }
}
