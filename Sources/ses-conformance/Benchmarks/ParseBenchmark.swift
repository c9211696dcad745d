import Diff
import Golden
import SpecCatalog
import SpecModel
import Wire

/// Reading bodies and comparing trees, in one thread.
struct ParseBenchmark: Benchmark {
    private let samples: [API: [Sample]]

    /// An answer as bytes, and what it is held against.
    private struct Sample: Sendable {
        let operation: String
        let expected: ExpectedAnswer
        let body: [UInt8]
    }

    init(_ setting: BenchmarkSetting) throws {
        // Long lists cost more than all others together, and only runs with --deep meet them.
        let ids = try setting.store.ids().filter { setting.cases[$0.caseID]?.isDeep == false }
        let goldens = try ids.compactMap { try setting.store.read($0) }
        samples = Dictionary(grouping: goldens, by: \.id.api).mapValues { goldens in
            goldens.map { golden in
                let text = golden.id.api == .v1 ? XMLWriter.document(golden.tree) : JSONWriter.document(golden.tree)
                let operation = golden.id.caseID.split(separator: "/").dropFirst().first.map(String.init)
                return Sample(operation: operation ?? "", expected: golden.expected, body: Array(text.utf8))
            }
        }
    }

    mutating func round() async throws -> BenchmarkRound {
        var round = BenchmarkRound()
        for (api, name) in [(API.v1, "XML"), (.v2, "JSON")] {
            let samples = samples[api] ?? []
            var start = ContinuousClock.now
            let answers = samples.map { sample in
                Answer(
                    reading: HTTPResponse(
                        status: sample.expected.status, headers: [Header("Content-Type", sample.expected.contentType)],
                        body: sample.body))
            }
            round.read("\(name) bodies", Double(samples.count), "bodies")
            round.read("\(name) read", (ContinuousClock.now - start) / .microseconds(samples.count), "µs a body")
            start = ContinuousClock.now
            for (sample, answer) in zip(samples, answers) {
                let comparer = AnswerComparer(
                    operation: Catalog.standard.operation(api, sample.operation),
                    structures: Catalog.standard.structures(api))
                var bindings = Bindings()
                _ = comparer.compare(expected: sample.expected, actual: answer, bindings: &bindings)
            }
            round.read(
                "\(name) compared", (ContinuousClock.now - start) / .microseconds(samples.count), "µs an answer")
            if let body = answers.first(where: { $0.tree == nil }) { round.problem = body.problem }
        }
        return round
    }
}
