import Conformance
import Foundation
import Golden
import Report
import Wire

/// How long every format of a report takes over a run in which nearly each case fails.
struct ReportsBenchmark: Benchmark {
    private let result: RunResult
    private let reporters: [(name: String, reporter: any Reporter)]

    init(_ setting: BenchmarkSetting) async throws {
        let suite = SuiteRun(
            setting: setting, endpoint: ShiftedStatus(inner: InProcessEndpoint(SuiteRun.service())))
        result = try await suite.run(suite.usualCases)
        let files = ProjectFiles(setting.store).sources
        reporters = [
            ("terminal", TerminalReporter(options: TerminalReporter.Options(verbose: true))),
            ("json", JSONReporter()), ("outcomes", OutcomesReporter()), ("junit", JUnitReporter()),
            ("html", HTMLReporter()), ("sarif", SARIFReporter(files: files)), ("markdown", MarkdownReporter()),
            ("github", GitHubReporter(files: files)), ("badge", BadgeReporter()),
        ]
    }

    mutating func round() async throws -> BenchmarkRound {
        var round = BenchmarkRound()
        round.read("cases", Double(result.cases.count), "cases")
        round.read("failed", Double(result.cases.count { $0.outcome == .failed }), "cases")
        var page = 0
        for (name, reporter) in reporters {
            let start = ContinuousClock.now
            let size = reporter.report(result).count
            round.read(name, (ContinuousClock.now - start) / .milliseconds(1), "ms")
            if name == "html" { page = size }
        }
        round.read("html page", Double(page) / 1e6, "MB")
        return round
    }
}

/// Answers rightly but for the status, so that each judged answer differs.
private struct ShiftedStatus: Endpoint {
    let inner: any Endpoint

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        var response = try await inner.exchange(request, within: deadline)
        switch response.status {
        case 200: response.status = 203
        case 400: response.status = 409
        default: break
        }
        return response
    }
}
