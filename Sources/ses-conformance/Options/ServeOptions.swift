import SpecModel
import Wire

/// Everything that `serve` is called with.
struct ServeOptions: Sendable {
    /// How soon identities verify.
    enum Verification: String, Sendable, CaseIterable { case immediate, pending }

    static let port = Option.integer(
        "port", "N", 0...65535, "the port on 127.0.0.1; 0, which is usual, takes a free one")
    static let sandbox = Flag("sandbox", "a sandbox account: mail goes to verified recipients only")
    static let verification = Option<Verification>.oneOf(
        "verification", "WHEN", "when identities verify: immediate, which is usual, or pending, which is never")
    static let verifiesSignatures = Flag(
        "verify-signatures", "refuse requests that the usual AWS key, or test with the secret test, did not sign")
    static let throttle = Option<Double>(
        "throttle", "N/s", "answer Throttling to more requests a second than this; never where nothing is said"
    ) { text throws(InvalidValue) in try RequestRate.read(text) }
    static let region = Option.text("region", "REGION", "the region that ARNs and answers name")

    static let declaration = CommandDeclaration(
        "serve", "put the reference service on a port of this machine",
        discussion: [
            "The service keeps what it is sent and delivers nothing; what mail it accepted is read at "
                + "/_ses-conformance/messages. It ends with ctrl-C, and forgets everything."
        ],
        sections: [
            OptionSection([port, sandbox, verification, verifiesSignatures, throttle, region, ResourceOption.option])
        ],
        examples: [
            Example(
                "ses-conformance serve --port 8025",
                "then: AWS_ENDPOINT_URL_SES=http://127.0.0.1:8025 aws ses get-send-quota"),
            Example("ses-conformance serve --sandbox --verification pending", "as strict as a new account is"),
        ],
        environment: [
            Variable("AWS_ACCESS_KEY_ID", "the key of --verify-signatures; test where nothing says it"),
            Variable("AWS_SECRET_ACCESS_KEY", "its secret; test where nothing says it"),
            Variable("AWS_SESSION_TOKEN", "the token that belongs to a temporary key"),
            Variable("AWS_REGION", "the region, where --region does not say it"),
            Variable("AWS_DEFAULT_REGION", "the region, where neither of the two says it"),
        ])

    let port: Int
    let isSandbox: Bool
    let verification: Verification
    /// Who may sign; nil for anybody.
    let credentials: Credentials?
    /// Requests a second; nil for no limit.
    let throttle: Double?
    let region: String
    /// What exists outside of the service, beside what cases use by default.
    let resources: [Need: String]

    init(_ arguments: Arguments) throws(UsageError) {
        port = try arguments.value(Self.port) ?? 0
        isSandbox = arguments.has(Self.sandbox)
        verification = try arguments.value(Self.verification) ?? .immediate
        credentials =
            arguments.has(Self.verifiesSignatures) ? try EndpointOptions.credentials(arguments) ?? .dummy : nil
        throttle = try arguments.value(Self.throttle)
        region = try arguments.value(Self.region) ?? EndpointOptions.region(arguments) ?? "us-east-1"
        resources = try ResourceOption.resources(arguments)
    }
}
