import SpecModel

/// Each error that an operation declares is given under its condition.
struct DeclaredErrorRule: Rule {
    let id = "declared-error"
    let summary = "Each error that an operation declares is given under its condition."
    let subject = "request that a declared error is due to"

    func cases(for subject: OperationUnderTest) -> [Case] {
        subject.operation.errors.flatMap { error -> [Case] in
            guard case .provoked(let provocations) = error.reach else { return [] }
            return provocations.map { self.case(error, $0, subject) }
        }
    }

    private func `case`(_ error: ErrorCase, _ provocation: Provocation, _ subject: OperationUnderTest) -> Case {
        let suffix = provocation.name.isEmpty ? "" : "-\(provocation.name)"
        return DeclaredErrorRule.negative(
            subject, error, provocation, rule: id, name: "error-\(error.code.kebabCased)\(suffix)")
    }

    /// The request by which an error is brought about.
    static func negative(
        _ subject: OperationUnderTest, _ error: ErrorCase, _ provocation: Provocation, rule: String, name: String,
        axis: Axis = .errors, scope: Case.Scope = .everything
    ) -> Case {
        let base = provocation.base == .complete ? subject.builder.complete() : subject.builder.minimal()
        let input = provocation.changes.reduce(base) { $0.setting($1.path, to: $1.value) }
        let evidence = provocation.evidence ?? .documented(page: subject.operation.page)
        let codes = ([error.code] + provocation.alternatives).sorted()
        let description = CaseDescription(
            rule: rule, name: name, axis: axis, title: provocation.title,
            requirement: "The service MUST answer \(error.status) "
                + codes.joined(separator: " or ") + " when \(error.condition).",
            source: evidence, covers: ["error \(error.code)"], scope: scope)
        return subject.negative(
            description, input: input, control: base,
            failure: Failure(codes, status: error.status, message: provocation.message, evidence),
            extraSetup: provocation.setup)
    }
}
