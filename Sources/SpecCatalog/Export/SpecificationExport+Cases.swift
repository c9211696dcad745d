import SpecModel

/// Errors, fixtures, scenarios, and the steps that they are made of.
extension SpecificationExport {
    static func json(_ error: ErrorCase) -> JSON {
        let reach: JSON
        switch error.reach {
        case .provoked(let provocations): reach = .object(["provoked": .array(provocations.map(json))])
        case .scenario(let name): reach = .object(["scenario": .text(name)])
        case .unreachable(let reason): reach = .object(["unreachable": .text(reason)])
        }
        return .object([
            "code": .text(error.code), "status": .integer(error.status), "type": .text(error.origin.rawValue),
            "condition": .text(error.condition), "reach": reach, "isLater": .boolean(error.isLater),
        ])
    }

    private static func json(_ provocation: Provocation) -> JSON {
        .object(dropping: [
            "name": provocation.name.isEmpty ? nil : .text(provocation.name),
            "title": .text(provocation.title),
            "base": provocation.base == .minimal ? "minimal" : "complete",
            "changes": .array(
                provocation.changes.map {
                    .object(dropping: ["path": .text($0.path), "value": $0.value.map(json)])
                }),
            "setup": .array(provocation.setup.map(json)),
            "message": provocation.message.map(json),
            "alternatives": .texts(provocation.alternatives),
            "evidence": provocation.evidence.map(json),
        ])
    }

    static func json(_ wording: Wording) -> JSON {
        .object(["text": .text(wording.text), "evidence": json(wording.evidence)])
    }

    static func json(_ fixture: Fixture) -> JSON {
        .object(dropping: [
            "needs": .texts(fixture.needs.map(\.rawValue)),
            "accountWide": .boolean(fixture.accountWide),
            "setup": .array(fixture.setup.map(json)),
            "result": json(fixture.result.fields),
            "completeResult": fixture.completeResult.map { json($0.fields) },
            "refusal": fixture.refusal.map { json($0.fields) },
            "evidence": json(fixture.evidence),
            "effect": .array(fixture.effect.map(json)),
            "completeEffect": fixture.completeEffect.map { .array($0.map(json)) },
            "cleanup": .array(fixture.cleanup.map(json)),
        ])
    }

    static func json(_ scenario: Scenario) -> JSON {
        .object([
            "name": .text(scenario.name),
            "operation": .text(scenario.operation),
            "axis": .text(scenario.axis.rawValue),
            "title": .text(scenario.title),
            "requirement": .text(scenario.requirement),
            "source": json(scenario.source),
            "needs": .texts(scenario.needs.map(\.rawValue)),
            "accountWide": .boolean(scenario.accountWide),
            "isDeep": .boolean(scenario.isDeep),
            "setup": .array(scenario.setup.map(json)),
            "steps": .array(scenario.steps.map(json)),
            "cleanup": .array(scenario.cleanup.map(json)),
        ])
    }

    static func json(_ probe: NeedProbe) -> JSON {
        .object(dropping: [
            "need": .text(probe.need.rawValue), "steps": .array(probe.steps.map(json)),
            "resource": probe.resource.map(JSON.text),
        ])
    }

    static func json(_ step: Step) -> JSON {
        .object(dropping: [
            "name": step.name.isEmpty ? nil : .text(step.name),
            "operation": .text(step.operation),
            "input": json(step.input.fields),
            "expect": json(step.expectation),
            "captures": step.captures.isEmpty ? nil : .object(step.captures.mapValues(JSON.text)),
            "paging": step.paging.map { .object(dropping: ["size": $0.size.map(JSON.integer)]) },
            "times": step.times == 1 ? nil : .integer(step.times),
            "isAtOnce": step.isAtOnce ? .boolean(true) : nil,
            "envelope": step.envelope.isUsual ? nil : json(step.envelope),
        ])
    }

    private static func json(_ envelope: Envelope) -> JSON {
        let action: JSON?
        switch envelope.action {
        case .operation: action = .object(["operation": .boolean(true)])
        case .named(let name): action = .object(["named": .text(name)])
        case .absent: action = nil
        }
        return .object(dropping: [
            "method": envelope.method.map(JSON.text), "action": action, "version": envelope.version.map(JSON.text),
            "signature": .text("\(envelope.signature)"), "contentType": json(envelope.contentType),
            "body": json(envelope.body), "transmission": envelope.transmission.map { .text($0.description) },
        ])
    }

    /// nil for the usual one.
    private static func json(_ type: Envelope.ContentType) -> JSON? {
        switch type {
        case .usual: nil
        case .named(let name): .text(name)
        case .absent: .text("")
        }
    }

    /// nil for the parameters in their order.
    private static func json(_ body: Envelope.Body) -> JSON? {
        switch body {
        case .parameters: nil
        case .reversed: .object(["reversed": .boolean(true)])
        case .text(let text): .object(["text": .text(text)])
        case .followed(let tail): .object(["followedBy": .text(tail)])
        }
    }

    private static func json(_ expectation: Expectation) -> JSON {
        switch expectation {
        case .accepted: .object(["kind": "accepted"])
        case .ignored: .object(["kind": "ignored"])
        case .modelled: .object(["kind": "modelled"])
        case .observed: .object(["kind": "observed"])
        case .result(let fields, let evidence):
            .object(["kind": "result", "result": json(fields.fields), "evidence": json(evidence)])
        case .failure(let failure):
            .object(dropping: [
                "kind": "failure", "codes": .texts(failure.codes), "status": .integer(failure.status),
                "type": .text(failure.origin.rawValue), "message": failure.message.map(json),
                "evidence": json(failure.evidence),
            ])
        case .status(let status, let evidence):
            .object(["kind": "status", "status": .integer(status), "evidence": json(evidence)])
        case .anyOf(let expectations):
            .object(["kind": "anyOf", "expectations": .array(expectations.map(json))])
        }
    }
}
