import SpecModel

/// Takes a sending authorization policy away from an identity.
///
/// Source: API v2 reference, DeleteEmailIdentityPolicy.
extension SESv2 {
    static let deleteEmailIdentityPolicy = Operation(
        "DeleteEmailIdentityPolicy", api: .v2, family: .policies,
        "Takes a sending authorization policy away from an identity; one that is not there is no error.",
        page: "DeleteEmailIdentityPolicy",
        route: Route("DELETE", "/v2/email/identities/{EmailIdentity}/policies/{PolicyName}"),
        parameters: policyPlace,
        result: [],
        errors: [notFound("EmailIdentity", unknownAddress, "identity")],
        fixture: Fixture(
            needs: [.verifiedIdentity], accountWide: true,
            setup: [
                senderCreated, noPolicies,
                .setup(
                    "CreateEmailIdentityPolicy",
                    ["EmailIdentity": "⟦sender⟧", "PolicyName": "⟦input:PolicyName⟧", "Policy": sendPolicy]),
                policiesRead("read-before", ["⟦input:PolicyName⟧": sendPolicy]),
            ],
            policiesRecorded, effect: [policiesRead("read", [:])]),
        observations: [Observation("the policy is there", status: 200, policiesRecorded)]
    )
}
