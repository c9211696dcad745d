import SpecModel

/// What reads an effect back, once what was made is taken away again.
struct Disappearance {
    private let operations: [String: Operation]
    private let api: API

    /// - Parameter family: every operation of the API.
    init(_ family: [Operation], _ api: API) {
        operations = Dictionary(family.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.api = api
    }

    /// The steps that take away what a request made and look for it once more; empty where nothing shows it.
    ///
    /// - Parameters:
    ///   - undo: takes it away.
    ///   - effect: showed that it was there.
    func steps(_ undo: Step, after effect: [Step]) -> [Step] {
        guard let deletion = operations[undo.operation] else { return [] }
        let evidence = Evidence.documented(page: deletion.page)
        let gone = effect.compactMap { step -> Step? in
            absence(of: step, after: undo, evidence).map { expectation in
                Step(
                    "gone-\(step.name)", step.operation, step.input, api: step.api, expect: expectation,
                    paging: step.paging)
            }
        }
        guard !gone.isEmpty else { return [] }
        return [Step("delete", undo.operation, undo.input, expect: .result([:], deletion.fixture.evidence))] + gone
    }

    private func absence(of step: Step, after undo: Step, _ evidence: Evidence) -> Expectation? {
        guard step.api ?? api == api, let reader = operations[step.operation], let result = reader.result else {
            return nil
        }
        let asked = Set(Value.fields(step.input.fields).texts)
        // Whoever asks for more than the thing itself, such as all that belongs to another, is told that there is nothing.
        let isNamed = undo.input.fields.allSatisfy { asked.contains($0.value.scalarText ?? "") }
        let errors = isNamed ? reader.errors.filter(\.isAbsence) : []
        if let status = errors.first?.status {
            let codes = errors.filter { $0.status == status }.map(\.code)
            return .failure(Failure(codes.sorted(), status: status, evidence))
        }
        // Only of lists of the whole account, and of what was asked for by name, is it known that nothing else is in.
        let members = result.filter { $0.name != reader.pages?.token }
        guard members.count == 1, let only = members.first else { return nil }
        switch only.shape {
        case .list(_, let list) where list.accountWide: return .result(Fields([Field(only.name, [])]), evidence)
        case .map where !step.input.isEmpty: return .result(Fields([Field(only.name, [:])]), evidence)
        default: return nil
        }
    }
}
