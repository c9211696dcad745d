import SpecModel

/// Takes an address or a domain off the account's identities.
///
/// Source: the public service model.
extension SESv2 {
    static let deleteEmailIdentity = Operation(
        "DeleteEmailIdentity", api: .v2, family: .identities,
        "Takes an address or a domain off the account's identities.", page: "DeleteEmailIdentity",
        route: Route("DELETE", "/v2/email/identities/{EmailIdentity}"), throttle: nil,
        parameters: [
            Member(
                "EmailIdentity", .string(format: .identity), required: true, "The address or the domain.",
                example: "⟦name:identity⟧@example.com")
        ],
        result: [],
        errors: [notFound("EmailIdentity", unknownAddress, "identity"), concurrentModification],
        fixture: Fixture(
            setup: [addressCreated(), identitiesListed("list-before", [addressListed()])], fromModel,
            effect: [identitiesListed("list", [])])
    )
}
