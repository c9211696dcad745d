import Testing

@testable import Mutation

/// What a sample of every class of changes comes to.
@Suite struct FaultCampaignTests {
    private static let faults = FaultClass.allCases.filter { $0.group != .permitted }

    @Test("no change that is no fault is reported as one", .timeLimit(.minutes(30)))
    func falseAlarms() async throws {
        let score = try await SampledCampaign.score.value
        #expect(score.falseAlarms.map { "\($0.subject): \($0.what): \($0.detail)" } == [])
    }

    @Test("at least 300 faults are tried, some of every class", .timeLimit(.minutes(30)))
    func size() async throws {
        let score = try await SampledCampaign.score.value
        let faults = score.classes.filter { $0.faultClass.group != .permitted }
        #expect(faults.map(\.tried).reduce(0, +) >= 300)
        #expect(score.cases > 600)
        for row in score.classes {
            #expect(row.run == min(row.existing, SampledCampaign.size), "\(row.faultClass.rawValue)")
        }
        #expect(Set(score.classes.map(\.faultClass)) == Set(FaultClass.allCases))
    }

    @Test("no fault survives that somebody could notice", .timeLimit(.minutes(30)))
    func survivors() async throws {
        let score = try await SampledCampaign.score.value
        #expect(score.survivors.map { "\($0.faultClass.rawValue), \($0.subject): \($0.what): \($0.detail)" } == [])
    }

    @Test("every fault of the class is met by what it must be", .timeLimit(.minutes(30)), arguments: faults)
    func noticed(_ faultClass: FaultClass) async throws {
        let score = try await SampledCampaign.score.value
        let row = try #require(score[faultClass])
        let left = row.told.filter { !$0.isDue && $0.excuse == nil }
        #expect(left.map { "\($0.subject): \($0.what): \($0.detail)" } == [])
        #expect(row.killed + row.count(.warned) > 0)
    }

    @Test("no excuse is out of date", .timeLimit(.minutes(30))) func excuses() async throws {
        let score = try await SampledCampaign.score.value
        #expect(score.outdated.map { "\($0.what): \($0.detail)" } == [])
    }

    @Test("every fault that an emulator was reported to have fails a case", .timeLimit(.minutes(30)))
    func published() async throws {
        let score = try await SampledCampaign.score.value
        #expect(score.published.count >= 5)
        #expect(score.published.filter { $0.fate != .killed }.map { "\($0.what): \($0.detail)" } == [])
    }

    /// Kinds of which some golden has a placeholder at a place where the reference service answers nothing.
    private static let idle: Set<String> = ["name", "one-of", "optional", "token"]

    @Test("every kind of placeholder but those known meets an answer wherever it stands", .timeLimit(.minutes(30)))
    func idlePlaceholders() async throws {
        let score = try await SampledCampaign.score.value
        let kinds = score.idle.compactMap { line in
            line.split(separator: "⟦").last.map { String($0.prefix { $0.isLetter || $0 == "-" }) }
        }
        #expect(Set(kinds).subtracting(Self.idle) == [])
    }
}
