import SpecModel

/// Everything that `serve` is called with.
struct ServeOptions: Sendable {
    /// How soon identities verify.
    enum Verification: String, Sendable, CaseIterable { case immediate, pending }

    static let port = Option.integer(
        "port", "N", 0...65535, "the port on 127.0.0.1; 0, which is usual, takes a free one")
    static let sandbox = Flag("sandbox", "a sandbox account: mail goes to verified recipients only")
    static let verification = Option<Verification>.oneOf(
        "verification", "WHEN", "when identities verify: immediate, which is usual, or pending, which is never")
    static let region = Option.text("region", "REGION", "the region that ARNs and answers name")

    static let declaration = CommandDeclaration(
        "serve", "put the reference service on a port of this machine",
        discussion: [
            "The service keeps what it is sent and delivers nothing. It ends with ctrl-C, and forgets everything."
        ],
        sections: [OptionSection([port, sandbox, verification, region, ResourceOption.option])],
        examples: [
            Example(
                "ses-conformance serve --port 8025",
                "then: AWS_ENDPOINT_URL_SES=http://127.0.0.1:8025 aws ses get-send-quota"),
            Example("ses-conformance serve --sandbox --verification pending", "as strict as a new account is"),
        ],
        environment: [
            Variable("AWS_REGION", "the region, where --region does not say it"),
            Variable("AWS_DEFAULT_REGION", "the region, where neither of the two says it"),
        ])

    let port: Int
    let isSandbox: Bool
    let verification: Verification
    let region: String
    /// What exists outside of the service, beside what cases use by default.
    let resources: [Need: String]

    init(_ arguments: Arguments) throws(UsageError) {
        port = try arguments.value(Self.port) ?? 0
        isSandbox = arguments.has(Self.sandbox)
        verification = try arguments.value(Self.verification) ?? .immediate
        region = try arguments.value(Self.region) ?? EndpointOptions.region(arguments) ?? "us-east-1"
        resources = try ResourceOption.resources(arguments)
    }
}
