import SpecModel

/// Gives the sending authorization policies of an identity.
///
/// Source: API v2 reference, GetEmailIdentityPolicies.
extension SESv2 {
    static let getEmailIdentityPolicies = Operation(
        "GetEmailIdentityPolicies", api: .v2, family: .policies,
        "Gives the sending authorization policies of an identity, 20 at most.", page: "GetEmailIdentityPolicies",
        route: Route("GET", "/v2/email/identities/{EmailIdentity}/policies"),
        parameters: [policyPlace[0]],
        result: [
            Member("Policies", .map(.string(format: .policy)), "The policies by name; empty if there are none.")
        ],
        errors: [notFound("EmailIdentity", unknownAddress, "identity")],
        fixture: Fixture(
            needs: [.verifiedIdentity], accountWide: true, setup: [senderCreated, noPolicies, policyCreated()],
            result: ["Policies": ["⟦name:policy⟧": sendPolicy]], policiesRecorded),
        observations: [
            Observation("two policies, then one, then none", status: 200, policiesRecorded),
            Observation(
                "an identity that there is not", status: 404, code: "NotFoundException",
                message: "Email identity <⟦any⟧> does not exist.", policyProbes),
        ]
    )
}
