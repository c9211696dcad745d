import SpecModel
import Wire

@testable import Conformance

/// Operations made for one rule, and their cases in a form that is easily read.
enum SampleOperation {
    static let evidence = Evidence.documented(page: 7)

    static func make(
        _ parameters: [Member], rules: [MemberRule] = [], result: [Member]? = [], errors: [ErrorCase] = [],
        fixture: Fixture = Fixture(evidence)
    ) -> Operation {
        Operation(
            "DoThing", family: .account, "Does a thing.", page: 7, parameters: parameters, rules: rules,
            result: result, errors: errors, fixture: fixture)
    }

    /// An operation of v2 that names a thing in its path and has the errors.
    static func rest(_ name: Member, errors: [ErrorCase]) -> Operation {
        Operation(
            "DoThing", api: .v2, family: .account, "Does a thing.", page: "DoThing",
            route: Route("DELETE", "/things/{Name}"), parameters: [name], result: [], errors: errors,
            fixture: Fixture(evidence))
    }

    /// There is nothing of a name.
    static func absence(_ path: String) -> ErrorCase {
        ErrorCase(
            "NotFoundException", status: 404, when: "there is none",
            reach: .provoked([Provocation(title: "names nothing", changes: [.init(path, "⟦name:absent⟧")])]))
    }

    static func cases(_ rule: any Rule, _ operation: Operation, _ structures: [Structure] = []) -> [Case] {
        let named = Dictionary(structures.map { ($0.name, $0) }) { first, _ in first }
        return rule.cases(for: OperationUnderTest(operation, structures: named))
    }

    static func cases(
        _ rule: any Rule, _ parameters: [Member], rules: [MemberRule] = [], structures: [Structure] = []
    ) -> [Case] {
        cases(rule, make(parameters, rules: rules), structures)
    }

    static func text(_ name: String, required: Bool = false, example: Value? = "a") -> Member {
        Member(name, .string(), required: required, "A text.", example: example)
    }
}

extension Fields {
    /// `Rule.Name=a`, one a parameter.
    var sent: [String] { QueryParameters.flatten(fields).map { "\($0.name)=\($0.value)" } }
}

extension Case {
    /// What the first judged request sends.
    var sent: [String] { steps[0].input.sent }

    /// What its control sends.
    var controlSent: [String]? { control?.step.input.sent }

    /// The codes of which it expects one; empty for a positive.
    var codes: [String] {
        if case .failure(let failure) = steps[0].expectation { failure.codes } else { [] }
    }

    /// `400 A|B`, one a failure that is right.
    var failures: [String] {
        steps[0].expectation.choices.compactMap { choice in
            guard case .failure(let failure) = choice else { return nil }
            return "\(failure.status) \(failure.codes.joined(separator: "|"))"
        }
    }

    /// Whether its first judged request is only reported.
    var isObserved: Bool { if case .observed = steps[0].expectation { true } else { false } }

    /// What stands behind the expectation of its first judged request.
    var evidence: Evidence? {
        switch steps[0].expectation {
        case .failure(let failure): failure.evidence
        case .result(_, let evidence): evidence
        default: nil
        }
    }
}

extension [Case] {
    /// `name: a=b c=d`, a line a case.
    var lines: [String] { map { "\($0.name): \($0.sent.joined(separator: " "))" } }
}
