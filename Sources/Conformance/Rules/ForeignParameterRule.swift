import SpecModel

/// A parameter of another action leaves the rest of the request to be done in full, if it is not refused.
///
/// No source says what becomes of such a parameter: a refusal is reported only.
/// Example: `DkimEnabled=false` in a request to list identities.
struct ForeignParameterRule: Rule {
    let id = "foreign-parameter"
    let summary =
        "A parameter of another action leaves the rest of the request to be done in full, if it is not refused."
    let subject = "request with a parameter of another action"

    func cases(for subject: OperationUnderTest) -> [Case] {
        guard let (owner, member, value) = ForeignParameterRule.parameter(for: subject) else { return [] }
        return [
            subject.disregarding(
                Field(member.name, value), rule: id, name: "foreign-parameter",
                title: "adds \(member.name), a parameter of \(owner.name)")
        ].compactMap { $0 }
    }

    /// The first parameter of the API that is a truth value, or else a number, and none of the operation's.
    private static func parameter(for subject: OperationUnderTest) -> (Operation, Member, Value)? {
        let own = Set(subject.operation.parameters.map(\.name))
        let foreign = subject.family.flatMap { operation in operation.parameters.map { (operation, $0) } }
            .filter { !own.contains($1.name) && !$1.isLater }
        let plain = foreign.first { $1.shape == .boolean } ?? foreign.first { $1.shape.typeName == "Integer" }
        guard let (operation, member) = plain, let value = member.example else { return nil }
        return (operation, member, value)
    }
}
