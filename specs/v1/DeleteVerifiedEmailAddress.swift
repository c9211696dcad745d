import SpecModel

/// Takes an address off the list of verified addresses.
///
/// Source: API reference p. 16.
/// Note: the address is looked up, not checked: nothing says that a malformed one is refused.
extension SESv1 {
    static let deleteVerifiedEmailAddress = Operation(
        "DeleteVerifiedEmailAddress", family: .identities, "Takes an address off the list of verified addresses.",
        page: 16, deprecated: "DeleteIdentity",
        parameters: [
            Member(
                "EmailAddress", .string(format: .identity), required: true, "The address to delete.",
                example: "⟦name:identity⟧@example.com")
        ],
        result: nil,
        fixture: Fixture(
            needs: [.verifiedIdentity],
            setup: [
                Step.setup("VerifyEmailAddress", ["EmailAddress": "⟦name:identity⟧@example.com"]),
                // Blocks the case while the address is pending, when it need not be listed.
                Step(
                    "list-before", "ListVerifiedEmailAddresses",
                    expect: .result(["VerifiedEmailAddresses": ["⟦name:identity⟧@example.com"]], .documented(page: 40))),
            ],
            Evidence(
                .published,
                "index file id 1323530830 (python SES client) RequestId 37ff3aef-a056-11e0-a988-819c7f065636",
                date: "2011-06"),
            effect: [
                Step(
                    "list", "ListVerifiedEmailAddresses",
                    expect: .result(["VerifiedEmailAddresses": []], .documented(page: 16)))
            ]
        ),
        observations: [
            Observation(
                "the address is there; the answer has no result element", status: 200,
                Evidence(
                    .published,
                    "index file id 1323530830 (python SES client) RequestId 37ff3aef-a056-11e0-a988-819c7f065636",
                    date: "2011-06"))
        ]
    )
}
