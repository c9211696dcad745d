import Conformance
import Foundation
import Golden
import ReferenceService
import Report
import SpecCatalog
import Wire

/// How long every format of a report takes over a run in which nearly each case fails.
struct ReportBench {
    let cases: Int
    let failed: Int
    /// Of all formats together, the median.
    let seconds: Double
    /// Of the HTML page, in bytes.
    let pageSize: Int
    /// By format, in bytes.
    private let sizes: [(name: String, size: Int)]

    /// - Parameter least: rounds go on for so long; there is one in any case.
    init(_ catalog: CaseCatalog, _ store: GoldenStore, atLeast least: Duration) async throws {
        let result = try await Self.run(catalog, store)
        let files = ProjectFiles(store).sources
        let reporters: [(name: String, reporter: any Reporter)] = [
            ("terminal", TerminalReporter(options: TerminalReporter.Options(verbose: true))),
            ("json", JSONReporter()), ("outcomes", OutcomesReporter()), ("junit", JUnitReporter()),
            ("html", HTMLReporter()), ("sarif", SARIFReporter(files: files)), ("markdown", MarkdownReporter()),
            ("github", GitHubReporter(files: files)), ("badge", BadgeReporter()),
        ]
        var times: [Double] = []
        var sizes: [(name: String, size: Int)] = []
        let end = ContinuousClock.now + least
        while times.isEmpty || ContinuousClock.now < end {
            let start = ContinuousClock.now
            sizes = reporters.map { (name: $0.name, size: $0.reporter.report(result).count) }
            times.append((ContinuousClock.now - start) / .seconds(1))
        }
        cases = result.cases.count
        failed = result.cases.count { $0.outcome == .failed }
        seconds = times.sorted()[times.count / 2]
        pageSize = sizes.first { $0.name == "html" }?.size ?? 0
        self.sizes = sizes
    }

    var text: String {
        let parts = sizes.filter { $0.size > 99_999 }.map { "\($0.name) \(Double($0.size / 100_000) / 10) MB" }
        return "\(Int((seconds * 1000).rounded())) ms for all formats of \(cases) cases, \(failed) of them failed "
            + "(\(parts.joined(separator: ", ")))"
    }

    private static func run(_ catalog: CaseCatalog, _ store: GoldenStore) async throws -> RunResult {
        let credentials = Credentials.dummy
        let options = RunOptions(
            endpointName: "http://127.0.0.1:8005", baseURL: "http://127.0.0.1:8005", isEmbedded: true,
            signer: Signer(credentials: credentials, region: "us-east-1"), host: "127.0.0.1:8005", run: "bench",
            toolVersion: ToolVersion.current)
        let service = InProcessEndpoint(ReferenceService(settings: Settings(credentials: credentials)))
        let runner = Runner(
            options: options, endpoint: ShiftedStatus(inner: service), catalog: .standard, cases: catalog,
            store: store)
        return try await runner.run(catalog.cases.filter { !$0.isDeep }, observer: SilentObserver())
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
