import SpecModel

/// A parameter that no action has leaves the rest of the request to be done in full, if it is not refused.
///
/// No source says what becomes of such a parameter: a refusal is reported only.
/// Example: `NoSuchParameter=x` beside a valid request.
struct UnknownParameterRule: Rule {
    let id = "unknown-parameter"
    let summary =
        "A parameter that no action has leaves the rest of the request to be done in full, if it is not refused."
    let subject = "request with an unknown parameter"

    func cases(for subject: OperationUnderTest) -> [Case] {
        [
            subject.disregarding(
                Field("NoSuchParameter", "x"), rule: id, name: "unknown-parameter",
                title: "adds a parameter that does not exist")
        ].compactMap { $0 }
    }
}

extension OperationUnderTest {
    /// The minimal request with a parameter that is none of the operation's; nil where there is no place for one.
    func disregarding(_ field: Field, rule: String, name: String, title: String) -> Case? {
        // Without a body there is nowhere to put it.
        guard operation.route.map({ ["POST", "PUT"].contains($0.method) }) ?? true else { return nil }
        let description = CaseDescription(
            rule: rule, name: name, axis: .protocol, title: title,
            requirement: "The service MUST do all that is asked, if it accepts the request.",
            source: .documented(page: operation.page), covers: ["operation \(operation.name)"], mayBeRefused: true)
        return positive(description, input: Fields(builder.minimal().fields + [field]))
    }
}
