import SpecModel

/// Derives cases from an operation's spec; one rule a file.
public protocol Rule: Sendable {
    /// Kebab-case; part of every cause that the rule's cases have.
    var id: String { get }
    /// What a cause's title calls the requests that must be refused: "missing required parameter".
    var subject: String { get }
    /// What a cause's title calls the requests that must be accepted.
    var valid: String { get }
    func cases(for operation: OperationUnderTest) -> [Case]
}

extension Rule {
    /// Rules that derive one kind of request only have one name for it.
    public var valid: String { subject }
}

/// Every rule, in the order in which their cases are listed in documents.
public enum Rules {
    public static let all: [any Rule] = [
        MinimalRule(), CompleteRule(), OptionalMemberRule(), AllowedValueRule(), OutsideEnumerationRule(),
        MissingRequiredRule(), MemberRuleRule(), DeclaredErrorRule(), LengthRule(), RangeRule(), ListCountRule(),
        PatternRule(), WrongTypeRule(), EnvelopeRule(),
    ]
}

/// An operation with what rules need to derive cases from it.
public struct OperationUnderTest: Sendable {
    let operation: Operation
    let builder: RequestBuilder
    let sites: [MemberSite]
    /// Sites that derived requests can carry.
    let sendable: [MemberSite]

    /// How its API refuses what the constraints forbid.
    var refusals: Refusals { Refusals(operation.api) }

    init(_ operation: Operation, structures: [String: Structure]) {
        self.operation = operation
        let builder = RequestBuilder(operation: operation, structures: structures)
        self.builder = builder
        sites = MemberSite.all(of: operation, structures: structures)
        sendable = sites.filter {
            !$0.path.contains { $0.member.isLater } && builder.request(including: $0).value(at: $0.dotted) != nil
        }
    }

    /// Whether the member at a site is part of the path, so that a request without it is one of another operation.
    func isLabel(_ site: MemberSite) -> Bool { operation.route?.labels.contains(site.dotted) ?? false }

    /// A request that must succeed, with its effect read back.
    ///
    /// Whether an answer shows the defaults of what was not sent is asked once, by the minimal request.
    func positive(_ description: CaseDescription, input: Fields, isComplete: Bool = false) -> Case {
        let fixture = operation.fixture
        let isComplete = isComplete || input == builder.complete() && input != builder.minimal()
        let echo = Echo(
            operation: operation, structures: builder.structures, input: input,
            demandsDefaults: description.axis == .operation)
        let result = isComplete ? fixture.completeResult ?? fixture.result : fixture.result
        let effect = isComplete ? fixture.completeEffect ?? fixture.effect : fixture.effect
        let step = Step("", operation.name, input, expect: .result(echo.resolve(result), fixture.evidence))
        let read = effect.map(echo.resolve)
        let setup = fixture.setup.map(echo.resolve).used(by: [step] + read + fixture.cleanup)
        return make(description, setup: setup, control: nil, steps: [step], effect: read)
    }

    /// A request that must be refused, and the same request with the one thing right.
    func negative(
        _ description: CaseDescription, input: Fields, control: Fields, failure: Failure, extraSetup: [Step] = []
    ) -> Case {
        let echo = Echo(operation: operation, structures: builder.structures, input: control)
        let accepted = Step("", operation.name, control, expect: .accepted)
        let setup = operation.fixture.setup.map(echo.resolve)
            .used(by: [accepted] + operation.fixture.cleanup)
        let control = Control(
            api: operation.api, operation: operation.name, needs: needs(of: setup + [accepted]),
            accountWide: operation.fixture.accountWide, setup: setup, step: accepted,
            cleanup: operation.fixture.cleanup)
        let refusal = operation.fixture.refusal.map { Expectation.result($0, operation.fixture.evidence) }
        let expectation = refusal.map { .anyOf([.failure(failure), $0]) } ?? Expectation.failure(failure)
        let step = Step("", operation.name, input, expect: expectation)
        return make(description, setup: setup + extraSetup, control: control, steps: [step], effect: [])
    }

    private func make(
        _ description: CaseDescription, setup: [Step], control: Control?, steps: [Step], effect: [Step]
    ) -> Case {
        Case(
            api: operation.api, operation: operation.name, name: description.name, axis: description.axis,
            rule: description.rule, title: description.title, requirement: description.requirement,
            source: description.source, covers: description.covers,
            needs: needs(of: setup + steps + effect), accountWide: operation.fixture.accountWide, setup: setup,
            control: control, steps: steps, effect: effect, cleanup: operation.fixture.cleanup,
            scope: description.scope)
    }

    /// The failure, with the operation's own errors for a name that nothing has: a malformed name has nothing either.
    ///
    /// A text of JSON may also be called invalid by the operation's own error for that.
    /// Operations that create say AlreadyExists and have no such excuse for what they name; nor is there one for text
    /// that names nothing, such as a header.
    ///
    /// - Parameter usual: the value that the malformed one stands for.
    func refusal(of failure: Failure, insteadOf usual: String) -> Failure {
        if usual.hasPrefix("{") {
            let own = operation.errors.map(\.code).filter { $0.hasPrefix("Invalid") }
            return Failure((failure.codes + own).sorted(), status: failure.status, failure.evidence)
        }
        let isName = Template(usual).placeholders.contains { $0.kind == "name" }
        guard isName, !operation.errors.contains(where: { $0.code == "AlreadyExists" }) else { return failure }
        let absent = operation.errors.map(\.code).filter { $0.hasSuffix("DoesNotExist") }
        return Failure((failure.codes + absent).sorted(), status: failure.status, failure.evidence)
    }

    /// What the fixture declares, and each resource that a request names.
    private func needs(of steps: [Step]) -> [Need] { operation.fixture.needs.adding(resourcesIn: steps) }
}

/// The words of a derived case.
struct CaseDescription: Sendable {
    let rule: String
    let name: String
    let axis: Axis
    let title: String
    let requirement: String
    let source: Evidence
    var covers: [String] = []
    var scope: Case.Scope = .everything
}

extension [Step] {
    /// Without preparations of names that no later step mentions, such as a sender that nothing is sent from.
    func used(by steps: [Step]) -> [Step] {
        guard !isEmpty else { return [] }
        var kept: [Step] = []
        var later = Set(steps.flatMap(\.ownNames))
        for step in reversed() {
            let names = step.ownNames
            if case .accepted = step.expectation, !names.isEmpty, step.captures.isEmpty, later.isDisjoint(with: names) {
                continue
            }
            kept.append(step)
            later.formUnion(names)
        }
        return kept.reversed()
    }
}

extension Step {
    /// The placeholders in it that stand for what a case makes: names and the sender.
    fileprivate var ownNames: Set<String> {
        var texts = Value.fields(input.fields).texts
        if case .result(let fields, _) = expectation { texts += Value.fields(fields.fields).texts }
        return Set(
            texts.filter(Template.hasBrackets).flatMap { Template($0).placeholders }
                .filter { $0.kind == "name" || $0.kind == "sender" }.map(\.description))
    }
}

extension [Need] {
    /// The needs, one for each `⟦resource:…⟧` in what the steps send, and a sender where they name it; each once.
    func adding(resourcesIn steps: [Step]) -> [Need] {
        var result = self
        for text in steps.flatMap({ Value.fields($0.input.fields).texts }) where Template.hasBrackets(text) {
            for placeholder in Template(text).placeholders {
                guard let need = Need(sentAs: placeholder), !result.contains(need) else { continue }
                result.append(need)
            }
        }
        return result
    }
}

extension Need {
    /// What a request asks of the endpoint by sending this placeholder.
    fileprivate init?(sentAs placeholder: Placeholder) {
        switch placeholder.kind {
        case "sender": self = .verifiedIdentity
        case "resource": self.init(rawValue: placeholder.argument ?? "")
        default: return nil
        }
    }
}
