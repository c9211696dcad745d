/// Easy DKIM.
extension Account {
    mutating func verifyDomainDkim(
        _ input: Arguments, _ context: Context, _ answer: inout AnswerWriter
    ) throws(Refusal) {
        let domain = Identity.key(try addDomain(input.required("Domain"), context).name)
        identities.update(domain) { identity in
            guard identity.dkimTokens.isEmpty else { return }
            identity.dkimTokens = context.identifiers.dkimTokens(for: domain)
            identity.dkimKeysMade = context.now
        }
        try answer.list("DkimTokens", identities[domain]?.dkimTokens ?? [])
    }

    /// Signing needs a domain that was set up with VerifyDomainDkim.
    ///
    /// Source: API reference p. 56; the wording keeps to the pattern that a live suite asserted in 2012.
    mutating func setIdentityDkimEnabled(_ input: Arguments) throws(Refusal) {
        let name = input.required("Identity")
        let enabled = input.boolean("DkimEnabled") ?? false
        guard let identity = identity(name), !enabled || !dkimTokens(of: identity).isEmpty else {
            throw .invalidParameterValue("Identity \(name) is not verified for DKIM signing.")
        }
        identities.update(Identity.key(identity.name)) { $0.dkimEnabled = enabled }
    }

    /// Addresses show the state and the tokens of their domain.
    ///
    /// Source: API reference p. 21; claimed by floci-io/floci PR #1904.
    func getIdentityDkimAttributes(_ input: Arguments, _ answer: inout AnswerWriter) throws(Refusal) {
        try attributes("DkimAttributes", input, &answer) { value, identity throws(Refusal) in
            let state = dkimState(of: identity)
            value.leaf("DkimEnabled", state.enabled)
            value.leaf("DkimVerificationStatus", state.status)
            if !state.tokens.isEmpty { try value.list("DkimTokens", state.tokens) }
        }
    }

    /// What both APIs show of an identity, each in its own words.
    func dkimState(of identity: Identity) -> DkimState {
        let domain = domain(of: identity)
        let tokens = domain?.dkimTokens ?? []
        return DkimState(
            enabled: identity.dkimEnabled ?? domain?.dkimEnabled ?? false, status: dkimStatus(tokens), tokens: tokens,
            keysMade: domain?.dkimKeysMade)
    }

    private func dkimTokens(of identity: Identity) -> [String] { domain(of: identity)?.dkimTokens ?? [] }

    /// The identity itself if it is a domain, or the domain of the address.
    private func domain(of identity: Identity) -> Identity? {
        if identity.isDomain { return identity }
        return self.identity(identity.name.split(separator: "@").last.map(String.init) ?? "")
    }

    private func dkimStatus(_ tokens: [String]) -> String {
        if tokens.isEmpty { return "NotStarted" }
        return settings.verification == .immediate ? "Success" : "Pending"
    }
}

/// Whether an identity's mail is signed.
struct DkimState {
    let enabled: Bool
    /// As v1 spells it.
    let status: String
    let tokens: [String]
    /// Milliseconds since 1970.
    let keysMade: Int64?
}
