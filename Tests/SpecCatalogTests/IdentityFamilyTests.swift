import SpecModel
import Testing

@testable import SpecsV1

/// What holds of the operations on identities, policies, sending and its counters, beside what lint finds.
@Suite struct IdentityFamilyTests {
    static let scenarios = SESv1.identityScenarios + SESv1.samples
    /// Names are what tests are told by; a whole scenario would fill a screen.
    static let ids = scenarios.map { "\($0.operation)/\($0.name)" }

    private static func scenario(_ id: String) throws -> Scenario {
        try #require(scenarios.first { "\($0.operation)/\($0.name)" == id })
    }

    @Test("there are 24 operations and 11 data types, in the alphabet's order") func counts() {
        let operations = SESv1.identityOperations.map(\.name)
        let types = SESv1.identityStructures.map(\.name)
        #expect(operations.count == 24)
        #expect(operations == operations.sorted())
        #expect(types.count == 11)
        #expect(types == types.sorted())
    }

    @Test("each operation that the reference prints a sample of has one") func samples() {
        let unprinted: Set = ["GetIdentityMailFromDomainAttributes", "SetIdentityMailFromDomain"]
        let expected = SESv1.identityOperations.map(\.name).filter { !unprinted.contains($0) }
        #expect(SESv1.samples.map(\.operation).sorted() == expected)
        #expect(SESv1.samples.allSatisfy { $0.name == "reference-sample" && $0.axis == .shape })
        #expect(SESv1.samples.allSatisfy { $0.source.provenance == .documented })
    }

    @Test("a scenario's name is its own within the operation") func uniqueNames() {
        #expect(Set(Self.ids).count == Self.ids.count)
    }

    @Test("an operation without a result has its effect read back", arguments: SESv1.identityOperations.map(\.name))
    func effects(name: String) throws {
        let operation = try #require(SESv1.identityOperations.first { $0.name == name })
        guard operation.result?.isEmpty ?? true else { return }
        #expect(!operation.fixture.effect.isEmpty)
    }

    @Test("a case that sends an outside resource or from a verified address says so", arguments: ids)
    func needs(id: String) throws {
        let scenario = try Self.scenario(id)
        for placeholder in Self.placeholders(in: scenario.setup + scenario.steps) {
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
        let isNegative = scenario.steps.contains { if case .failure = $0.expectation { true } else { false } }
        guard isNegative, scenario.source.provenance.isBinding, scenario.name != "mail-from-domain-not-verified" else {
            return
        }
        let refused = scenario.steps.filter { if case .failure = $0.expectation { true } else { false } }
        for step in refused { #expect(scenario.setup.contains { $0.operation == step.operation }) }
    }

    @Test("a case that counts or reads pages runs alone", arguments: ids)
    func alone(id: String) throws {
        let scenario = try Self.scenario(id)
        let readsPages = scenario.steps.contains { $0.paging?.size != nil }
        let counts = scenario.steps.contains { !$0.captures.isEmpty }
        #expect(!readsPages && !counts || scenario.accountWide)
    }

    @Test("the size of pages that is expected is the size that is asked for", arguments: ids)
    func pageSizes(id: String) throws {
        let scenario = try Self.scenario(id)
        for step in scenario.steps where step.paging?.size != nil {
            #expect(step.input["MaxItems"] == step.paging?.size.map { .integer($0) })
        }
    }

    @Test("51 recipients are one more than 50, over all lists") func recipients() throws {
        for (name, count) in [("recipients-50", 50), ("recipients-51", 51)] {
            let scenario = try Self.scenario("SendEmail/\(name)")
            guard case .fields(let lists)? = scenario.steps[0].input["Destination"] else {
                Issue.record("no destination")
                continue
            }
            let sizes = lists.map { field in if case .list(let members) = field.value { members.count } else { 0 } }
            #expect(sizes.count == 3)
            #expect(sizes.reduce(0, +) == count)
        }
    }

    @Test("raw messages end their lines with CR and LF, and name no recipient twice", arguments: [50, 51])
    func rawRecipients(count: Int) throws {
        let scenario = try Self.scenario("SendRawEmail/recipients-\(count)")
        guard case .fields(let fields)? = scenario.steps[0].input["RawMessage"],
            case .blob(let text)? = fields.first?.value
        else {
            Issue.record("no message")
            return
        }
        let addresses = text.matches(of: /success\+[0-9]+@/).map { String($0.output) }
        #expect(addresses.count == count)
        #expect(Set(addresses).count == count)
        #expect(!text.unicodeScalars.contains("\n") || text.utf8.count { $0 == 10 } == text.utf8.count { $0 == 13 })
    }

    @Test("policies are JSON without blanks between their parts") func policies() {
        for policy in [SESv1.sendPolicy, SESv1.sendRawPolicy, SESv1.policyOfSpecialCharacters] {
            guard case .text(let text) = policy else {
                Issue.record("no text")
                continue
            }
            #expect(text.hasPrefix(#"{"Version":"2012-10-17","Statement":[{"Sid":"#))
            #expect(text.hasSuffix("}]}"))
            #expect(!text.contains("\n"))
        }
    }

    private static func placeholders(in steps: [Step]) -> [Placeholder] {
        steps.flatMap { texts(in: .fields($0.input.fields)) }.flatMap { Template($0).placeholders }
    }

    private static func texts(in value: Value) -> [String] {
        switch value {
        case .text(let text), .blob(let text): [text]
        case .list(let values): values.flatMap(texts)
        case .fields(let fields): fields.flatMap { texts(in: $0.value) }
        case .integer, .boolean, .echo: []
        }
    }
}
