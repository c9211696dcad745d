import Diff
import SpecModel
import Testing
import Wire

@testable import Conformance

/// Faults of an endpoint that answers in pages.
@Suite struct PagingTests {
    private func run(_ fault: @escaping ThingService.Fault) async throws -> (CaseResult, ThingService) {
        let rehearsal = try await Rehearsal(catalog: Things.catalog())
        let service = ThingService(fault)
        let one = try #require(rehearsal.cases["v1/ListThings/pages"])
        let result = try await rehearsal.run(service, [one])
        return (try #require(result["v1/ListThings/pages"]), service)
    }

    @Test("pages are followed to the end and judged as one list") func right() async throws {
        let (result, service) = try await run { _ throws(EndpointError) in nil }
        #expect(result.outcome == .passed)
        let asked = service.calls.filter { $0.action == "ListThings" && $0["MaxItems"] == "2" }
        #expect(asked.map { $0["NextToken"] } == [nil, "2"])
    }

    @Test("a page larger than asked for is a fault") func large() async throws {
        let (result, _) = try await run { [names = Guarded<[String]>([])] call throws(EndpointError) in
            if call.action == "MakeThing", let name = call["Name"] { names.withLock { $0.append(name) } }
            return call.action == "ListThings" ? ThingService.page(names.withLock { $0 }, next: nil) : nil
        }
        #expect(result.outcome == .failed)
        #expect(result.findings.map(\.difference.kind) == [.paging])
        #expect(result.findings.first?.difference.expected == "a page of at most 2")
        #expect(result.findings.first?.difference.actual == "a page of 3")
    }

    @Test("the same token twice is a fault, and no reason to go on") func repeated() async throws {
        let (result, service) = try await run { call throws(EndpointError) in
            call.action == "ListThings" ? ThingService.page([], next: "again") : nil
        }
        #expect(result.outcome == .failed)
        #expect(result.findings.contains { $0.difference.actual == "the same token twice" })
        #expect(service.calls.filter { $0.action == "ListThings" && $0["MaxItems"] == "2" }.count == 2)
        #expect(service.names.isEmpty)
    }

    @Test("pages without an end come to one") func endless() async throws {
        let (result, service) = try await run { [count = Guarded(0)] call throws(EndpointError) in
            guard call.action == "ListThings" else { return nil }
            let number = count.withLock { count in
                count += 1
                return count
            }
            return ThingService.page([], next: "token-\(number)")
        }
        #expect(result.outcome == .failed)
        #expect(result.findings.contains { $0.difference.actual == "1000 pages without one" })
        #expect(service.calls.count < 1100)
        #expect(service.names.isEmpty)
    }

    /// Faults of the first of two pages, where the last one is right.
    private static let faultsOfThePageBefore: [(String, String)] = [
        ("<ResponseMetadata>", "<Stray/><ResponseMetadata>"), ("<Names>", "<Stray/><Names>"),
        ("<NextToken>", "<NextToken>1</NextToken><NextToken>"), ("Names>", "Things>"),
        ("ResponseMetadata>", "Metadata>"), (API.namespace, "http://example.com/"),
        ("<Names>", "<Names/><Names>"), ("<member>", "<item>"),
    ]

    /// Changes the text of the first page of two, or of both.
    private func judged(
        changing change: @escaping @Sendable (String, _ isFirst: Bool) -> String
    ) async throws -> CaseResult {
        try await run { [made = Guarded<[String]>([])] call throws(EndpointError) in
            if call.action == "MakeThing", let name = call["Name"] { made.withLock { $0.append(name) } }
            guard call.action == "ListThings", call["MaxItems"] == "2" else { return nil }
            let all = made.withLock { $0 }
            let isFirst = call["NextToken"] == nil
            let page = isFirst ? ThingService.page(all.dropLast(), next: "2") : ThingService.page([all[2]], next: nil)
            var changed = page
            changed.body = Array(change(String(decoding: page.body, as: UTF8.self), isFirst).utf8)
            let id = changed.body.split(separator: UInt8(ascii: "<")).first { $0.starts(with: "RequestId>".utf8) }
            if let id {
                changed.headers[1] = Header("x-amzn-RequestId", String(decoding: id.dropFirst(10), as: UTF8.self))
            }
            return changed
        }.0
    }

    @Test("a fault of a page before the last is found", arguments: faultsOfThePageBefore)
    func before(_ right: String, _ wrong: String) async throws {
        let sound = try await judged { text, _ in text }
        #expect(sound.outcome == .passed && sound.findings.isEmpty)
        let result = try await judged { text, isFirst in
            let changed = isFirst ? text.replacing(right, with: wrong) : text
            return wrong == "<item>" && isFirst ? changed.replacing("</member>", with: "</item>") : changed
        }
        #expect(result.findings.contains { $0.difference.severity > .note }, "\(result)")
    }

    @Test("pages with one id for all of them differ from what a service does") func sameID() async throws {
        let other = "00000000-0000-0000-0000-000000000000"
        let result = try await judged { text, _ in text.replacing(ThingService.id, with: other) }
        #expect(result.outcome == .passed)
        #expect(result.findings.map(\.difference.expected) == ["another id for each request"])
        #expect(result.findings.first?.difference.severity == .warning)
    }

    @Test("what moves while pages are read is read again, what stays lost is a fault", arguments: [true, false])
    func moved(isOnlyOnce: Bool) async throws {
        let story = Scenario(
            "story", "ListThings", title: "lists", requirement: "All MUST come.", source: Things.page,
            setup: Things.pages.setup,
            steps: [
                Step(
                    "", "ListThings",
                    expect: .result(
                        ["Names": ["⟦name:one⟧", "⟦name:two⟧", "⟦name:three⟧"]],
                        Things.page),
                    paging: Paging())
            ])
        let rehearsal = try await Rehearsal(catalog: Things.catalog(scenarios: [story]))
        let made = Guarded<[String]>([])
        let readings = Guarded(0)
        let service = ThingService { call throws(EndpointError) in
            if call.action == "MakeThing", let name = call["Name"] { made.withLock { $0.append(name) } }
            guard call.action == "ListThings", let first = made.withLock({ $0.first }) else { return nil }
            if call["NextToken"] == nil { return ThingService.page([first], next: "1") }
            let number = readings.withLock { number in
                number += 1
                return number
            }
            let isLost = number == 1 || !isOnlyOnce
            return ThingService.page(isLost ? [] : made.withLock { Array($0.dropFirst()) }, next: nil)
        }
        let one = try #require(rehearsal.cases["v1/ListThings/story"])
        let result = try #require(try await rehearsal.run(service, [one])["v1/ListThings/story"])
        #expect(result.outcome == (isOnlyOnce ? .passed : .failed), "\(result)")
        #expect(readings.withLock { $0 } == (isOnlyOnce ? 2 : 3))
    }

    @Test("a name that comes twice, and one that is lost between pages, are faults") func union() async throws {
        let (twice, _) = try await run { [names = Guarded<[String]>([])] call throws(EndpointError) in
            if call.action == "MakeThing", let name = call["Name"] { names.withLock { $0.append(name) } }
            guard call.action == "ListThings" else { return nil }
            let all = names.withLock { $0.sorted() }
            return call["NextToken"] == nil
                ? ThingService.page(Array(all.prefix(2)), next: "t")
                : ThingService.page(Array(all.suffix(2)), next: nil)
        }
        #expect(twice.outcome == .failed && twice.findings.count == 1)
        let (lost, _) = try await run { call throws(EndpointError) in
            call["NextToken"] != nil ? ThingService.page([], next: nil) : nil
        }
        #expect(lost.outcome == .failed)
        #expect(lost.findings.map(\.difference.kind) == [.missing])
    }
}
