import SpecModel

/// An operation with what rules need to derive cases from it.
public struct OperationUnderTest: Sendable {
    let operation: Operation
    let builder: RequestBuilder
    let sites: [MemberSite]
    /// Sites that derived requests can carry.
    let sendable: [MemberSite]
    /// Every operation of the API, this one included.
    let family: [Operation]

    /// How its API refuses what the constraints forbid.
    var refusals: Refusals { Refusals(operation.api) }

    /// Whether a parameter is part of the path: without it a request is one for another operation, or for none.
    func isLabel(_ site: MemberSite) -> Bool {
        site.path.count == 1 && operation.route?.labels.contains(site.member.name) == true
    }

    init(_ operation: Operation, structures: [String: Structure], family: [Operation] = []) {
        self.operation = operation
        self.family = family
        let builder = RequestBuilder(operation: operation, structures: structures)
        self.builder = builder
        sites = MemberSite.all(of: operation, structures: structures)
        sendable = sites.filter {
            !$0.path.contains { $0.member.isLater } && builder.request(including: $0).value(at: $0.dotted) != nil
        }
    }

    /// A request that must succeed, with its effect read back.
    ///
    /// Whether an answer shows the defaults of what was not sent is asked once, by the minimal request.
    ///
    /// - Parameters:
    ///   - other: what is expected where it is not what the fixture says.
    ///   - readings: requests that would have had the same effect, as far as a client can tell.
    ///   - acceptance: what says that such a request is valid, where that may be weaker than the fixture's evidence.
    func positive(
        _ description: CaseDescription, input: Fields, isComplete: Bool = false, result other: Expectation? = nil,
        readings: [Fields] = [], acceptance: Evidence? = nil
    ) -> Case {
        let fixture = operation.fixture
        let isComplete = isComplete || input == builder.complete() && input != builder.minimal()
        let demandsDefaults = description.axis == .operation
        let echo = echo(of: input, demandsDefaults: demandsDefaults)
        let result = isComplete ? fixture.completeResult ?? fixture.result : fixture.result
        let effect = isComplete ? fixture.completeEffect ?? fixture.effect : fixture.effect
        let expected = other ?? .result(echo.resolve(result), fixture.evidence.and(acceptance))
        let step = Step("", operation.name, input, expect: expected)
        let read = effect.map { reading($0, after: input, orAsAfter: readings, demandsDefaults: demandsDefaults) }
        let setup = fixture.setup.map(echo.resolve).used(by: [step] + read + fixture.cleanup)
        return make(description, setup: setup, control: nil, steps: [step], effect: read)
    }

    /// A step that reads back what a request did.
    ///
    /// - Parameter readings: requests that would have had the same effect, as far as a client can tell.
    func reading(
        _ step: Step, after input: Fields, orAsAfter readings: [Fields], demandsDefaults: Bool = false
    ) -> Step {
        let others = readings.map { echo(of: $0, demandsDefaults: false).resolve(step.expectation) }
        return echo(of: input, demandsDefaults: demandsDefaults).resolve(step).expecting(anyOf: others)
    }

    /// A request whose right answer nobody has seen: reported, and not judged.
    ///
    /// - Parameter usual: the valid request that it comes from; what this would create is taken away afterwards.
    func observed(_ description: CaseDescription, input: Fields, usual: Fields) -> Case {
        let step = Step("", operation.name, input, expect: .observed)
        let cleanup = undo(of: usual) + operation.fixture.cleanup
        let known = Step("", operation.name, usual, expect: .observed)
        let setup = operation.fixture.setup.map(echo(of: usual).resolve).used(by: [step, known] + cleanup)
        return make(description, setup: setup, control: nil, steps: [step], effect: [], cleanup: cleanup)
    }

    /// Takes away what a request creates; where names are misspelt, nobody can tell it from the request.
    func undo(of input: Fields) -> [Step] {
        guard let undo = operation.undo else { return [] }
        let fields = undo.parameters.compactMap { name, path in input.value(at: path).map { Field(name, $0) } }
        return fields.count == undo.parameters.count ? [.cleanup(undo.operation, Fields(fields))] : []
    }

    private func echo(of input: Fields, demandsDefaults: Bool = true) -> Echo {
        Echo(operation: operation, structures: builder.structures, input: input, demandsDefaults: demandsDefaults)
    }

    /// A request that must be refused, and the same request with the one thing right.
    func negative(
        _ description: CaseDescription, input: Fields, control: Fields, failure: Failure, extraSetup: [Step] = []
    ) -> Case {
        negative(description, input: input, control: control, failures: [failure], extraSetup: extraSetup)
    }

    /// - Parameter failures: of which any is right.
    func negative(
        _ description: CaseDescription, input: Fields, control: Fields, failures: [Failure], extraSetup: [Step] = []
    ) -> Case {
        let echo = echo(of: control)
        let accepted = Step("", operation.name, control, expect: .accepted)
        let setup = operation.fixture.setup.map(echo.resolve)
            .used(by: [accepted] + operation.fixture.cleanup)
        let control = Control(
            api: operation.api, operation: operation.name, needs: needs(of: setup + [accepted]),
            accountWide: operation.fixture.accountWide, setup: setup, step: accepted,
            cleanup: operation.fixture.cleanup)
        let told = operation.fixture.refusal.map { Expectation.result($0, operation.fixture.evidence) }
        let choices = failures.map(Expectation.failure) + [told].compactMap { $0 }
        let step = Step("", operation.name, input, expect: choices.count == 1 ? choices[0] : .anyOf(choices))
        return make(description, setup: setup + extraSetup, control: control, steps: [step], effect: [])
    }

    private func make(
        _ description: CaseDescription, setup: [Step], control: Control?, steps: [Step], effect: [Step],
        cleanup: [Step]? = nil
    ) -> Case {
        Case(
            api: operation.api, operation: operation.name, name: description.name, axis: description.axis,
            rule: description.rule, title: description.title, requirement: description.requirement,
            source: description.source, covers: description.covers,
            needs: needs(of: setup + steps + effect), accountWide: operation.fixture.accountWide,
            isDeep: description.isDeep, setup: setup, control: control, steps: steps, effect: effect,
            cleanup: cleanup ?? operation.fixture.cleanup, scope: description.scope,
            mayBeRefused: description.mayBeRefused)
    }

    /// The failure, with the operation's own errors for a name that nothing has: a malformed name has nothing either.
    ///
    /// A text of JSON may also be called invalid by the operation's own error for that.
    ///
    /// - Parameter usual: the value that the malformed one stands for.
    func refusals(of failure: Failure, insteadOf usual: String) -> [Failure] {
        if usual.hasPrefix("{") {
            return [failure.or(operation.errors.map(\.code).filter { $0.hasPrefix("Invalid") })]
        }
        guard namesWhatIsThere(usual) else { return [failure] }
        let absences = operation.errors.filter(\.isAbsence)
        let statuses = Set(absences.map(\.status)).subtracting([failure.status]).sorted()
        func codes(_ status: Int) -> [String] { Set(absences.filter { $0.status == status }.map(\.code)).sorted() }
        return [failure.or(codes(failure.status))]
            + statuses.map { Failure(codes($0), status: $0, failure.evidence) }
    }

    /// Whether nothing says what becomes of a malformed name: it is a part of the path, names what is there, and the
    /// operation has no error for one that nothing has. To pass it over may be as right as to refuse it.
    func mayPassOver(_ site: MemberSite, insteadOf usual: String) -> Bool {
        isLabel(site) && namesWhatIsThere(usual)
            && !operation.errors.contains { $0.isAbsence && $0.isProvoked(by: site.dotted) }
    }

    /// Whether a text is a name, and of something that there is.
    ///
    /// Operations that create say that it exists already; text that names nothing, such as a header, has no name in it.
    private func namesWhatIsThere(_ text: String) -> Bool {
        Template(text).placeholders.contains { $0.kind == "name" }
            && !operation.errors.contains { $0.code.hasPrefix("AlreadyExists") }
    }

    /// What the fixture declares, and each resource that a request names.
    private func needs(of steps: [Step]) -> [Need] { operation.fixture.needs.adding(resourcesIn: steps) }
}

extension ErrorCase {
    /// Whether it says that there is nothing of a name.
    var isAbsence: Bool { code.hasSuffix("DoesNotExist") || code == "NotFoundException" }

    /// Whether some request brings it about by this parameter.
    fileprivate func isProvoked(by path: String) -> Bool {
        guard case .provoked(let provocations) = reach else { return false }
        return provocations.contains { $0.changes.contains { $0.path == path } }
    }
}

extension Failure {
    /// The failure, these codes being as good as its own.
    fileprivate func or(_ others: [String]) -> Failure {
        Failure((codes + others).sorted(), status: status, evidence)
    }
}

extension Step {
    /// The step, any of these answers being as good as its own.
    fileprivate func expecting(anyOf others: [Expectation]) -> Step {
        let all = ([expectation] + others).flatMap(\.choices)
        return others.isEmpty ? self : changed(expectation: .anyOf(all))
    }
}
