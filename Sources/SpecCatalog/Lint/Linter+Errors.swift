import SpecModel

/// Errors, and how they are brought about.
extension Linter {
    mutating func check(errors: [ErrorCase], of operation: Operation) {
        checkUnique(errors.map(\.code), "error", at: operation.id)
        for error in errors { check(error, at: "\(operation.id) error \(error.code)", of: operation) }
    }

    /// - Parameter operation: the operation that declares the error; nil for a common one.
    mutating func check(_ error: ErrorCase, at place: String, of operation: Operation?) {
        checkText(error.code, "code", at: place)
        checkText(error.condition, "condition", at: place)
        if !(400...599).contains(error.status) {
            add(.malformedError, at: place, "status \(error.status) is not from 400 to 599")
        }
        switch error.reach {
        case .unreachable(let reason): checkText(reason, "reason why it is unreachable", at: place)
        case .scenario(let name):
            // A common error is no operation's own: its scenario is named with the operation, `SendEmail/unsigned`.
            let names = (specification.scenarios + specification.samples).map { "\($0.operation)/\($0.name)" }
            if !names.contains(operation.map { "\($0.name)/\(name)" } ?? name) {
                add(.unknownScenario, at: place, "there is no scenario '\(name)'\(operation == nil ? "" : " of it")")
            }
        case .provoked(let provocations):
            if provocations.isEmpty { add(.malformedError, at: place, "it is provoked, but nothing says how") }
            checkUnique(provocations.map(\.name), "provocation", at: place)
            for provocation in provocations { check(provocation, of: operation, at: place) }
        }
    }

    private mutating func check(_ provocation: Provocation, of operation: Operation?, at place: String) {
        let place = provocation.name.isEmpty ? place : "\(place) provocation \(provocation.name)"
        checkText(provocation.title, "title", at: place)
        if !provocation.name.isEmpty { checkKebabCase(provocation.name, "provocation", at: place) }
        if let evidence = provocation.evidence { check(evidence, at: place) }
        if let message = provocation.message { check(message, at: place) }
        guard let operation else {
            add(.malformedError, at: place, "a common error is provoked by no operation in particular: name a scenario")
            return
        }
        if provocation.changes.isEmpty, provocation.setup.isEmpty {
            add(.malformedError, at: place, "it changes nothing, so that the request is its own control")
        }
        for change in provocation.changes {
            if !exists(change.path, in: operation.parameters) {
                add(.unknownParameter, at: place, "it changes '\(change.path)', which is no parameter")
            }
            if let value = change.value { checkTemplates(value, in: .request, at: place) }
        }
        var captures: Set<String> = []
        check(steps: provocation.setup, at: "\(place) setup", for: operation, &captures)
    }

    mutating func check(_ wording: Wording, at place: String) {
        checkText(wording.text, "wording", at: place)
        check(Template(wording.text), in: .answer, at: place)
        check(wording.evidence, at: place)
    }
}
