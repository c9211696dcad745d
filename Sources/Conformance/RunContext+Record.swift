import Golden
import Wire

extension RunContext {
    /// The cases that may be run.
    func allowed(_ selection: [Case]) -> [Case] { parted(selection).allowed }

    /// What a shard's results say beside those of its cases.
    func record(
        of shard: Shard, in selection: [Case], _ evidence: [String: ShardRecord.Evidence]
    ) -> ShardRecord {
        ShardRecord(
            shard: shard, selection: options.selectionWords, suite: suite(of: selection), total: selection.count,
            accepted: acceptedOperations.sorted(), remarks: remarks, evidence: evidence)
    }

    /// Tells one set of cases and goldens from another.
    private func suite(of selection: [Case]) -> String {
        var digest = SHA256()
        for `case` in selection {
            digest.update("\(`case`.id)\n\(`case`.requirement)\n")
            for (step, goldens) in (goldens[`case`.id] ?? [:]).sorted(by: { $0.key < $1.key }) {
                for golden in goldens { digest.update("\(step) \(golden.provenance) \(golden.answerText)\n") }
            }
        }
        return Hexadecimal.text(digest.digest())
    }
}

extension RunResult {
    /// What reports say once of all cases: counts, and what none of their lines shows.
    static func remarks(on cases: [CaseResult]) -> [String] {
        let retried = cases.filter { $0.retries > 0 }
        guard let first = retried.first else { return RunPlan.remarks(on: cases) }
        let more = retried.count > 1 ? " and \(retried.count - 1) more" : ""
        return RunPlan.remarks(on: cases) + ["run again because an answer failed to come: \(first.id)\(more)"]
    }
}
