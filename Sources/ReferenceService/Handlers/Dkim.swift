/// Easy DKIM.
extension Account {
    mutating func verifyDomainDkim(
        _ input: Arguments, _ context: Context, _ answer: inout AnswerWriter
    ) throws(Refusal) {
        let domain = Identity.key(try addDomain(input.required("Domain"), context).name)
        identities.update(domain) { identity in
            if identity.dkimTokens.isEmpty { identity.dkimTokens = context.identifiers.dkimTokens(for: domain) }
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
            let tokens = dkimTokens(of: identity)
            value.leaf("DkimEnabled", identity.dkimEnabled ?? domain(of: identity)?.dkimEnabled ?? false)
            value.leaf("DkimVerificationStatus", dkimStatus(tokens))
            if !tokens.isEmpty { try value.list("DkimTokens", tokens) }
        }
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
