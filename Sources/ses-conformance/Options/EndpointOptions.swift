import Conformance
import Foundation
import SpecModel
import Wire

/// Where requests go, how they are signed, and how fast they are sent.
struct EndpointOptions: Sendable {
    static let endpoint = Option.text("endpoint", "URL", "whom to judge, such as http://127.0.0.1:5000")
    static let target = Option<Target>.oneOf(
        "target", "NAME", "presets for moto, ministack or localstack: credentials, reset and time-outs")
    static let jobs = Option.integer("jobs", "N", 1...256, "cases at a time; 8 where nothing is said, 1 with --live")
    static let rate = Option<Double>("rate", "N/s", "requests a second at most; 1/s where nothing is said with --live")
    {
        text throws(InvalidValue) in try RequestRate.read(text)
    }
    static let timeout = Option<Duration>("timeout", "S", "seconds for each exchange; 10 where nothing is said") {
        text throws(InvalidValue) in try TimeLimit.read(text)
    }
    static let reset = Option.text(
        "reset", "URL", "where a POST empties the endpoint before the run; a path is taken at the endpoint")
    static let sender = Option.text("sender", "ADDRESS", "a verified address to send from")
    static let resource = ResourceOption.option

    /// For any endpoint but the real service.
    static let options: [any AnyOption] = [endpoint, target, jobs, rate, timeout, reset, sender, resource]
    static let section = OptionSection(options + LiveOptions.options, title: "Endpoint")

    static let environment =
        [
            Variable("AWS_ENDPOINT_URL_SES", "the endpoint, where --endpoint does not say it"),
            Variable("AWS_ENDPOINT_URL", "the endpoint, where neither of the two says it"),
            Variable("AWS_ACCESS_KEY_ID", "who signs; a loopback endpoint needs none"),
            Variable("AWS_SECRET_ACCESS_KEY", "the key to sign with"),
            Variable("AWS_SESSION_TOKEN", "the token that belongs to a temporary key"),
            Variable("AWS_REGION", "the region to sign for; us-east-1 where nothing says it"),
            Variable("AWS_DEFAULT_REGION", "the region, where AWS_REGION does not say it"),
            Variable("HTTPS_PROXY", "the proxy for https, as ALL_PROXY; http goes through none"),
            Variable("NO_PROXY", "hosts that are asked without a proxy, with commas between; * for all"),
        ] + StateFolder.variables

    /// Whom to judge; nil for the reference service in this process.
    let url: EndpointURL?
    let target: Target?
    let credentials: Credentials
    let region: String
    /// Cases at a time.
    let jobs: Int
    /// Requests a second; nil for no limit.
    let rate: Double?
    /// For each exchange.
    let timeout: Duration
    /// Where a POST empties the endpoint: its target is the URL's path.
    let reset: EndpointURL?
    let sender: String?
    let resources: [Need: String]
    /// nil for an endpoint that is not treated as the real service.
    let live: LiveOptions?
    /// Where the run is journalled.
    let journals: JournalFolder
    /// What to say on standard error before anything is sent, a line each.
    let warnings: [String]

    /// - Throws: ``UsageError`` for a URL that is none, for the real service without `--live`, for
    ///   credentials that are halves or missing, and for options that need an endpoint and have none.
    init(_ arguments: Arguments) throws(UsageError) {
        let target = try arguments.value(Self.target)
        let url = try Self.url(arguments)
        live = try LiveOptions(arguments)
        let isLive = live != nil
        if let url, url.isAmazon, !isLive {
            throw .conflict("\(url) is the real service: add --live to send requests there")
        }
        if url == nil, isLive { throw .conflict("--live needs an endpoint: add --endpoint URL") }
        if url == nil, let target {
            throw .conflict("--target \(target.rawValue) needs an endpoint: add --endpoint \(target.usualEndpoint)")
        }
        let given = try Self.credentials(arguments)
        if let given {
            credentials = given
        } else {
            credentials = try Self.dummyCredentials(for: url, target, isLive: isLive)
        }
        region = Self.region(arguments) ?? url.flatMap(Self.region) ?? "us-east-1"
        jobs = try arguments.value(Self.jobs) ?? (isLive ? 1 : 8)
        rate = try arguments.value(Self.rate) ?? (isLive ? 1 : nil)
        timeout = try arguments.value(Self.timeout) ?? target?.timeout ?? .seconds(10)
        reset = try Self.reset(arguments, url, target, isLive: isLive)
        sender = try arguments.value(Self.sender)
        resources = try ResourceOption.resources(arguments)
        journals = StateFolder.journals(arguments)
        warnings = Self.warnings(url, hasCredentials: given != nil)
        self.url = url
        self.target = target
    }

    /// The URL that an option or a variable names; nil where none does.
    static func url(_ arguments: Arguments) throws(UsageError) -> EndpointURL? {
        if let text = try arguments.value(endpoint) {
            do {
                return try EndpointURL(text)
            } catch {
                throw .conflict("--endpoint: \(error)")
            }
        }
        for name in ["AWS_ENDPOINT_URL_SES", "AWS_ENDPOINT_URL"] {
            guard let text = arguments.variable(name) else { continue }
            do {
                return try EndpointURL(text)
            } catch {
                throw .conflict("environment variable \(name): \(error)")
            }
        }
        return nil
    }

    static func credentials(_ arguments: Arguments) throws(UsageError) -> Credentials? {
        let id = arguments.variable("AWS_ACCESS_KEY_ID")
        let secret = arguments.variable("AWS_SECRET_ACCESS_KEY")
        switch (id, secret) {
        case (nil, nil): return nil
        case (let id?, let secret?):
            let token = arguments.variable("AWS_SESSION_TOKEN")
            return Credentials(accessKeyID: id, secretAccessKey: secret, sessionToken: token)
        case (_?, nil): throw .conflict("AWS_ACCESS_KEY_ID is set and AWS_SECRET_ACCESS_KEY is not: set both or none")
        case (nil, _?): throw .conflict("AWS_SECRET_ACCESS_KEY is set and AWS_ACCESS_KEY_ID is not: set both or none")
        }
    }

    /// What emulators take from anybody; never sent to a stranger who was not named as an emulator.
    private static func dummyCredentials(
        for url: EndpointURL?, _ target: Target?, isLive: Bool
    ) throws(UsageError) -> Credentials {
        if isLive {
            throw .conflict("--live needs credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY")
        }
        if let url, !url.isLoopback, target == nil || url.isAmazon {
            throw .conflict(
                "\(url) is not on this machine and there are no credentials to sign with: "
                    + "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY")
        }
        return .dummy
    }

    static func region(_ arguments: Arguments) -> String? {
        arguments.variable("AWS_REGION") ?? arguments.variable("AWS_DEFAULT_REGION")
    }

    /// `eu-west-1` of `email.eu-west-1.amazonaws.com`.
    private static func region(_ url: EndpointURL) -> String? {
        guard url.isAmazon else { return nil }
        return url.host.split(separator: ".").first { $0.wholeMatch(of: /[a-z]{2}(-[a-z]+)+-[0-9]+/) != nil }
            .map(String.init)
    }

    private static func reset(
        _ arguments: Arguments, _ url: EndpointURL?, _ target: Target?, isLive: Bool
    ) throws(UsageError) -> EndpointURL? {
        guard let text = try arguments.value(reset) ?? target?.resetPath else { return nil }
        guard let url else {
            throw .conflict("--reset needs an endpoint: without one every run has a fresh reference service")
        }
        if isLive { throw .conflict("--reset can't empty an account of the real service: leave it out") }
        do {
            return try EndpointURL(text.hasPrefix("/") ? "\(url.scheme.rawValue)://\(url.authority)\(text)" : text)
        } catch {
            throw .conflict("--reset: \(error)")
        }
    }

    private static func warnings(_ url: EndpointURL?, hasCredentials: Bool) -> [String] {
        guard let url, url.scheme == .http, !url.isLoopback, hasCredentials else { return [] }
        return [
            "warning: requests to \(url) are signed with your credentials and go over the network in the clear; "
                + "unset AWS_ACCESS_KEY_ID or use https"
        ]
    }
}

extension Credentials {
    /// What emulators take from anybody.
    static let dummy = Credentials(accessKeyID: "test", secretAccessKey: "test")
}
