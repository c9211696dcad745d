import SpecModel
import Wire

/// What an instance of the service has been told about its account and its surroundings.
public struct Settings: Sendable {
    /// Whether mail may go to anybody, or only to verified identities and the mailbox simulator.
    public enum Access: Sendable, Hashable { case production, sandbox }

    /// How soon an identity and its DKIM tokens count as verified.
    public enum Verification: Sendable, Hashable {
        /// With the call that asks for it.
        case immediate
        /// Never: there is neither a mailbox to confirm from nor a DNS to read.
        case pending
    }

    public var access: Access
    public var verification: Verification
    /// Such as `us-east-1`.
    public var region: String
    /// Twelve digits.
    public var account: String
    /// What exists outside of the service: topics, buckets, functions, keys, organizations.
    public var resources: Resources
    /// The sending limits; nil takes those of the access.
    public var quota: Quota?
    /// Who may sign, by Signature Version 4 only; nil accepts every well-formed signature.
    public var credentials: Credentials?
    /// Requests a second before the service answers `Throttling`; nil never does.
    public var throttle: Double?

    public init(
        access: Access = .production, verification: Verification = .immediate, region: String = "us-east-1",
        account: String = "123456789012", resources: Resources = .standard, quota: Quota? = nil,
        credentials: Credentials? = nil, throttle: Double? = nil
    ) {
        self.access = access
        self.verification = verification
        self.region = region
        self.account = account
        self.resources = resources
        self.quota = quota
        self.credentials = credentials
        self.throttle = throttle
    }

    /// The limits in force.
    var limits: Quota { quota ?? (access == .sandbox ? .sandbox : .production) }
}

/// How much mail an account may send.
public struct Quota: Sendable, Hashable {
    /// Recipients in 24 hours; -1 for no limit.
    public var daily: Double
    /// Mails a second, as told; only ``Settings/throttle`` slows anybody down.
    public var rate: Double

    public init(daily: Double, rate: Double) {
        self.daily = daily
        self.rate = rate
    }

    /// Source: truth entry "GetSendQuota, sandbox account".
    public static let sandbox = Quota(daily: 200, rate: 1)
    /// A large account's; what the service grants is for it to decide.
    public static let production = Quota(daily: 1_000_000, rate: 500)
}

/// Which of the things outside of the service exist and let it in.
public struct Resources: Sendable, Hashable {
    /// Topics, functions, keys and organizations by ARN, buckets and MAIL FROM domains with an MX record by name.
    public var names: Set<String>
    /// Whether everything that is well-formed exists.
    public var acceptsAny: Bool

    public init(_ names: Set<String>, acceptsAny: Bool = false) {
        self.names = names
        self.acceptsAny = acceptsAny
    }

    /// What the need of a case stands for unless the user names another.
    public static let standard = Resources(Set(Need.allCases.compactMap(\.defaultResource)))

    /// Whatever is well-formed exists, so that no operation ever misses a topic, a bucket or a function.
    public static let any = Resources([], acceptsAny: true)

    /// The same with more.
    public func adding(_ more: some Sequence<String>) -> Resources {
        Resources(names.union(more), acceptsAny: acceptsAny)
    }

    func contains(_ name: String) -> Bool { acceptsAny || names.contains(name) }
}
