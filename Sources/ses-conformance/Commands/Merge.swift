import Conformance
import Foundation
import SpecCatalog

/// `ses-conformance merge SHARD.json…`: one result out of those of a run's shards.
struct Merge: Command {
    static let output = Option.text(
        "output", "FILE", "write the JSON results there: short for --report json=FILE", completion: .file)

    static let declaration = CommandDeclaration(
        "merge", "join the JSON results of all shards of a run, and report them as one run",
        discussion: [
            "Each file is what run --shard I/N --report json=FILE wrote. What comes out is what one run over the whole "
                + "selection would have written, but for times; so is the exit code."
        ],
        operands: [
            Operand("FILE", "the results of one shard; all of them are needed", count: .many, completion: .file)
        ],
        sections: [
            OptionSection(ResultOptions.judgement, title: "Judgement"),
            OptionSection([output, ReportRequest<ReportFormat>.option, RunArguments.verbose], title: "Output"),
        ],
        examples: [
            Example("ses-conformance merge shard-*.json --output ses.json", "the whole run, as if made at one place"),
            Example(
                "ses-conformance merge shard-*.json --baseline known.json --report html=ses.html",
                "in CI, after a matrix of shards"),
        ],
        environment: [Variable("SES_CONFORMANCE_GOLDEN", "the folder of golden files, where --golden does not say it")]
            + GitHubActions.variables,
        exitCodes: [.conforms, .differs, .usage, .staleBaseline])

    private let files: [String]
    private let results: ResultOptions
    private let environment: [String: String]

    init(_ arguments: Arguments) throws(UsageError) {
        files = arguments.operands
        guard !files.isEmpty else {
            throw .conflict("merge needs the results of shards: write them with run --shard I/N --report json=FILE")
        }
        let output = try arguments.value(Self.output).map { [ReportRequest(format: ReportFormat.json, path: $0)] }
        results = try ResultOptions(arguments, and: output ?? [])
        environment = ProcessInfo.processInfo.environment
    }

    func run() async throws -> ExitCode {
        let cases = CaseCatalog(.standard)
        let shards = try files.map { (file: $0, result: try ResultsFile.read($0)) }
        let merge = try ShardMerge(shards, outOf: cases)
        let result = try merge.result(hasBaseline: results.baseline != nil)
        let writer = try ResultWriter(results, environment: environment)
        return try writer.finish(result, outOf: cases, GoldenFolder.store(results.golden), target: nil)
    }
}
