/// Verifying, listing and deleting addresses and domains.
extension Account {
    mutating func verifyEmail(_ input: Arguments) throws(Refusal) {
        let address = input.required("EmailAddress")
        // Source: truth entry "VerifyEmailAddress, malformed address".
        guard EmailAddress.isPlain(address) else {
            throw .invalidParameterValue("Invalid email address<\(address)>.")
        }
        addAddress(address)
    }

    /// Makes the address's identity if there is none.
    mutating func addAddress(_ address: String) {
        guard identities[address] == nil else { return }
        identities.set(address, Identity(name: address, isVerified: settings.verification == .immediate))
    }

    mutating func verifyDomainIdentity(
        _ input: Arguments, _ context: Context, _ answer: inout AnswerWriter
    ) throws(Refusal) {
        let identity = try addDomain(input.required("Domain"), context)
        answer.leaf("VerificationToken", ifPresent: identity.verificationToken)
    }

    /// The domain's identity, made if there is none.
    mutating func addDomain(_ domain: String, _ context: Context) throws(Refusal) -> Identity {
        guard DomainName.isValid(domain) else { throw .invalidParameterValue("Invalid domain name \(domain).") }
        if let known = identity(domain) { return known }
        let key = Identity.key(domain)
        let identity = Identity(
            name: domain, isVerified: settings.verification == .immediate,
            verificationToken: context.identifiers.verificationToken(for: key))
        identities.set(key, identity)
        return identity
    }

    /// Deleting what is not there succeeds.
    mutating func deleteIdentity(_ input: Arguments) {
        identities.remove(Identity.key(input.required("Identity")))
    }

    /// Takes away addresses only.
    mutating func deleteVerifiedEmailAddress(_ input: Arguments) {
        guard let identity = identity(input.required("EmailAddress")), !identity.isDomain else { return }
        identities.remove(identity.name)
    }

    func listVerifiedEmailAddresses(_ answer: inout AnswerWriter) throws(Refusal) {
        let addresses = identities.values.filter { $0.isVerified && !$0.isDomain }
        try answer.list("VerifiedEmailAddresses", addresses.lazy.map(\.name))
    }

    func listIdentities(_ input: Arguments, _ answer: inout AnswerWriter) throws(Refusal) {
        let start = try pageStart(input, list: "Identities") { token in "Invalid NextToken <\(token)>." }
        let type = input.text("IdentityType")
        // Source: API reference p. 34: 1000 at most.
        let size = max(1, input.integer("MaxItems") ?? 1000)
        let page = identities.page(after: start, size: size) { identity in
            type == nil || type == (identity.isDomain ? "Domain" : "EmailAddress")
        }
        try answer.list("Identities", page.values.lazy.map(\.name))
        answer.leaf("NextToken", ifPresent: page.next.map { PageToken.text($0, list: "Identities") })
    }

    /// Where a page begins.
    ///
    /// - Throws: `InvalidParameterValue` for a token that was not given out for this list.
    func pageStart(_ input: Arguments, list: String, _ complaint: (String) -> String) throws(Refusal) -> UInt64 {
        guard let token = input.given("NextToken") else { return 0 }
        guard let serial = PageToken.serial(token, list: list) else {
            throw .invalidParameterValue(complaint(token))
        }
        return serial
    }

    func getIdentityVerificationAttributes(_ input: Arguments, _ answer: inout AnswerWriter) throws(Refusal) {
        try attributes("VerificationAttributes", input, &answer) { value, identity throws(Refusal) in
            value.leaf("VerificationStatus", identity.isVerified ? "Success" : "Pending")
            value.leaf("VerificationToken", ifPresent: identity.verificationToken)
        }
    }

    /// A map with an entry for each of the identities asked for that the account has.
    ///
    /// Source: truth entry "GetIdentityNotificationAttributes, unknown identity"; the other maps alike.
    func attributes(
        _ name: String, _ input: Arguments, _ answer: inout AnswerWriter, resolvingARNs: Bool = false,
        _ write: (inout AnswerWriter, Identity) throws(Refusal) -> Void
    ) throws(Refusal) {
        var seen: Set<String> = []
        try answer.element(name) { (map: inout AnswerWriter) throws(Refusal) in
            for asked in input.texts("Identities") where seen.insert(asked).inserted {
                let name = resolvingARNs ? (try? self.name(fromARN: asked)) : asked
                guard let name, let identity = identity(name) else { continue }
                try map.entry(asked) { (value: inout AnswerWriter) throws(Refusal) in try write(&value, identity) }
            }
        }
    }
}
