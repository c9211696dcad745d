import Diff
import Foundation
import ReferenceService
import SpecCatalog
import SpecModel
import Testing
import Wire

@testable import Conformance

/// The whole catalogue against the reference service.
@Suite struct RunnerTests {
    @Test("what costs an endpoint much passes as well") func deep() async throws {
        let rehearsal = try await Rehearsal.standard.value
        let selection = rehearsal.cases.cases.filter { $0.isDeep && $0.api == .v1 }
        let result = try await rehearsal.run(Rehearsal.service, selection)
        #expect(result.cases.count >= 3)
        #expect(result.ids(.passed).count == selection.filter { !$0.restsOnNothing }.count, "\(result.lines)")
    }

    @Test("every case passes on the reference service, and only what nobody knows is observed")
    func reference() async throws {
        let rehearsal = try await Rehearsal.standard.value
        let result = try await rehearsal.run()
        #expect(result.cases.map(\.id) == rehearsal.usual.map(\.id))
        for one in result.cases {
            let isUnknown = rehearsal.cases[one.id]?.restsOnNothing == true
            let allowed: Set<Outcome> = isUnknown ? [.passed, .observed] : [.passed]
            #expect(allowed.contains(one.outcome), "\(one.id): \(one.reason ?? "\(one.findings.map(\.difference))")")
            let worst = one.findings.map(\.difference.severity).max() ?? .note
            #expect(worst < .warning, "\(one.id): \(one.findings.map(\.difference))")
        }
        #expect(result.exchanges >= result.cases.count)
        #expect(result.isEmbedded && !result.wasInterrupted)
        #expect(result.remarks.isEmpty && result.staleBaseline.isEmpty)
        #expect(result.support.map(\.operation) == rehearsal.catalog.operations.map(\.name))
        #expect(!result.support.contains { !$0.isSupported })
    }

    @Test("what must be refused is refused: a case of every negative rule is judged")
    func negatives() async throws {
        let rehearsal = try await Rehearsal.standard.value
        let rules = Set(rehearsal.cases.cases.filter(\.isNegative).map(\.rule))
        #expect(
            rules.isSuperset(of: ["missing-required", "declared-error", "outside-enumeration", "length", "pattern"]))
        #expect(rehearsal.cases.cases.allSatisfy { !$0.isNegative || $0.effect.isEmpty })
    }

    @Test("eight jobs come to the same as one")
    func jobs() async throws {
        let rehearsal = try await Rehearsal.standard.value
        var options = Rehearsal.options()
        options.jobs = 1
        let alone = try await rehearsal.run(InProcessEndpoint(ReferenceService()), nil, options)
        options.jobs = 8
        let together = try await rehearsal.run(InProcessEndpoint(ReferenceService()), nil, options)
        #expect(alone.cases.map(\.id) == together.cases.map(\.id))
        #expect(alone.cases.map(\.outcome) == together.cases.map(\.outcome))
        #expect(alone.cases.map(\.findings) == together.cases.map(\.findings))
    }

    @Test("nothing is left behind on the service, run by run") func leftovers() async throws {
        let rehearsal = try await Rehearsal.standard.value
        let service = ReferenceService()
        _ = try await rehearsal.run(InProcessEndpoint(service))
        let left = try await Leftovers(of: service)
        #expect(left == Leftovers())
    }

    @Test("what an account holds of its own is neither judged nor touched") func usedAccount() async throws {
        let rehearsal = try await Rehearsal.standard.value
        let service = ReferenceService()
        try await Leftovers.occupy(service)
        let before = try await Leftovers(of: service)
        let result = try await rehearsal.run(InProcessEndpoint(service))
        #expect(result.ids(.failed).isEmpty, "\(result.lines)")
        #expect(rehearsal.blocked(result).isEmpty, "\(result.lines)")
        let after = try await Leftovers(of: service)
        #expect(after == before)
        #expect(before.activeRuleSet == "owned-set")
    }

    @Test("an account that is told nothing of topics and buckets blocks what needs them, and fails nothing")
    func resources() async throws {
        let rehearsal = try await Rehearsal.standard.value
        let service = ReferenceService(settings: Settings(resources: Resources([])))
        let result = try await rehearsal.run(InProcessEndpoint(service))
        #expect(result.ids(.failed).isEmpty, "\(result.lines)")
        let blocked = result.cases.filter { $0.outcome == .blocked }
        #expect(!blocked.isEmpty)
        #expect(blocked.allSatisfy { $0.reason?.isEmpty == false })
        #expect(result.remarks.contains { $0.contains("s3-bucket") && $0.contains("--resource s3-bucket=VALUE") })
    }

    @Test("identities that stay pending block what must be sent, and fail nothing") func pending() async throws {
        let rehearsal = try await Rehearsal.standard.value
        let service = ReferenceService(settings: Settings(access: .sandbox, verification: .pending))
        let result = try await rehearsal.run(InProcessEndpoint(service))
        #expect(result.ids(.failed).isEmpty, "\(result.lines)")
        #expect(result["v1/SendEmail/minimal"]?.outcome == .blocked)
        #expect(result["v1/SendEmail/minimal"]?.reason?.contains("--sender") == true)
        #expect(result["v1/VerifyEmailIdentity/minimal"]?.outcome == .passed)
    }
}

@Suite struct CaseCatalogTests {
    private let cases = CaseCatalog(.standard)

    @Test("ids are unique, ordered, and API/Operation/kebab-case")
    func ids() {
        let ids = cases.cases.map(\.id)
        #expect(cases.repeatedIDs == [])
        #expect(ids == ids.sorted())
        for id in ids {
            #expect(id.wholeMatch(of: /v[12]\/[A-Z][A-Za-z]+\/[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(id)")
        }
    }

    @Test("an id that several cases have is told once") func repeated() {
        let again = Scenario(
            "minimal", "MakeThing", title: "makes it", requirement: "It MUST be there.", source: Things.page,
            steps: [Step("", "MakeThing", ["Name": "⟦name:thing⟧"], expect: .accepted)])
        #expect(CaseCatalog(Things.catalog(scenarios: [again, again])).repeatedIDs == ["v1/MakeThing/minimal"])
    }

    @Test("every operation has its minimal request, and every case a known operation and step names of its own")
    func operations() {
        let catalog = Catalog.standard
        for operation in catalog.operations where operation.api == .v1 {
            #expect(cases["\(operation.id)/minimal"] != nil, "\(operation.id) has no minimal case")
        }
        for one in cases.cases {
            #expect(catalog.operation(one.api, one.operation) != nil, "\(one.id)")
            let names = one.judged.filter { $0.expectation.hasGolden }.map(\.name)
            #expect(Set(names).count == names.count, "\(one.id) has two judged steps of one name")
            #expect(!one.judged.isEmpty, "\(one.id) judges nothing")
        }
    }

    @Test("every case says what it does, what is required and where that is known from")
    func words() {
        for one in cases.cases {
            #expect(!one.title.isEmpty && !one.title.hasSuffix("."), "\(one.id): '\(one.title)'")
            #expect(one.requirement.hasSuffix("."), "\(one.id): '\(one.requirement)'")
            #expect(!one.source.source.isEmpty, "\(one.id)")
            #expect(!one.covers.isEmpty, "\(one.id) covers nothing")
        }
    }
}

extension Case {
    /// Whether a step's answer is known by nobody, or by a claim or this project's reading only.
    var restsOnNothing: Bool { judged.contains { $0.expectation.restsOnNothing } }
}

extension SpecModel.Expectation {
    var restsOnNothing: Bool {
        switch self {
        case .observed, .accepted, .ignored, .modelled: true
        case .result(_, let evidence): !evidence.provenance.isBinding
        case .failure(let failure): !failure.evidence.provenance.isBinding
        case .status(_, let evidence): !evidence.provenance.isBinding
        case .anyOf(let choices): choices.contains { $0.restsOnNothing }
        }
    }
}

/// Cases of requests that nobody knows to be accepted.
@Suite struct DoubtfulRequestTests {
    private static let id = "v1/MakeThing/unknown-parameter"

    private func result(_ fault: @escaping ThingService.Fault) async throws -> CaseResult {
        let rehearsal = try await Rehearsal(catalog: Things.catalog(), recorded: ThingService())
        let one = try #require(rehearsal.cases[Self.id])
        return try #require(try await rehearsal.run(ThingService(fault), [one])[Self.id])
    }

    @Test("one that is refused is reported, and nothing after it judged") func refused() async throws {
        let result = try await result { call throws(EndpointError) in
            call["NoSuchParameter"] == nil ? nil : ThingService.refusal("ValidationError")
        }
        #expect(result.outcome == .observed && result.findings.isEmpty)
        #expect(result.reason == "answered 400 ValidationError: no")
    }

    @Test("one that is accepted must be done in full") func accepted() async throws {
        let lost = try await result { call throws(EndpointError) in
            call["NoSuchParameter"] == nil ? nil : ThingService.success("MakeThing")
        }
        #expect(lost.outcome == .failed)
        #expect(try await result { _ throws(EndpointError) in nil }.outcome == .passed)
    }

    @Test("one that is answered with a crash fails", arguments: [500, 200]) func crashed(_ status: Int) async throws {
        let result = try await result { call throws(EndpointError) in
            call["NoSuchParameter"] == nil ? nil : ThingService.refusal("InternalFailure", status: status)
        }
        #expect(result.outcome == .failed)
    }
}
