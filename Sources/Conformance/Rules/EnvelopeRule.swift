import SpecModel

/// What every answer carries around its result is judged strictly, once for a success and once for an error.
///
/// That is: media type, request id in header and body, namespace, no stray elements.
/// The requests are those of other rules, and so are the causes of what goes wrong before there is an envelope.
/// Elsewhere such faults are warnings, so that one of them does not fail every case of an emulator.
struct EnvelopeRule: Rule {
    let id = "envelope"
    let summary =
        "What every answer carries around its result is judged strictly, once for a success and once for an error."
    let subject = "envelope of the answer"

    func cases(for subject: OperationUnderTest) -> [Case] {
        let operation = subject.operation
        let description = CaseDescription(
            rule: MinimalRule().id, name: "envelope", axis: .protocol, title: "looks at what surrounds a success",
            requirement: operation.api.requirement, source: operation.api.evidence,
            covers: ["envelope \(operation.name)"], scope: .envelope)
        let success = subject.positive(description, input: subject.builder.minimal()).withoutEffect()
        return [success] + (failure(of: subject).map { [$0] } ?? [])
    }

    /// The error that is likeliest to be answered: one for a name that nothing has or that is taken, else one for a
    /// missing parameter, which many an emulator lets pass, else one for a number that is too great.
    private func failure(of subject: OperationUnderTest) -> Case? {
        let declared = subject.operation.errors.compactMap { error -> (ErrorCase, Provocation)? in
            guard case .provoked(let provocations) = error.reach else { return nil }
            return provocations.first.map { (error, $0) }
        }
        let likely = ["DoesNotExist", "AlreadyExists", "NotFoundException", "AlreadyExistsException"].lazy
            .compactMap { ending in declared.first { $0.0.code.hasSuffix(ending) } }.first
        if let (error, provocation) = likely {
            return DeclaredErrorRule.negative(
                subject, error, provocation, rule: DeclaredErrorRule().id, name: "error-envelope", axis: .protocol,
                scope: .envelope)
        }
        let required = subject.sendable.first { $0.member.required && $0.path.count == 1 }
        guard let required else {
            return RangeRule().negative(subject, name: "error-envelope", axis: .protocol, scope: .envelope)
        }
        return MissingRequiredRule.negative(
            subject, required, rule: MissingRequiredRule().id, name: "error-envelope", axis: .protocol,
            scope: .envelope)
    }
}

extension Case {
    /// The id of the rule that derives it, where ``rule`` is that of its request.
    public var derivation: String { scope == .envelope ? EnvelopeRule().id : rule }

    /// The same without reading back: another case does that.
    fileprivate func withoutEffect() -> Case {
        Case(
            api: api, operation: operation, name: name, axis: axis, rule: rule, title: title,
            requirement: requirement, source: source, covers: covers, needs: needs, accountWide: accountWide,
            isDeep: isDeep, setup: setup, control: control, steps: steps, cleanup: cleanup, scope: scope,
            mayBeRefused: mayBeRefused)
    }
}

extension API {
    /// What must surround a success.
    fileprivate var requirement: String {
        switch self {
        case .v1: "The answer MUST be text/xml in the API's namespace, with one request id in header and body."
        case .v2: "The answer MUST be an object of JSON sent as application/json, with a request id in a header."
        }
    }

    fileprivate var evidence: Evidence {
        switch self {
        case .v1: Evidence(.published, "Content-Length of captured answers", date: "2011 to 2026")
        case .v2: .derived("public service model, sesv2 2019-09-27, protocol rest-json")
        }
    }
}
