import SpecModel

/// Operations: their pages, errors and undo, and what exercises them.
extension Linter {
    mutating func checkOperations() {
        for operation in specification.operations {
            checkText(operation.summary, "summary", at: operation.id)
            checkPage(operation.page, at: operation.id)
            check(members: operation.parameters, rules: operation.rules, at: "\(operation.id) parameters")
            check(members: operation.result ?? [], rules: [], at: "\(operation.id) result")
            checkExamples(of: operation)
            if let pages = operation.pages { check(pages, of: operation) }
            if let undo = operation.undo { check(undo, of: operation) }
            check(errors: operation.errors, of: operation)
            check(operation.fixture, of: operation)
            check(operation.observations, at: operation.id)
        }
    }

    mutating func checkCommon() {
        check(members: specification.commonParameters, rules: [], at: "\(api) common parameters")
        checkUnique(specification.commonErrors.map(\.code), "common error", at: api)
        for error in specification.commonErrors { check(error, at: "\(api) common error \(error.code)", of: nil) }
        check(specification.observations, at: api)
    }

    private mutating func check(_ pages: Pages, of operation: Operation) {
        let names = Set(operation.parameters.map(\.name))
        let result = operation.result ?? []
        for name in [pages.token] + (pages.size.map { [$0] } ?? []) where !names.contains(name) {
            add(.malformedPages, at: operation.id, "pages are read by '\(name)', which is no parameter")
        }
        if !result.contains(where: { $0.name == pages.token }) {
            add(.malformedPages, at: operation.id, "pages go on by '\(pages.token)', which is no member of the result")
        }
        switch result.first(where: { $0.name == pages.items })?.shape {
        case .list, .map: break
        default: add(.malformedPages, at: operation.id, "pages hold '\(pages.items)', which is no list of the result")
        }
    }

    private mutating func check(_ undo: Undo, of operation: Operation) {
        guard let other = operations[undo.operation] else {
            add(.malformedUndo, at: operation.id, "undo calls '\(undo.operation)', which is no operation")
            return
        }
        for (name, from) in undo.parameters {
            if !other.parameters.contains(where: { $0.name == name }) {
                add(.malformedUndo, at: operation.id, "undo sends '\(name)', which is no parameter of \(other.name)")
            }
            if !exists(from, in: operation.parameters) {
                add(.malformedUndo, at: operation.id, "undo takes '\(from)', which is no parameter")
            }
        }
        let sent = Set(undo.parameters.map(\.name))
        for member in other.parameters where member.required && !sent.contains(member.name) {
            add(.malformedUndo, at: operation.id, "undo does not send '\(member.name)', which \(other.name) requires")
        }
    }

    private mutating func check(_ observations: [Observation], at place: String) {
        for observation in observations {
            let place = "\(place) observation '\(observation.condition)'"
            checkText(observation.condition, "condition", at: place)
            check(observation.evidence, at: place)
            if !(200...599).contains(observation.status) {
                add(.malformedExpectation, at: place, "status \(observation.status) is not from 200 to 599")
            }
            if let message = observation.message { check(Template(message), in: .answer, at: place) }
        }
    }

    private mutating func check(_ fixture: Fixture, of operation: Operation) {
        let place = "\(operation.id) fixture"
        check(fixture.evidence, at: place)
        var captures: Set<String> = []
        check(steps: fixture.setup, at: "\(place) setup", for: operation, &captures)
        for result in [fixture.result, fixture.completeResult, fixture.refusal].compactMap(\.self) {
            check(result: result, of: operation, for: operation, at: place, captures)
        }
        for member in operation.result ?? [] where member.required && fixture.result[member.name] == nil {
            add(.unknownMember, at: place, "the result lacks '\(member.name)', which is required")
        }
        for effect in [fixture.effect, fixture.completeEffect ?? []] {
            check(steps: effect, at: "\(place) effect", for: operation, &captures)
            checkNames(ofJudged: effect, at: "\(place) effect", isAlone: false)
        }
        check(steps: fixture.cleanup, at: "\(place) cleanup", for: operation, &captures)
    }
}
