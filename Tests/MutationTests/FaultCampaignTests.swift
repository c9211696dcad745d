import Testing

@testable import Mutation

/// What a sample of every class of changes comes to.
@Suite struct FaultCampaignTests {
    /// Classes of which every fault fails a case.
    private static let complete: [FaultClass] = [
        .elementEmptied, .memberAdded, .textOffType, .itemForMember, .orderReversed, .resultMissing, .resultAdded,
        .metadataMissing, .requestIDMisplaced, .errorBare, .typeDropped, .typeSwapped, .codeChanged, .statusChanged,
        .textUnescaped, .documentTruncated, .writeLost, .readStale, .listReversed, .requiredOff, .enumerationOpened,
        .memberRuleOff, .boundWidened, .patternOff,
    ]

    /// Classes of which some faults are warnings by design (an error's message, what surrounds a result) or known
    /// holes, with the least share of the sample that fails a case, and the share of all faults that was measured.
    private static let partial: [(FaultClass, least: Double, measured: Double)] = [
        (.elementDropped, 0.6, 0.793), (.elementRenamed, 0.7, 0.865), (.elementDuplicated, 0.9, 0.996),
        (.elementMovedUp, 0.7, 0.850), (.textChanged, 0.8, 0.977), (.strayAdded, 0, 0.089), (.namespaceWrong, 0, 0.118),
        (.contentTypeWrong, 0, 0.118), (.requestIDHeaderWrong, 0, 0.118), (.parameterIgnored, 0.75, 0.855),
        (.boundNarrowed, 0.45, 0.562), (.enumerationNarrowed, 0.75, 0.884),
    ]

    @Test("no change that is no fault is reported as one", .timeLimit(.minutes(5)))
    func falseAlarms() async throws {
        let score = try await SampledCampaign.score.value
        #expect(score.falseAlarms.map { "\($0.subject): \($0.what): \($0.detail)" } == [])
    }

    @Test("at least 300 faults are tried, some of every class", .timeLimit(.minutes(5)))
    func size() async throws {
        let score = try await SampledCampaign.score.value
        let faults = score.classes.filter { $0.faultClass.group != .permitted }
        #expect(faults.map(\.tried).reduce(0, +) >= 300)
        #expect(score.cases > 600)
        for row in score.classes {
            #expect(row.results.count == min(row.existing, SampledCampaign.size), "\(row.faultClass.rawValue)")
        }
        #expect(Set(score.classes.map(\.faultClass)) == Set(FaultClass.allCases))
    }

    @Test("a fault that survives is one of the known holes", .timeLimit(.minutes(5)))
    func survivors() async throws {
        let score = try await SampledCampaign.score.value
        let unknown = score.survivors.filter { !KnownHole.all.contains(where: $0.isIn) }
        #expect(unknown.map { "\($0.faultClass.rawValue), \($0.subject): \($0.what): \($0.detail)" } == [])
    }

    @Test(
        "every fault of the class fails a case, but for known holes", .timeLimit(.minutes(5)), arguments: complete)
    func killedAlways(_ faultClass: FaultClass) async throws {
        let score = try await SampledCampaign.score.value
        let row = try #require(score[faultClass])
        let left = row.results.filter { result in
            result.fate != .killed && result.fate != .void && !KnownHole.all.contains(where: result.isIn)
        }
        #expect(left.map { "\($0.subject): \($0.what): \($0.detail)" } == [])
        #expect(row.count(.killed) > 0)
    }

    @Test("most faults of the class fail a case", .timeLimit(.minutes(5)), arguments: partial)
    func killedMostly(_ faultClass: FaultClass, _ least: Double, _ measured: Double) async throws {
        let score = try await SampledCampaign.score.value
        let row = try #require(score[faultClass])
        #expect(row.killRate >= least, "of all faults of the class, \(Score.percent(measured)) were killed")
        #expect(row.tried > 0)
    }

    @Test("every class is counted on in one of the tests")
    func completeness() {
        let listed = Self.complete + Self.partial.map(\.0)
        let faults = FaultClass.allCases.filter { $0.group != .permitted }
        #expect(Set(listed) == Set(faults))
        #expect(listed.count == faults.count)
    }
}
