import SpecModel
import Testing

@testable import SpecsV1

/// Scenarios and fixtures are data: a misspelt name in them would show up only against an endpoint.
@Suite struct ReceivingScenarioTests {
    private static let operations = Dictionary(uniqueKeysWithValues: SESv1.receivingOperations.map { ($0.name, $0) })
    private static let structures = Dictionary(uniqueKeysWithValues: SESv1.receivingStructures.map { ($0.name, $0) })
    private static let scenarios = SESv1.receivingScenarios + SESv1.protocolScenarios

    /// Operations of others that steps here make use of.
    private static let foreign: Set<String> = [
        "DeleteIdentity", "GetIdentityPolicies", "GetSendQuota", "GetSendStatistics", "ListIdentities",
        "PutIdentityPolicy", "SendEmail", "SendRawEmail", "VerifyEmailIdentity",
    ]

    @Test("ids are unique and kebab-case")
    func ids() {
        let ids = Self.scenarios.map { "\($0.operation)/\($0.name)" }
        #expect(Set(ids).count == ids.count)
        for scenario in Self.scenarios { #expect(Self.isKebab(scenario.name), "\(scenario.name)") }
    }

    @Test("judged steps have names where there are several, each once")
    func stepNames() {
        for scenario in Self.scenarios where scenario.steps.count > 1 {
            let names = scenario.steps.map(\.name)
            #expect(Set(names).count == names.count, "\(scenario.operation)/\(scenario.name)")
            #expect(names.allSatisfy(Self.isKebab), "\(scenario.operation)/\(scenario.name)")
        }
        for operation in SESv1.receivingOperations {
            for effect in [operation.fixture.effect, operation.fixture.completeEffect ?? []] {
                let names = effect.map(\.name)
                #expect(Set(names).count == names.count && names.allSatisfy(Self.isKebab), "\(operation.name)")
            }
        }
    }

    @Test("a negative comes after a success in the same case")
    func controls() {
        for scenario in Self.scenarios {
            guard let first = scenario.steps.firstIndex(where: { Self.isBindingFailure($0.expectation) }) else {
                continue
            }
            let before = scenario.setup + scenario.steps[..<first]
            #expect(!before.isEmpty, "\(scenario.operation)/\(scenario.name)")
        }
    }

    @Test("scenarios for received mail need a receiving region")
    func needs() {
        for scenario in Self.scenarios where Self.operations[scenario.operation] != nil {
            #expect(scenario.needs.contains(.receivingRegion), "\(scenario.operation)/\(scenario.name)")
        }
    }

    @Test("a resource or sender that steps name is among the needs")
    func resources() {
        for scenario in Self.scenarios {
            let texts = (scenario.setup + scenario.steps).flatMap { Self.texts(.fields($0.input.fields)) }
            for placeholder in texts.flatMap({ Template($0).placeholders }) {
                if placeholder.kind == "resource", let name = placeholder.argument {
                    #expect(scenario.needs.contains { $0.rawValue == name }, "\(scenario.name): \(name)")
                }
                if placeholder.kind == "sender" {
                    #expect(scenario.needs.contains(.verifiedIdentity), "\(scenario.name): sender")
                }
            }
        }
    }

    @Test("who changes the active rule set keeps it, restores it and runs alone")
    func activeRuleSet() {
        var count = 0
        for scenario in Self.scenarios
        where (scenario.setup + scenario.steps).contains(where: { $0.operation == "SetActiveReceiptRuleSet" }) {
            #expect(scenario.accountWide, "\(scenario.name)")
            #expect(scenario.setup.first?.captures == ["previous": "Metadata.Name"], "\(scenario.name)")
            #expect(scenario.cleanup.map(\.operation) == ["SetActiveReceiptRuleSet"], "\(scenario.name)")
            count += 1
        }
        for operation in SESv1.receivingOperations
        where operation.name == "SetActiveReceiptRuleSet"
            || operation.fixture.setup.contains(where: { $0.operation == "SetActiveReceiptRuleSet" })
        {
            #expect(operation.fixture.accountWide, "\(operation.name)")
            #expect(operation.fixture.setup.first?.captures == ["previous": "Metadata.Name"], "\(operation.name)")
            #expect(operation.fixture.cleanup.map(\.operation) == ["SetActiveReceiptRuleSet"], "\(operation.name)")
            count += 1
        }
        #expect(count == 16)
    }

    @Test("steps send parameters and expect members that the operations have")
    func names() {
        var checked = 0
        for step in Self.steps {
            guard let operation = Self.operations[step.operation] else {
                #expect(Self.foreign.contains(step.operation), "\(step.operation)")
                continue
            }
            check(.fields(step.input.fields), operation.parameters, "\(step.operation) sends")
            for fields in Self.results(step.expectation) {
                check(.fields(fields.fields), operation.result ?? [], "\(step.operation) answers")
            }
            checked += 1
        }
        #expect(checked > 200)
    }

    @Test("a result that is expected has every member that must be there")
    func requiredMembers() {
        for step in Self.steps {
            guard let operation = Self.operations[step.operation], let result = operation.result else { continue }
            for fields in Self.results(step.expectation) {
                // What is said of a set without rules, with and without the list, is an alternative.
                if case .anyOf = step.expectation { continue }
                for member in result where member.required {
                    #expect(fields[member.name] != nil, "\(step.operation) \(step.name): \(member.name)")
                }
            }
        }
    }

    @Test("undo and provocations name parameters that exist")
    func paths() {
        for operation in SESv1.receivingOperations {
            if let undo = operation.undo {
                let parameters = Self.operations[undo.operation]?.parameters.map(\.name) ?? []
                #expect(undo.parameters.allSatisfy { parameters.contains($0.name) }, "\(operation.name)")
            }
            let changed = operation.errors.flatMap { error -> [String] in
                guard case .provoked(let provocations) = error.reach else { return [] }
                return provocations.flatMap { $0.changes.map(\.path) }
            }
            for path in changed + (operation.undo?.parameters.map(\.from) ?? []) {
                #expect(Self.exists(path, operation.parameters), "\(operation.name): \(path)")
            }
        }
    }

    // MARK: -

    private static var steps: [Step] {
        let fixtures = SESv1.receivingOperations.flatMap { operation -> [Step] in
            let fixture = operation.fixture
            let own = Step("", operation.name, expect: .result(fixture.result, fixture.evidence))
            let provoked = operation.errors.flatMap { error -> [Step] in
                guard case .provoked(let provocations) = error.reach else { return [] }
                return provocations.flatMap(\.setup)
            }
            return fixture.setup + fixture.effect + (fixture.completeEffect ?? []) + fixture.cleanup + provoked + [own]
        }
        return fixtures + scenarios.flatMap { $0.setup + $0.steps + $0.cleanup }
            + SESv1.receivingProbes.flatMap(\.steps)
    }

    private static func results(_ expectation: SpecModel.Expectation) -> [Fields] {
        switch expectation {
        case .result(let fields, _): [fields]
        case .anyOf(let choices): choices.flatMap(results)
        default: []
        }
    }

    private static func isBindingFailure(_ expectation: SpecModel.Expectation) -> Bool {
        switch expectation {
        case .failure(let failure): failure.evidence.provenance.isBinding
        case .anyOf(let choices): choices.allSatisfy(isBindingFailure)
        default: false
        }
    }

    private func check(_ value: Value, _ members: [Member], _ place: String) {
        guard case .fields(let fields) = value else { return }
        for field in fields {
            guard let member = members.first(where: { $0.name == field.name }) else {
                #expect(field.name == "NoSuchAction", "\(place) \(field.name)")
                continue
            }
            switch (member.shape, field.value) {
            case (.structure(let name), let value): check(value, Self.structures[name]?.members ?? [], place)
            case (.list(.structure(let name), _), .list(let values)):
                for value in values { check(value, Self.structures[name]?.members ?? [], place) }
            case (.list, .list), (_, .echo), (.text, .text), (.timestamp, .text), (.boolean, .boolean): break
            case (_, .text(let text)) where text.hasPrefix("⟦default⟧"): break
            default: Issue.record("\(place) \(field.name) as \(field.value)")
            }
        }
    }

    private static func exists(_ path: String, _ members: [Member]) -> Bool {
        var members = members
        for part in path.split(separator: ".") where part != "member" && Int(part) == nil {
            guard let member = members.first(where: { $0.name == part }) else { return false }
            if case .structure(let name) = member.shape { members = structures[name]?.members ?? [] }
        }
        return true
    }

    private static func texts(_ value: Value) -> [String] {
        switch value {
        case .text(let text), .blob(let text): [text]
        case .list(let values): values.flatMap(texts)
        case .fields(let fields): fields.flatMap { texts($0.value) }
        case .integer, .boolean, .echo: []
        }
    }

    private static func isKebab(_ name: String) -> Bool {
        name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil
    }
}
