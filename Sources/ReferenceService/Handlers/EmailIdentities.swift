/// Identities as v2 shows them.
extension Account {
    /// Source: API v2 reference, CreateEmailIdentity; truth entry "new address".
    mutating func createEmailIdentity(
        _ input: Arguments, _ context: Context, _ answer: inout JSONAnswerWriter
    ) throws(Refusal) {
        let name = input.required("EmailIdentity")
        let isDomain = !name.utf8.contains(UInt8(ascii: "@"))
        guard isDomain ? DomainName.isValid(name) : EmailAddress.isPlain(name) else {
            throw .badRequest(isDomain ? "Invalid domain name \(name)." : "Invalid email address<\(name)>.")
        }
        guard self.identity(name) == nil else { throw .taken("Email identity \(name) already exist.") }
        try checkConfigurationSet(input.given("ConfigurationSetName"))
        if isDomain { _ = try addDomain(name, context) } else { addAddress(name) }
        let key = Identity.key(name)
        identities.update(key) { identity in
            identity.tags = input.structures("Tags")
            guard isDomain else { return }
            identity.dkimTokens = context.identifiers.dkimTokens(for: key)
            identity.dkimKeysMade = context.now
            identity.dkimEnabled = true
        }
        guard let identity = identities[key] else { return }
        answer.leaf("IdentityType", identity.type)
        answer.leaf("VerifiedForSendingStatus", identity.isVerified)
        if isDomain { writeDkim(of: identity, &answer) }
    }

    mutating func deleteEmailIdentity(_ input: Arguments) throws(Refusal) {
        identities.remove(Identity.key(try emailIdentity(input).name))
    }

    /// Source: API v2 reference, GetEmailIdentity; truth entries "pending address" and "pending domain".
    func getEmailIdentity(_ input: Arguments, _ answer: inout JSONAnswerWriter) throws(Refusal) {
        let identity = try emailIdentity(input)
        answer.leaf("IdentityType", identity.type)
        answer.leaf("FeedbackForwardingStatus", identity.forwardingEnabled)
        answer.leaf("VerifiedForSendingStatus", identity.isVerified)
        writeDkim(of: identity, &answer)
        answer.object("MailFromAttributes") { attributes in
            if let mailFrom = identity.mailFrom {
                attributes.leaf("MailFromDomain", mailFrom.domain)
                attributes.leaf("MailFromDomainStatus", hasMailExchanger(mailFrom) ? "SUCCESS" : "PENDING")
            }
            let rejects = identity.mailFrom?.behavior == "RejectMessage"
            attributes.leaf("BehaviorOnMxFailure", rejects ? "REJECT_MESSAGE" : "USE_DEFAULT_VALUE")
        }
        answer.policies(of: identity)
        answer.tags(identity.tags)
        answer.leaf("VerificationStatus", identity.status)
        // What a look at the DNS has brought; there is none here.
        answer.object("VerificationInfo") { _ in }
    }

    /// Source: truth entry "one identity" of ListEmailIdentities; the public service model has pages of 1,000.
    func listEmailIdentities(_ input: Arguments, _ answer: inout JSONAnswerWriter) throws(Refusal) {
        let list = "EmailIdentities"
        let start = try pageStart(input, list: list) { token in "Invalid NextToken <\(token)>." }
        let page = identities.page(after: start, size: pageSize(input, usually: 1000))
        answer.list(list, page.values) { member, identity in
            member.leaf("IdentityType", identity.type)
            member.leaf("IdentityName", identity.name)
            member.leaf("SendingEnabled", identity.isVerified)
            member.leaf("VerificationStatus", identity.status)
        }
        answer.leaf("NextToken", ifPresent: page.next.map { PageToken.text($0, list: list) })
    }

    /// - Throws: `NotFoundException` if the account does not have it.
    func emailIdentity(_ input: Arguments) throws(Refusal) -> Identity {
        let name = input.required("EmailIdentity")
        // Source: truth entry "identity missing" of the policy operations.
        guard let identity = identity(name) else { throw .notFound("Email identity <\(name)> does not exist.") }
        return identity
    }

    /// Keys of identities without tokens are shown as an address's were.
    private func writeDkim(of identity: Identity, _ answer: inout JSONAnswerWriter) {
        let state = dkimState(of: identity)
        answer.object("DkimAttributes") { attributes in
            attributes.leaf("SigningEnabled", state.enabled)
            attributes.leaf("Status", state.status.uppercasedWords)
            if !state.tokens.isEmpty { attributes.list("Tokens", state.tokens) }
            attributes.leaf("SigningAttributesOrigin", "AWS_SES")
            guard !state.tokens.isEmpty else {
                return attributes.leaf("NextSigningKeyLength", "RSA_1024_BIT")
            }
            attributes.leaf("NextSigningKeyLength", "RSA_2048_BIT")
            attributes.leaf("CurrentSigningKeyLength", "RSA_2048_BIT")
            if let made = state.keysMade { attributes.leaf("LastKeyGenerationTimestamp", milliseconds: made) }
        }
    }
}

extension Identity {
    fileprivate var type: String { isDomain ? "DOMAIN" : "EMAIL_ADDRESS" }
    fileprivate var status: String { isVerified ? "SUCCESS" : "PENDING" }
}

extension String {
    /// `NOT_STARTED` of `NotStarted`.
    fileprivate var uppercasedWords: String {
        reduce(into: "") { result, letter in
            if letter.isUppercase, !result.isEmpty { result += "_" }
            result += letter.uppercased()
        }
    }
}
