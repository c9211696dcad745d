import Conformance
import Diff

/// The cases that differ for one common reason, and the one that shows it best.
struct CauseGroup {
    struct Member {
        let result: CaseResult
        /// The findings of this cause; empty where a case failed and left none.
        let findings: [Finding]
    }

    let cause: Cause
    /// Ordered by id.
    let members: [Member]

    /// Operations with the number of their cases, most first.
    var operations: [(id: String, count: Int)] {
        Dictionary(grouping: members) { "\($0.result.api.rawValue)/\($0.result.operation)" }
            .map { (id: $0.key, count: $0.value.count) }
            .sorted { ($1.count, $0.id) < ($0.count, $1.id) }
    }

    /// The member with the shortest way to reproduce it, the one before all for which a shorter one was looked for.
    var example: Member? {
        members.min { left, right in
            (left.shrunk == nil ? 1 : 0, left.effort, left.result.id)
                < (right.shrunk == nil ? 1 : 0, right.effort, right.result.id)
        }
    }

    /// Groups the findings that pass the filter; largest first, then by id.
    static func groups(of results: [CaseResult], where isWanted: (Finding) -> Bool) -> [CauseGroup] {
        var causes: [String: Cause] = [:]
        var members: [String: [Member]] = [:]
        for result in results.sorted(by: { $0.id < $1.id }) {
            var byCause: [String: [Finding]] = [:]
            for finding in result.findings where isWanted(finding) {
                byCause[finding.cause.id, default: []].append(finding)
                if causes[finding.cause.id] == nil { causes[finding.cause.id] = finding.cause }
            }
            for (id, findings) in byCause {
                members[id, default: []].append(Member(result: result, findings: findings))
            }
            if result.findings.isEmpty, result.outcome == .failed {
                causes[unexplained.id] = unexplained
                members[unexplained.id, default: []].append(Member(result: result, findings: []))
            }
        }
        return members.compactMap { id, members in
            causes[id].map { CauseGroup(cause: $0, members: members) }
        }.sorted { ($1.members.count, $0.cause.id) < ($0.members.count, $1.cause.id) }
    }

    private static let unexplained = Cause(id: "unexplained", title: "failed without a recorded difference")
}

extension CauseGroup.Member {
    /// A smaller request that shows the same cause.
    var shrunk: ShrunkRequest? {
        result.shrunk.flatMap { shrunk in findings.contains { $0.cause.id == shrunk.cause } ? shrunk : nil }
    }

    /// The exchange that the first finding is about.
    var exchange: ExchangeRecord? {
        guard let step = findings.first?.step else { return result.exchanges.last }
        return result.exchanges.first { $0.step == step } ?? result.exchanges.last
    }

    /// Commands first, then the length of their text; a member without any comes last.
    fileprivate var effort: Int {
        guard let curl = exchange?.curl, !curl.isEmpty else { return .max }
        return curl.utf8.count { $0 == UInt8(ascii: "\n") } * 10_000 + min(curl.utf8.count, 9_999)
    }
}
