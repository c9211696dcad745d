/// Sending authorization policies of identities.
extension Account {
    static let mostPolicies = 20

    mutating func putIdentityPolicy(_ input: Arguments) throws(Refusal) {
        let identity = try policyOwner(input)
        let policy = Policy(name: input.required("PolicyName"), text: input.required("Policy"))
        guard policy.isObject else { throw Refusal("InvalidPolicy", "The policy is not a JSON object.") }
        // Source: truth entry "PutIdentityPolicy, policy names over 20".
        guard identity.policies[policy.name] != nil || identity.policies.count < Self.mostPolicies else {
            throw .invalidParameterValue(
                "Number of policies for \(input.required("Identity")) "
                    + "exceeds max allowed number of policies per resource")
        }
        identities.update(Identity.key(identity.name)) { $0.policies.set(policy.name, policy) }
    }

    /// Source: truth entry "DeleteIdentityPolicy, policy absent".
    mutating func deleteIdentityPolicy(_ input: Arguments) throws(Refusal) {
        let identity = try policyOwner(input)
        identities.update(Identity.key(identity.name)) { $0.policies.remove(input.required("PolicyName")) }
    }

    func listIdentityPolicies(_ input: Arguments, _ answer: inout AnswerWriter) throws(Refusal) {
        let identity = try policyOwner(input)
        try answer.list("PolicyNames", identity.policies.values.lazy.map(\.name))
    }

    /// Source: truth entry "GetIdentityPolicies, some names absent".
    func getIdentityPolicies(_ input: Arguments, _ answer: inout AnswerWriter) throws(Refusal) {
        let identity = try policyOwner(input)
        var seen: Set<String> = []
        try answer.element("Policies") { (map: inout AnswerWriter) throws(Refusal) in
            for name in input.texts("PolicyNames") where seen.insert(name).inserted {
                guard let policy = identity.policies[name] else { continue }
                try map.element("entry") { (entry: inout AnswerWriter) throws(Refusal) in
                    entry.leaf("key", policy.name)
                    entry.leaf("value", policy.text)
                }
            }
        }
    }

    /// - Throws: `InvalidParameterValue` for an identity that the account does not have.
    private func policyOwner(_ input: Arguments) throws(Refusal) -> Identity {
        try owned(try name(fromARN: input.required("Identity")))
    }
}
