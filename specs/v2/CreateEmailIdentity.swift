import SpecModel

/// Adds an address or a domain to the account's identities and starts its verification.
///
/// Source: the public service model; the reference of 2020 has the operation, but not among those that changed.
/// Note: what a domain is answered is shown by scenarios.
extension SESv2 {
    static let createEmailIdentity = Operation(
        "CreateEmailIdentity", api: .v2, family: .identities,
        "Adds an address or a domain to the account's identities and starts its verification.",
        page: "CreateEmailIdentity", route: Route("POST", "/v2/email/identities"), throttle: nil,
        parameters: [
            Member(
                "EmailIdentity", .string(length: notEmpty, format: .identity), required: true,
                "The address or the domain.", example: "⟦name:identity⟧@example.com"),
            Member(
                "Tags", .list(of: .structure("Tag"), key: "Key"), "Labels of the identity.",
                defaultValue: []),
            Member(
                "DkimSigningAttributes", .structure("DkimSigningAttributes"),
                "By what keys mail from a domain is to be signed.",
                note: "for domains only; needs a private key, and nobody has published answers"),
            Member(
                "ConfigurationSetName", .string(), "The configuration set of mail from the identity.",
                isLater: true, note: neverSent),
        ],
        result: [
            Member("IdentityType", .enumeration(identityTypes), "Whether it is an address or a domain."),
            Member("VerifiedForSendingStatus", .boolean, "Whether mail may be sent from it."),
            Member("DkimAttributes", .structure("DkimAttributes"), "The state of DKIM; not seen for addresses."),
        ],
        errors: [
            ErrorCase(
                "AlreadyExistsException", when: "the identity is there already",
                reach: .provoked([
                    Provocation(
                        title: "creates an address that is there already",
                        changes: [Provocation.Change("EmailIdentity", "⟦name:taken⟧@example.com")],
                        setup: [addressCreated("taken")], evidence: fromModel)
                ])),
            limitExceeded, concurrentModification, configurationSetNotFound,
        ],
        undo: Undo("DeleteEmailIdentity", [(name: "EmailIdentity", from: "EmailIdentity")]),
        fixture: Fixture(
            result: [
                "IdentityType": "EMAIL_ADDRESS", "VerifiedForSendingStatus": "⟦one-of:true|false⟧",
                "DkimAttributes": "⟦optional⟧⟦any⟧",
            ],
            pendingAddress,
            effect: [
                Step(
                    "read", "GetEmailIdentity", ["EmailIdentity": "⟦input:EmailIdentity⟧"],
                    expect: .result(newAddress(tags: .echo("Tags")), pendingAddress))
            ]
        ),
        observations: [Observation("a new address", status: 200, pendingAddress)]
    )
}
