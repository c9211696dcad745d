import SpecModel

/// Adds a sending authorization policy to an identity.
///
/// Source: API v2 reference, CreateEmailIdentityPolicy.
/// Note: runs alone, since policies can only be read all at once and other cases have policies of the same sender.
extension SESv2 {
    static let createEmailIdentityPolicy = Operation(
        "CreateEmailIdentityPolicy", api: .v2, family: .policies,
        "Adds a sending authorization policy to an identity.", page: "CreateEmailIdentityPolicy",
        route: Route("POST", "/v2/email/identities/{EmailIdentity}/policies/{PolicyName}"),
        parameters: policyPlace + [policyText],
        result: [],
        errors: [
            notFound("EmailIdentity", unknownAddress, "identity"),
            ErrorCase(
                "AlreadyExistsException", when: "the identity has a policy of that name already",
                reach: .provoked([
                    Provocation(
                        title: "creates a policy under the name of one that exists",
                        changes: [Provocation.Change("PolicyName", "⟦name:taken⟧")],
                        setup: [policyCreated("taken")],
                        message: Wording("Policy <⟦name:taken⟧> already exists", policyProbes), evidence: fromModel)
                ])),
            limitExceeded,
        ],
        undo: Undo(
            "DeleteEmailIdentityPolicy",
            [(name: "EmailIdentity", from: "EmailIdentity"), (name: "PolicyName", from: "PolicyName")]),
        fixture: Fixture(
            needs: [.verifiedIdentity], accountWide: true, setup: [senderCreated, noPolicies],
            .documented(page: "CreateEmailIdentityPolicy"),
            effect: [policiesRead("read", ["⟦input:PolicyName⟧": .echo("Policy")])]
        ),
        observations: [
            Observation(
                "an identity that there is not", status: 404, code: "NotFoundException",
                message: "Email identity <⟦any⟧> does not exist.", policyProbes),
            Observation(
                "the identity has a policy of that name", status: 400, code: "AlreadyExistsException",
                message: "Policy <⟦any⟧> already exists", policyProbes),
            Observation(
                "Policy is absent", status: 400, code: "BadRequestException",
                message: "1 validation error detected: Value at 'policy' failed to satisfy constraint: "
                    + "Member must not be null", policyProbes),
        ]
    )
}
