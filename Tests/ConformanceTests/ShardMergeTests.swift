import Foundation
import ReferenceService
import SpecModel
import Testing
import Wire

@testable import Conformance

/// Results of shards, joined.
@Suite struct ShardMergeTests {
    /// The time that there is for the service and whoever asks it, in seconds since 1970.
    private static let standing = 1_767_225_600

    /// A service whose answers follow from the requests.
    @Sendable private static func service() -> any Endpoint {
        InProcessEndpoint(
            ReferenceService(
                settings: Settings(credentials: Wire.Credentials(accessKeyID: "test", secretAccessKey: "test")),
                clock: StandingTime(milliseconds: Int64(standing) * 1000), identifiers: RequestIdentifiers()),
            clock: { standing })
    }

    private static func options(_ shard: Shard? = nil, jobs: Int = 4) -> RunOptions {
        var options = Rehearsal.options()
        options.now = { Date(timeIntervalSince1970: Double(standing)) }
        options.unusedEndpoint = service
        options.shard = shard
        options.jobs = jobs
        return options
    }

    /// Every fifth case, and those that show what the account holds.
    private static func sample(_ rehearsal: Rehearsal) -> [Case] {
        rehearsal.usual.enumerated().filter { $0.offset % 5 == 0 || $0.element.operation.hasPrefix("List") }
            .map(\.element)
    }

    @Test("shards of the suite come to what one run comes to, times aside", arguments: [2, 3, 7])
    func embedded(_ count: Int) async throws {
        let rehearsal = try await Rehearsal.standard.value
        let selection = Self.sample(rehearsal)
        let whole = try await rehearsal.run(Self.service(), selection, Self.options())
        var shards: [(file: String, result: RunResult)] = []
        for index in (1...count).reversed() {
            let shard = try #require(Shard(index: index, count: count))
            shards.append(("\(index).json", try await rehearsal.run(Self.service(), selection, Self.options(shard))))
        }
        let sizes = shards.map(\.result.cases.count)
        #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
        let merged = try ShardMerge(shards, outOf: rehearsal.cases).result(hasBaseline: false)
        #expect(merged.lines == whole.lines)
        #expect(merged.timeless == whole.timeless)
    }

    @Test("one job and sixteen come to the same, times aside", arguments: [2, 16])
    func jobs(_ jobs: Int) async throws {
        let rehearsal = try await Rehearsal.standard.value
        let selection = Self.sample(rehearsal)
        let alone = try await rehearsal.run(Self.service(), selection, Self.options(jobs: 1))
        let together = try await rehearsal.run(Self.service(), selection, Self.options(jobs: jobs))
        #expect(together.timeless == alone.timeless)
    }

    /// Touches whatever it is asked to, and forgets colours: negatives fail, a success shows nothing, reads differ.
    private static func careless() -> ThingService {
        ThingService { call throws(EndpointError) in
            switch call.action {
            case "TouchThing": ThingService.success("TouchThing")
            case "ReadThing" where call["Name"]?.count ?? 0 > 30: ThingService.refusal("TooLong")
            default: nil
            }
        }
    }

    private static func shards(
        of count: Int, _ rehearsal: Rehearsal, change: (inout RunOptions) -> Void = { _ in }
    ) async throws -> [(file: String, result: RunResult)] {
        var shards: [(file: String, result: RunResult)] = []
        for index in 1...count {
            var options = Rehearsal.options()
            options.shrinks = true
            options.shard = Shard(index: index, count: count)
            options.selectionWords = ["TouchThing"]
            change(&options)
            shards.append(("\(index).json", try await rehearsal.run(careless(), nil, options)))
        }
        return shards
    }

    @Test("what rests on other cases is settled over all shards", arguments: [2, 3, 7])
    func careless(_ count: Int) async throws {
        let rehearsal = try await Rehearsal(catalog: Things.catalog(), recorded: ThingService())
        var options = Rehearsal.options()
        options.shrinks = true
        let whole = try await rehearsal.run(Self.careless(), nil, options)
        #expect(whole.ids(.failed).count > 1 && whole["v1/TouchThing/minimal"]?.outcome == .blocked, "\(whole.lines)")
        let shards = try await Self.shards(of: count, rehearsal)
        let merged = try ShardMerge(shards, outOf: rehearsal.cases).result(hasBaseline: false)
        #expect(merged.timeless == whole.timeless)
    }

    private func message(_ shards: [(file: String, result: RunResult)], _ cases: CaseCatalog) -> String {
        do {
            return try ShardMerge(shards, outOf: cases).result(hasBaseline: false).lines
        } catch {
            return "\(error)"
        }
    }

    @Test("what is no whole run is refused, with what is wrong") func refusals() async throws {
        let rehearsal = try await Rehearsal(catalog: Things.catalog(), recorded: ThingService())
        let cases = rehearsal.cases
        let shards = try await Self.shards(of: 3, rehearsal)
        #expect(message([shards[0], shards[2]], cases) == "shard 2/3 is missing: give the results of every shard")
        #expect(message([], cases) == "there is nothing to merge: name the results of shards")
        #expect(
            message([shards[0]], cases) == "shards 2/3, 3/3 are missing: give the results of every shard")
        #expect(
            message([shards[0], shards[1], ("again.json", shards[0].result)], cases)
                == "1.json and again.json are both shard 1/3: give each shard once")
        let whole = try await rehearsal.run(Self.careless())
        #expect(
            message([("whole.json", whole)], cases)
                == "whole.json is no part of a run: write it with run --shard I/N --report json=FILE")
        var stopped = shards[1].result
        stopped.wasInterrupted = true
        #expect(
            message([shards[0], ("stopped.json", stopped)], cases)
                == "stopped.json was stopped before its end: run that shard anew")
        let others = try await Self.shards(of: 3, rehearsal) { $0.selectionWords = [] }
        #expect(
            message([shards[0], others[1]], cases)
                == "2.json has another selection than 1.json: '', not 'TouchThing'; run all shards alike")
        let elsewhere = try await Self.shards(of: 3, rehearsal) { $0.endpointName = "http://127.0.0.1:1" }
        #expect(message([shards[0], elsewhere[1]], cases).hasPrefix("2.json has another endpoint than 1.json: "))
        let newer = try await Self.shards(of: 3, rehearsal) { $0.toolVersion = "9" }
        #expect(message([shards[0], newer[1]], cases).hasPrefix("2.json has another version of the tool than 1.json"))
        let two = try await Self.shards(of: 2, rehearsal)
        #expect(message([shards[0], two[1]], cases).hasPrefix("2.json has another number of shards than 1.json"))
        var cut = shards[2].result
        cut.cases.removeLast()
        #expect(message([shards[0], shards[1], ("cut.json", cut)], cases).contains("a file was changed"))
        #expect(message(shards, CaseCatalog(Things.catalog(operations: []))).contains("this build has no case v1/"))
    }

    @Test("shards of other goldens and shards that contradict each other are refused") func contradictions()
        async throws
    {
        let rehearsal = try await Rehearsal(catalog: Things.catalog(), recorded: ThingService())
        let shards = try await Self.shards(of: 2, rehearsal)
        let other = try await Rehearsal(catalog: Things.catalog(scenarios: [Things.pages]), recorded: ThingService())
        let others = try await Self.shards(of: 2, other)
        #expect(
            message([shards[0], others[1]], rehearsal.cases).hasPrefix(
                "2.json has another set of cases and goldens than 1.json: "))
        var lost = shards[1].result
        lost.support = lost.support.map {
            OperationSupport(api: $0.api, operation: $0.operation, isSupported: false, seen: "404")
        }
        #expect(message([shards[0], ("2.json", lost)], rehearsal.cases).hasPrefix("one shard found v1/"))
    }

    @Test("a baseline that shards were held against must be there again, and is applied anew") func baseline()
        async throws
    {
        let rehearsal = try await Rehearsal(catalog: Things.catalog(), recorded: ThingService())
        var shards = try await Self.shards(of: 2, rehearsal)
        for index in shards.indices {
            for place in shards[index].result.cases.indices {
                shards[index].result.cases[place].isNew = true
                for finding in shards[index].result.cases[place].findings.indices {
                    shards[index].result.cases[place].findings[finding].baseline = "known"
                }
            }
        }
        let merge = try ShardMerge(shards, outOf: rehearsal.cases)
        #expect(throws: MergeError.baseline("1.json")) { try merge.result(hasBaseline: false) }
        let merged = try merge.result(hasBaseline: true)
        #expect(!merged.cases.contains { $0.isNew || $0.isBaselined })
    }
}

extension RunResult {
    /// Everything but times and the ids that an endpoint counted, as a text.
    var timeless: String {
        var result = self
        result.started = .distantPast
        result.duration = 0
        for index in result.cases.indices { result.cases[index].duration = 0 }
        return "\(result)".replacing(/8194094b-c58a-11e6-b49d-838795c[0-9]{5}/, with: "ID")
    }
}
