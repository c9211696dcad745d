import SpecModel

/// A case with a random request, and how to make the same with a smaller one.
struct FuzzDerivation: Sendable {
    let kind: FuzzKind
    let subject: OperationUnderTest
    let `case`: Case
    /// Where the request is wrong: what a smaller one must keep.
    let kept: Set<String>
    let remake: @Sendable (Fields) -> Case

    /// - Parameter label: part of every name that the case makes.
    init(_ id: FuzzID, _ subject: OperationUnderTest, label: String) {
        self.subject = subject
        var numbers = SeededNumbers(seed: id.seed, for: "\(id.api.rawValue)/\(id.operation)/\(id.number)")
        kind = Int.random(in: 0..<2, using: &numbers) == 0 ? .valid : .nearlyValid
        let isLong = Bool.random(using: &numbers)
        var request = RandomRequest(subject, numbers)
        let input = request.make()
        switch kind {
        case .valid:
            let case_ = ValidCase(
                id: id, subject: subject, label: label, isCertain: request.isCertain, isDeleted: isLong)
            kept = []
            remake = { case_.with($0) }
            self.case = case_.with(input)
        case .nearlyValid:
            // What a request is to be wrong beside must be right beyond doubt.
            let usual = request.isCertain ? input : subject.builder.minimal()
            var faults = RandomFaults(subject, usual, request.rest)
            let fault = faults.make()
            let case_ = NearlyValidCase(
                id: id, subject: subject, label: label, usual: usual, fault: fault, isAfterRightOne: isLong)
            kept = [fault.path]
            remake = { case_.with($0) }
            self.case = case_.with(fault.input)
        }
    }
}

/// A case that sends a valid request, reads its effect back by both APIs, takes it away and looks again.
private struct ValidCase: Sendable {
    let id: FuzzID
    let subject: OperationUnderTest
    let label: String
    let isCertain: Bool
    /// Whether what was made is taken away within the case, and looked for.
    let isDeleted: Bool

    func with(_ input: Fields) -> Case {
        let operation = subject.operation
        let description = CaseDescription(
            rule: FuzzKind.valid.rawValue, name: id.name, axis: .values,
            title: "sends a random valid request; again: ses-conformance fuzz \(id)",
            requirement: isCertain
                ? "The service MUST do what is asked." : "The service MUST do what is asked, if it accepts it.",
            source: .documented(page: operation.page), mayBeRefused: !isCertain)
        let readings = readings(of: input)
        let positive = subject.positive(description, input: input, readings: readings)
        var effect = positive.effect
        if let cross = CrossReading.step(after: operation) {
            effect.append(subject.reading(cross, after: input, orAsAfter: readings))
        }
        if isDeleted, let undo = subject.undo(of: input).first {
            effect += Disappearance(subject.family, operation.api).steps(undo, after: effect)
        }
        return positive.labelled(label, effect: effect)
    }

    /// Readers of XML turn a carriage return that is not written as a reference into a line feed.
    private func readings(of input: Fields) -> [Fields] {
        guard subject.operation.api == .v1 else { return [] }
        let read = input.mapTexts { $0.replacing("\r\n", with: "\n").replacing("\r", with: "\n") }
        return read == input ? [] : [read]
    }
}

/// A case that sends a request with one thing wrong, of which only the grossest faults are held against a service.
private struct NearlyValidCase: Sendable {
    let id: FuzzID
    let subject: OperationUnderTest
    let label: String
    let usual: Fields
    let fault: RandomFault
    /// Whether the same request without the fault goes before, so that a refusal can be seen to change nothing.
    let isAfterRightOne: Bool

    func with(_ input: Fields) -> Case {
        let operation = subject.operation
        let description = CaseDescription(
            rule: FuzzKind.nearlyValid.rawValue, name: id.name, axis: .errors,
            title: "\(fault.title); again: ses-conformance fuzz \(id)",
            requirement: "The service MUST NOT answer with a server error, nor change anything if it refuses.",
            source: .documented(page: operation.page), scope: .soundness)
        let right = subject.positive(description, input: usual)
        let step = Step("", operation.name, input, expect: .observed, envelope: fault.envelope)
        let before = isAfterRightOne ? [Step.setup(operation.name, usual)] : []
        return right.labelled(
            label, setup: right.setup + before, steps: [step], effect: isAfterRightOne ? right.effect : [],
            cleanup: ([usual] + [fault.reading].compactMap { $0 }).flatMap(subject.undo) + right.cleanup)
    }
}

extension Case {
    /// The case under names of its own, with other steps.
    fileprivate func labelled(
        _ label: String, setup: [Step]? = nil, steps: [Step]? = nil, effect: [Step], cleanup: [Step]? = nil
    ) -> Case {
        Case(
            api: api, operation: operation, name: name, axis: axis, rule: rule, title: title,
            requirement: requirement, source: source, covers: covers, needs: needs, accountWide: accountWide,
            isDeep: isDeep, setup: setup ?? self.setup, control: control, steps: steps ?? self.steps, effect: effect,
            cleanup: cleanup ?? self.cleanup, scope: scope, mayBeRefused: mayBeRefused, label: label)
    }
}
