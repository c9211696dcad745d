import SpecCatalog
import SpecModel

/// The spec that the fixed run is told with.
extension FixedRun {
    static let catalog = Catalog([
        Specification(api: .v1, operations: operations, structures: [destination])
    ])

    /// - Parameter name: of an operation that the spec has.
    static func operation(_ name: String) -> SpecModel.Operation {
        operations.first { $0.name == name } ?? operations[0]
    }

    private static let destination = Structure(
        "Destination", "Where a mail goes | with a pipe.", page: 170,
        members: [
            Member(
                "ToAddresses", .list(of: .string(length: Bound(1...320, by: "model"), format: .emailAddress)),
                "The `To:` addresses.")
        ])

    private static let operations: [SpecModel.Operation] = [
        SpecModel.Operation(
            "ListIdentities", family: .identities, "Lists identities.", page: 42,
            parameters: [
                Member("IdentityType", .enumeration(["EmailAddress", "Domain"]), "Which kind.", example: "Domain"),
                Member(
                    "MaxItems", .integer(Bound(1...1000, by: "p. 42").or(1...100, by: "model")), "Size of a page.",
                    defaultValue: 100),
                Member("NextToken", .string(), "Where to go on."),
            ],
            result: [
                Member(
                    "Identities", .list(of: .string(), count: Bound(0...1000, by: "p. 42")), required: true, "Names."),
                Member("NextToken", .string(), "Where to go on."),
            ], pages: Pages(token: "NextToken", size: "MaxItems", items: "Identities"),
            fixture: Fixture(.documented(page: 42))),
        SpecModel.Operation(
            "SendBounce", family: .sending, "Bounces a mail with <b>reason</b>.", page: 60, throttle: nil,
            parameters: [], result: nil, fixture: Fixture(.documented(page: 60))),
        SpecModel.Operation(
            "SendEmail", family: .sending, "Sends a mail.", page: 49, deprecated: "SendRawEmail", throttle: 0.5,
            parameters: [
                Member("Source", .string(length: Bound(1...320, by: "model")), required: true, "Who sends."),
                Member("Destination", .structure("Destination"), required: true, "Where to."),
                Member("Message", .structure("Message"), required: true, "What.", need: .verifiedIdentity),
                Member(
                    "ConfigurationSetName",
                    .string(pattern: Pattern("[a-z]+", "letters, `_` or `|`", by: "p. 1")), "Which set.", isLater: true,
                    note: "Never required."),
            ],
            rules: [.atLeastOne(["Source", "SourceArn"], source: "p. 49")],
            result: [Member("MessageId", .string(format: .messageID), required: true, "The mail's id.")],
            errors: [
                ErrorCase(
                    "MessageRejected", when: "content is bad",
                    reach: .provoked([Provocation(title: "sends no body", changes: [])])),
                ErrorCase(
                    "ConfigurationSetDoesNotExist", when: "no such set | or none", reach: .unreachable("no way to <x>"),
                    isLater: true),
                ErrorCase("InternalFailure", status: 500, when: "the service fails", reach: .scenario("fails")),
            ], fixture: Fixture(.documented(page: 49))),
        SpecModel.Operation(
            "VerifyEmailIdentity", family: .identities, "Verifies an address.", page: 66,
            parameters: [Member("EmailAddress", .string(), required: true, "Which.")], result: [],
            fixture: Fixture(.documented(page: 66))),
    ]
}
