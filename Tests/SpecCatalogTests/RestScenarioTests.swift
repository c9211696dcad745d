import SpecCatalog
import SpecModel
import Testing

@testable import SpecsV2

/// What holds of the scenarios of v2, beside what lint finds.
@Suite struct RestScenarioTests {
    /// Names are what tests are told by; a whole scenario would fill a screen.
    static let ids = SESv2.scenarios.map { "\($0.operation)/\($0.name)" }

    private static func scenario(_ id: String) throws -> Scenario {
        try #require(SESv2.scenarios.first { "\($0.operation)/\($0.name)" == id })
    }

    @Test("a scenario's name is its own within the operation") func uniqueNames() {
        #expect(Set(Self.ids).count == Self.ids.count)
    }

    @Test("a case that sends from the run's sender says so", arguments: ids)
    func needs(id: String) throws {
        let scenario = try Self.scenario(id)
        for placeholder in (scenario.setup + scenario.steps).flatMap(\.sentPlaceholders) {
            switch placeholder.kind {
            case "sender": #expect(scenario.needs.contains(.verifiedIdentity))
            case "resource": #expect(scenario.needs.map(\.rawValue).contains(placeholder.argument ?? ""))
            default: break
            }
        }
    }

    @Test("a case that must be refused first does the same rightly", arguments: ids)
    func controls(id: String) throws {
        let scenario = try Self.scenario(id)
        let refused = scenario.steps.filter { step in
            if case .failure(let failure) = step.expectation { failure.evidence.provenance.isBinding } else { false }
        }
        let sent = scenario.setup + scenario.steps.filter { if case .result = $0.expectation { true } else { false } }
        for step in refused { #expect(sent.contains { $0.operation == step.operation }, "\(step.operation)") }
    }

    @Test("after a request that is only said to be refused, nothing binds", arguments: ids)
    func claims(id: String) throws {
        var isOpen = false
        for step in try Self.scenario(id).steps {
            if case .failure(let failure) = step.expectation, !failure.evidence.provenance.isBinding {
                isOpen = true
            } else if isOpen, case .result(_, let evidence) = step.expectation {
                #expect(!evidence.provenance.isBinding, "\(step.name)")
            }
        }
    }

    @Test("a case that counts, reads pages or has policies runs alone", arguments: ids)
    func alone(id: String) throws {
        let scenario = try Self.scenario(id)
        let steps = scenario.setup + scenario.steps
        let readsPages = steps.contains { $0.paging?.size != nil }
        let counts = scenario.steps.contains { !$0.captures.isEmpty }
        let hasPolicies = steps.contains { $0.operation == "CreateEmailIdentityPolicy" }
        #expect(!readsPages && !counts && !hasPolicies || scenario.accountWide)
    }

    @Test("the size of pages that is expected is the size that is asked for", arguments: ids)
    func pageSizes(id: String) throws {
        for step in try Self.scenario(id).steps where step.paging?.size != nil {
            #expect(step.input["PageSize"] == step.paging?.size.map { .integer($0) })
        }
    }

    @Test("cases over both APIs name operations of v1 by their API") func overBothAPIs() {
        let own = Set(SESv2.operations.map(\.name))
        let crossing = SESv2.scenarios.filter { ($0.setup + $0.steps).contains { $0.api == .v1 } }
        #expect(crossing.count >= 14)
        for scenario in crossing {
            #expect(own.contains(scenario.operation))
            for step in scenario.setup + scenario.steps where step.api == nil { #expect(own.contains(step.operation)) }
        }
    }

    @Test("lint follows a step into the other API's spec") func lintOfBoth() {
        let step = Step("", "ListIdentities", ["MaxItem": 1], api: .v1, expect: .accepted)
        let scenario = Scenario(
            "crossing", "GetAccount", title: "crosses", requirement: "It MUST be seen.", source: SESv2.fromModel,
            setup: [step], steps: [Step("", "GetAccount", expect: .observed)])
        let specification = Specification(
            api: .v2, operations: SESv2.operations, structures: SESv2.structures, commonErrors: [],
            scenarios: SESv2.scenarios + [scenario], observations: [])
        let others = Catalog.standard.specifications.filter { $0.api == .v1 }
        let findings = Lint.findings(in: Catalog(others + [specification]))
        #expect(findings.map(\.rule) == [.unknownParameter])
        #expect(findings.first?.text == "'MaxItem' is no parameter of ListIdentities")
    }
}

extension Step {
    fileprivate var sentPlaceholders: [Placeholder] {
        func texts(_ value: Value) -> [String] {
            switch value {
            case .text(let text), .blob(let text): [text]
            case .list(let values): values.flatMap(texts)
            case .fields(let fields): fields.flatMap { texts($0.value) }
            case .integer, .boolean, .echo: []
            }
        }
        return texts(.fields(input.fields)).flatMap { Template($0).placeholders }
    }
}
