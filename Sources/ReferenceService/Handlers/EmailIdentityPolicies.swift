/// Sending authorization policies, one by one.
extension Account {
    mutating func createEmailIdentityPolicy(_ input: Arguments) throws(Refusal) {
        let identity = try emailIdentity(input)
        let policy = try policy(input)
        guard identity.policies[policy.name] == nil else { throw .taken("Policy <\(policy.name)> already exists") }
        guard identity.policies.count < Self.mostPolicies else {
            throw .tooMany(
                "Number of policies for \(identity.name) exceeds max allowed number of policies per resource")
        }
        identities.update(Identity.key(identity.name)) { $0.policies.set(policy.name, policy) }
    }

    /// Succeeds without a policy of that name, and makes none.
    ///
    /// Source: API v2 reference, UpdateEmailIdentityPolicy; that the service answers NotFoundException is claimed
    /// (truth entry "policy missing").
    mutating func updateEmailIdentityPolicy(_ input: Arguments) throws(Refusal) {
        let identity = try emailIdentity(input)
        let policy = try policy(input)
        guard identity.policies[policy.name] != nil else { return }
        identities.update(Identity.key(identity.name)) { $0.policies.set(policy.name, policy) }
    }

    /// Succeeds without a policy of that name.
    ///
    /// Source: API v2 reference, DeleteEmailIdentityPolicy.
    mutating func deleteEmailIdentityPolicy(_ input: Arguments) throws(Refusal) {
        let identity = try emailIdentity(input)
        identities.update(Identity.key(identity.name)) { $0.policies.remove(input.required("PolicyName")) }
    }

    /// Source: truth entry "two, then one, then none".
    func getEmailIdentityPolicies(_ input: Arguments, _ answer: inout JSONAnswerWriter) throws(Refusal) {
        answer.policies(of: try emailIdentity(input))
    }

    private func policy(_ input: Arguments) throws(Refusal) -> Policy {
        let policy = Policy(name: input.required("PolicyName"), text: input.required("Policy"))
        guard policy.isObject else { throw .badRequest("The policy is not a JSON object.") }
        return policy
    }
}

extension JSONAnswerWriter {
    /// The policies of an identity by name, there even if it has none.
    mutating func policies(of identity: Identity) {
        object("Policies") { map in
            for policy in identity.policies.values { map.leaf(policy.name, policy.text) }
        }
    }
}
