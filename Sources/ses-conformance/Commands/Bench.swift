import Conformance
import SpecCatalog
import Wire

/// `ses-conformance bench`.
struct Bench: Command {
    static let declaration = BenchOptions.declaration

    private let options: BenchOptions

    init(_ arguments: Arguments) throws(UsageError) { options = try BenchOptions(arguments) }

    func run() async throws -> ExitCode {
        let setting = BenchmarkSetting(
            duration: .seconds(options.seconds), jobs: options.jobs, url: options.url,
            store: try GoldenFolder.store(options.golden), cases: CaseCatalog(.standard))
        var results: [BenchmarkResult] = []
        for name in options.names {
            let result = try await name.measure(setting)
            if !options.isJSON { try Output.standard.write(result.text) }
            results.append(result)
        }
        let report = BenchmarkReport(
            toolVersion: ToolVersion.current, jobs: options.jobs, benchmarks: results)
        if options.isJSON { try Output.standard.write(try report.json) }
        return results.contains { !$0.problems.isEmpty } ? .differs : .conforms
    }
}
