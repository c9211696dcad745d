import Foundation

/// An address or a domain that the account asked to verify, with all that hangs on it.
///
/// Addresses are compared letter by letter, domains whatever their letter case.
/// Source: Amazon SES developer guide, "Verifying Email Addresses" (the whole address is case-sensitive,
/// domain verification is not).
struct Identity: Sendable {
    /// As it was given first.
    let name: String
    var isVerified: Bool
    /// What the TXT record must hold; of domains only.
    var verificationToken: String?
    var dkimTokens: [String] = []
    /// When the keys behind the tokens were made, milliseconds since 1970.
    var dkimKeysMade: Int64?
    /// nil until it is set; an address then follows its domain.
    var dkimEnabled: Bool?
    var forwardingEnabled = true
    /// Topic by notification type.
    var topics: [String: String] = [:]
    var mailFrom: MailFrom?
    var policies = OrderedStore<Policy>()
    /// Each a structure of `Key` and `Value`.
    var tags: [Arguments] = []

    var isDomain: Bool { !name.utf8.contains(UInt8(ascii: "@")) }

    /// What the identity is known by.
    static func key(_ name: String) -> String { name.utf8.contains(UInt8(ascii: "@")) ? name : name.lowercased() }
}

/// A sending authorization policy.
struct Policy: Sendable {
    let name: String
    let text: String

    /// Whether the text can be a policy at all.
    var isObject: Bool { (try? JSONSerialization.jsonObject(with: Data(text.utf8))) is [String: Any] }
}

/// A custom MAIL FROM domain.
struct MailFrom: Sendable {
    let domain: String
    /// `UseDefaultValue` or `RejectMessage`.
    let behavior: String
}

extension Account {
    /// The identity of that name.
    func identity(_ name: String) -> Identity? { identities[Identity.key(name)] }

    /// - Throws: `InvalidParameterValue` if the account does not have it.
    func owned(_ name: String) throws(Refusal) -> Identity {
        guard let identity = identity(name) else { throw .noIdentity(name) }
        return identity
    }

    /// The name within an identity's ARN of this account and region, or the text itself if it is no ARN.
    ///
    /// - Throws: `InvalidParameterValue` for any other ARN.
    func name(fromARN text: String) throws(Refusal) -> String {
        guard text.hasPrefix("arn:") else { return text }
        let prefix = "arn:aws:ses:\(settings.region):\(settings.account):identity/"
        guard text.hasPrefix(prefix), text.utf8.count > prefix.utf8.count else { throw .noIdentity(text) }
        return String(text.dropFirst(prefix.count))
    }

    /// Whether mail may be sent in the name of an address: it is verified, or its domain or one above.
    ///
    /// Source: API reference p. 48; Amazon SES developer guide, "Creating and verifying identities".
    func isVerified(_ address: EmailAddress) -> Bool {
        if identities[address.text]?.isVerified == true { return true }
        return verifiedDomain(of: address) != nil
    }

    /// The nearest verified domain that an address belongs to.
    func verifiedDomain(of address: EmailAddress) -> Identity? {
        var domain = Substring(address.domain.lowercased())
        while true {
            if let identity = identities[String(domain)], identity.isVerified { return identity }
            guard let dot = domain.firstIndex(of: ".") else { return nil }
            domain = domain[domain.index(after: dot)...]
        }
    }
}
