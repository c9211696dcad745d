import SpecModel

/// Replaces a sending authorization policy of an identity.
///
/// Source: API v2 reference, UpdateEmailIdentityPolicy.
/// Note: the reference says that a policy that is not there is no error; the service is said to answer 404
/// (floci-io/floci PR #1750). Either is taken.
extension SESv2 {
    static let updateEmailIdentityPolicy = Operation(
        "UpdateEmailIdentityPolicy", api: .v2, family: .policies,
        "Replaces a sending authorization policy of an identity.", page: "UpdateEmailIdentityPolicy",
        route: Route("PUT", "/v2/email/identities/{EmailIdentity}/policies/{PolicyName}"),
        parameters: policyPlace + [policyText],
        result: [],
        errors: [notFound("EmailIdentity", unknownAddress, "identity")],
        fixture: Fixture(
            needs: [.verifiedIdentity], accountWide: true,
            setup: [
                senderCreated, noPolicies,
                .setup(
                    "CreateEmailIdentityPolicy",
                    ["EmailIdentity": "⟦sender⟧", "PolicyName": "⟦input:PolicyName⟧", "Policy": sendRawPolicy]),
            ],
            .documented(page: "UpdateEmailIdentityPolicy"),
            effect: [policiesRead("read", ["⟦input:PolicyName⟧": .echo("Policy")])]
        ),
        observations: [
            Observation(
                "a policy that there is not", status: 404, code: "NotFoundException",
                message: "Policy <⟦any⟧> does not exist", policyProbes)
        ]
    )
}
