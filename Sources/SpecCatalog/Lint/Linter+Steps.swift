import SpecModel

/// Steps: requests that name what exists, and expectations that can be met.
extension Linter {
    /// Checks steps in order.
    ///
    /// - Parameter operation: whose derived cases the steps belong to, so that they may take over what
    ///   its request sends; nil in a scenario.
    /// - Parameter captures: what earlier answers have given so far.
    mutating func check(
        steps: [Step], at place: String, for operation: Operation?, _ captures: inout Set<String>
    ) {
        for (index, step) in steps.enumerated() {
            let place = "\(place) step \(step.name.isEmpty ? String(index + 1) : step.name)"
            if let api = step.api, let other = specifications.first(where: { $0.api == api }), api != specification.api
            {
                var linter = Linter(other)
                linter.check(step, at: place, for: operation, &captures)
                adopt(linter.findings)
            } else {
                check(step, at: place, for: operation, &captures)
            }
        }
    }

    private mutating func check(
        _ step: Step, at place: String, for operation: Operation?, _ captures: inout Set<String>
    ) {
        if !step.name.isEmpty { checkKebabCase(step.name, "step", at: place) }
        if step.times < 1 { add(.malformedStep, at: place, "it is sent \(step.times) times") }
        if step.isAtOnce, step.times < 2 { add(.malformedStep, at: place, "one request can't be sent at once") }
        if let transmission = step.envelope.transmission { check(transmission, at: place) }
        if step.paging != nil, step.times > 1 { add(.malformedStep, at: place, "it reads pages several times") }
        check(inputs: inputsUsed(Value.fields(step.input.fields).templates), of: operation, at: place)
        check(captures: capturesUsed(Value.fields(step.input.fields).templates), captures, at: place)
        defer { captures.formUnion(step.captures.keys) }
        guard let target = operations[step.operation] else {
            add(.unknownOperation, at: place, "there is no operation '\(step.operation)'")
            return
        }
        check(input: step, to: target, at: place)
        check(step.expectation, of: target, for: operation, at: place, captures)
        if step.paging != nil, target.pages == nil {
            add(.malformedStep, at: place, "it reads pages, which \(target.name) does not have")
        }
        for (key, path) in step.captures.sorted(by: { $0.key < $1.key }) where !exists(path, in: target.result ?? []) {
            add(.unknownMember, at: place, "'\(key)' captures '\(path)', which the result does not have")
        }
    }

    /// What goes out ahead must be known, and must not need anything.
    private mutating func check(_ transmission: Transmission, at place: String) {
        for case .operation(let name) in transmission.ahead {
            guard let operation = operations[name] else {
                add(.unknownOperation, at: place, "there is no operation '\(name)'")
                continue
            }
            if operation.parameters.contains(where: \.required) {
                add(.malformedStep, at: place, "\(name) goes ahead without its parameters")
            }
        }
    }

    /// Judged steps have names of their own; one may go without if nothing else of the case is judged.
    mutating func checkNames(ofJudged steps: [Step], at place: String, isAlone: Bool) {
        let names = steps.filter(\.expectation.isJudged).map(\.name)
        if names.contains(""), !isAlone || names.count > 1 {
            add(.malformedStep, at: place, "a judged step has no name, so that its golden has none either")
        }
        checkUnique(names.filter { !$0.isEmpty }, "step", at: place)
    }

    private mutating func check(input step: Step, to target: Operation, at place: String) {
        let common = specification.commonParameters
        let depth: ValueCheck.Depth = step.expectation.isSuccess ? .types : .names
        let check = ValueCheck(structures: structures, depth: depth)
        for field in step.input.fields {
            guard let member = (target.parameters + common).first(where: { $0.name == field.name }) else {
                if !ValueCheck.isStranger(field.name) {
                    add(.unknownParameter, at: place, "'\(field.name)' is no parameter of \(target.name)")
                }
                continue
            }
            for problem in check.problems(field.value, member.shape) {
                add(.unknownParameter, at: "\(place) \(field.name)\(problem.path)", problem.text)
            }
        }
        checkTemplates(.fields(step.input.fields), in: .request, at: place)
        let sent = Set(step.input.fields.map(\.name))
        for member in target.parameters where member.required && !sent.contains(member.name) {
            if step.expectation.isSuccess {
                add(.malformedStep, at: place, "it must succeed without '\(member.name)', which is required")
            }
        }
    }

    private mutating func check(
        _ expectation: Expectation, of target: Operation, for operation: Operation?, at place: String,
        _ captures: Set<String>
    ) {
        switch expectation {
        case .accepted, .ignored, .modelled, .observed: break
        case .result(let fields, let evidence):
            check(evidence, at: place)
            check(result: fields, of: target, for: operation, at: place, captures)
        case .failure(let failure): check(failure, at: place)
        case .status(let status, let evidence):
            check(evidence, at: place)
            check(status: status, at: place)
        case .anyOf(let expectations):
            if expectations.count < 2 { add(.malformedExpectation, at: place, "it gives no choice") }
            for expectation in expectations {
                check(expectation, of: target, for: operation, at: place, captures)
            }
        }
    }

    private mutating func check(_ failure: Failure, at place: String) {
        check(failure.evidence, at: place)
        if failure.codes.isEmpty { add(.malformedExpectation, at: place, "the failure has no code") }
        checkUnique(failure.codes, "code", at: place)
        check(status: failure.status, at: place)
        if let message = failure.message { check(message, at: place) }
    }

    private mutating func check(status: Int, at place: String) {
        if !(400...599).contains(status) {
            add(.malformedExpectation, at: place, "status \(status) is not from 400 to 599")
        }
    }

    mutating func check(
        result fields: Fields, of target: Operation, for operation: Operation?, at place: String,
        _ captures: Set<String>
    ) {
        let check = ValueCheck(structures: structures, depth: .types)
        for field in fields.fields {
            guard let member = target.result?.first(where: { $0.name == field.name }) else {
                add(.unknownMember, at: place, "'\(field.name)' is no member of the result of \(target.name)")
                continue
            }
            for problem in check.problems(field.value, member.shape) {
                add(.unknownMember, at: "\(place) result \(field.name)\(problem.path)", problem.text)
            }
        }
        let value = Value.fields(fields.fields)
        checkTemplates(value, in: .answer, at: place)
        self.check(captures: capturesUsed(value.templates), captures, at: place)
        self.check(inputs: value.echoes + inputsUsed(value.templates), of: operation, at: place)
    }

    private mutating func check(captures used: [String], _ known: Set<String>, at place: String) {
        for key in Set(used).sorted() where !known.contains(key) {
            add(.unknownCapture, at: place, "'\(key)' is captured by no earlier step")
        }
    }

    private mutating func check(inputs paths: [String], of operation: Operation?, at place: String) {
        guard let operation else { return }
        for path in Set(paths).sorted() where !exists(path, in: operation.parameters) {
            add(.unknownParameter, at: place, "it takes over '\(path)', which is no parameter of \(operation.name)")
        }
    }
}
