import Golden
import SpecCatalog
import SpecModel

/// Derives a case anew with a smaller request.
struct Rederivation: Sendable {
    let origin: Case
    let reducible: Reducible
    private let subject: OperationUnderTest
    private let composer: GoldenComposer
    /// Makes a random request's case anew; nil for a case of the catalogue.
    private var remake: (@Sendable (Fields) -> Case)?

    /// - Returns: nil for what was not derived from an operation's request alone, so that nobody can tell what a
    ///   smaller one must be answered with.
    init?(_ origin: Case, _ catalog: Catalog) {
        if let random = FuzzID(origin.id).flatMap({ FuzzCatalog(catalog).derivation(of: $0) }) {
            self.init(random, catalog)
        } else {
            self.init(derived: origin, catalog)
        }
    }

    private init?(derived origin: Case, _ catalog: Catalog) {
        guard let operation = catalog.operation(origin.api, origin.operation), origin.steps.count == 1,
            !origin.accountWide, !origin.isDeep, origin.steps[0].envelope.isUsual, origin.isDerived
        else { return nil }
        self.origin = origin
        subject = OperationUnderTest(operation, structures: catalog.structures(origin.api))
        composer = GoldenComposer(catalog: catalog)
        reducible = Reducible(subject: subject, kept: Rederivation.kept(by: origin))
        guard !origin.isNegative else { return }
        let same = positive(origin.steps[0].input)
        let isSame =
            composer.goldens(for: same) == composer.goldens(for: origin)
            && same.setup.map(\.input) == origin.setup.map(\.input)
        guard isSame else { return nil }
    }

    private init(_ derivation: FuzzDerivation, _ catalog: Catalog) {
        origin = derivation.case
        subject = derivation.subject
        composer = GoldenComposer(catalog: catalog)
        reducible = Reducible(subject: subject, kept: derivation.kept)
        remake = derivation.remake
    }

    /// After this many requests nothing further is tried; setup and clean-up count.
    var mostRequests: Int { remake == nil ? 20 : 120 }

    /// What the examples have in the place of a random text; nil where the texts are theirs already.
    func usual(at path: String) -> String? {
        guard remake != nil else { return nil }
        let first = path.replacing(/member\.[0-9]+/, with: "member.1")
        return subject.builder.complete().value(at: first)?.scalarText
    }

    /// The paths of texts that may be cut in halves.
    var cuttable: [String] {
        if remake == nil { return origin.isNegative ? [] : reducible.kept.sorted() }
        let usual = Set(Value.fields(subject.builder.complete().fields).leaves(at: "").map(\.value))
        let leaves = Value.fields(origin.steps[0].input.fields).leaves(at: "")
        return leaves.filter { !usual.contains($0.value) }.map(\.path)
    }

    /// Whether an answer other than a refusal means the same for a smaller request as for the case's own.
    var knowsResults: Bool {
        origin.isNegative || remake != nil
            || subject.operation.fixture.completeResult == nil && subject.operation.fixture.completeEffect == nil
    }

    /// The case with a smaller request; of a negative, with as much smaller a control.
    func `case`(by reductions: [Reduction]) -> Case {
        if let remake { return remake(reductions.apply(to: origin.steps[0].input)) }
        guard let control = origin.control else { return positive(reductions.apply(to: origin.steps[0].input)) }
        func smaller(_ step: Step) -> Step { step.changed(input: reductions.apply(to: step.input)) }
        return origin.replacing(
            steps: origin.steps.map(smaller),
            control: Control(
                api: control.api, operation: control.operation, needs: control.needs,
                accountWide: control.accountWide, setup: control.setup, step: smaller(control.step),
                cleanup: control.cleanup))
    }

    /// What the case's answers are held against, by step; nil for a negative, whose refusal is the same.
    func goldens(of case: Case) -> [String: [Golden]]? {
        origin.isNegative ? nil : Dictionary(grouping: composer.goldens(for: `case`), by: \.id.step)
    }

    private func positive(_ input: Fields) -> Case {
        let description = CaseDescription(
            rule: origin.rule, name: origin.name, axis: origin.axis, title: origin.title,
            requirement: origin.requirement, source: origin.source, covers: origin.covers, scope: origin.scope,
            isDeep: origin.isDeep, mayBeRefused: origin.mayBeRefused)
        return subject.positive(description, input: input)
    }

    /// Where a negative differs from its control, or the one element of the spec that a positive exercises.
    private static func kept(by origin: Case) -> Set<String> {
        guard let control = origin.control else {
            let words = origin.covers.count == 1 ? origin.covers[0].split(separator: " ") : []
            return Set(words.dropFirst().prefix(1).map(String.init))
        }
        func leaves(_ step: Step) -> [String: Value] {
            let all = Value.fields(step.input.fields).leaves(at: "")
            return Dictionary(all.map { ($0.path, $0.value) }, uniquingKeysWith: { first, _ in first })
        }
        let sent = leaves(origin.steps[0])
        let right = leaves(control.step)
        return Set(sent.keys).union(right.keys).filter { sent[$0] != right[$0] }
    }
}

extension Case {
    fileprivate func replacing(steps: [Step], control: Control) -> Case {
        Case(
            api: api, operation: operation, name: name, axis: axis, rule: rule, title: title,
            requirement: requirement, source: source, covers: covers, needs: needs, accountWide: accountWide,
            isDeep: isDeep, setup: setup, control: control, steps: steps, effect: effect, cleanup: cleanup,
            scope: scope, mayBeRefused: mayBeRefused)
    }
}
