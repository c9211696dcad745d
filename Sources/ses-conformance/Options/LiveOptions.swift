import Conformance

/// How the real service, or what stands in for it, is treated with care.
///
/// `--live` only ever adds rules: with it any endpoint is treated as the real service, so that a run there can be
/// rehearsed on `serve`.
struct LiveOptions: Sendable {
    static let live = Flag(
        "live", "treat the endpoint as the real service, which amazonaws.com must be: mail is sent and may be charged")
    static let domain = Option.text("domain", "DOMAIN", "with --live: identities are verified below this one only")
    static let yes = Flag("yes", "with --live: don't ask before anything is made or sent")

    static let options: [any AnyOption] = [live, domain, yes]

    /// Where identities may be verified; nil for nowhere.
    let domain: String?
    /// Whether the user agreed beforehand.
    let isAgreed: Bool
    /// What names cases: ids, and operations with or without their API.
    let names: Set<String>

    /// - Returns: nil without `--live`.
    /// - Throws: ``UsageError`` for a domain that is none, and for options that want `--live`.
    init?(_ arguments: Arguments) throws(UsageError) {
        domain = try arguments.value(Self.domain)
        isAgreed = arguments.has(Self.yes)
        names = Set(arguments.operands)
        guard arguments.has(Self.live) else {
            if domain != nil { throw .conflict("--domain goes with --live: add it, or leave --domain out") }
            return nil
        }
        if let domain, domain.wholeMatch(of: /([A-Za-z0-9-]+\.)+[A-Za-z]{2,}/) == nil {
            throw .conflict("--domain got '\(domain)': expected a domain of yours, such as ses-test.example.org")
        }
    }

    /// Whether the user named a case, by itself or by its operation; a glob names nothing.
    func name(_ case: Case) -> Bool {
        names.contains(`case`.id) || names.contains(`case`.operation)
            || names.contains("\(`case`.api.rawValue)/\(`case`.operation)")
    }
}
