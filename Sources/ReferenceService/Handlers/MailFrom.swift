/// Custom MAIL FROM domains.
extension Account {
    mutating func setIdentityMailFromDomain(_ input: Arguments) throws(Refusal) {
        let name = input.required("Identity")
        // Source: truth entry "SetIdentityMailFromDomain, identity unknown".
        guard let identity = identity(name) else {
            throw .invalidParameterValue("Identity <\(name)> does not exist.")
        }
        var mailFrom: MailFrom?
        if let domain = input.given("MailFromDomain") {
            try checkMailFrom(domain, identity)
            mailFrom = MailFrom(domain: domain, behavior: input.given("BehaviorOnMXFailure") ?? "UseDefaultValue")
        }
        identities.update(Identity.key(identity.name)) { $0.mailFrom = mailFrom }
    }

    /// Source: API reference p. 60: it must be a subdomain of the identity.
    private func checkMailFrom(_ domain: String, _ identity: Identity) throws(Refusal) {
        guard DomainName.isValid(domain) else { throw .invalidParameterValue("Invalid domain name \(domain).") }
        let parent = identity.name.split(separator: "@").last.map { $0.lowercased() } ?? ""
        guard domain.lowercased().hasSuffix("." + parent) else {
            throw .invalidParameterValue(
                "MAIL FROM domain <\(domain)> is not a subdomain of the domain of identity <\(identity.name)>.")
        }
    }

    func getIdentityMailFromDomainAttributes(_ input: Arguments, _ answer: inout AnswerWriter) throws(Refusal) {
        try attributes("MailFromDomainAttributes", input, &answer) { value, identity throws(Refusal) in
            guard let mailFrom = identity.mailFrom else {
                // What an identity without a MAIL FROM domain shows was published of v2 only: this member alone.
                return value.leaf("BehaviorOnMXFailure", "UseDefaultValue")
            }
            value.leaf("MailFromDomain", mailFrom.domain)
            value.leaf("MailFromDomainStatus", hasMailExchanger(mailFrom) ? "Success" : "Pending")
            value.leaf("BehaviorOnMXFailure", mailFrom.behavior)
        }
    }

    /// Whether the MX record is there; without a DNS, it is where the surroundings name the domain.
    func hasMailExchanger(_ mailFrom: MailFrom) -> Bool { settings.resources.contains(mailFrom.domain) }
}
