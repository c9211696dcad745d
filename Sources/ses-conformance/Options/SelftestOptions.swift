import Foundation
import SpecModel

/// Everything that `selftest` is called with.
struct SelftestOptions: Sendable {
    /// Formats of the score.
    enum Format: String, Sendable, CaseIterable {
        case text, json, markdown
    }

    /// A format and where it goes; `-` is standard output.
    struct Report: Sendable, Hashable {
        let format: Format
        let path: String
    }

    static let sample = Option<Int?>(
        "sample", "N", "changes of each class at most; all where nothing is said"
    ) { text throws(InvalidValue) in
        if text == "all" { return nil }
        guard let number = Int(text), number > 0 else { throw InvalidValue(expected: "a whole number from 1, or all") }
        return number
    }
    static let seed = Option.integer("seed", "N", 0...Int.max, "decides which changes are in the sample; usually 1")
    static let report = Option<Report>(
        "report", "FORMAT=FILE", "write the score as text, json or markdown; - is standard output",
        isRepeatable: true, completion: .choices(Format.allCases.map { "\($0.rawValue)=" })
    ) { text throws(InvalidValue) in
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let format = Format(rawValue: String(parts[0])), !parts[1].isEmpty else {
            throw InvalidValue(expected: "FORMAT=FILE with a FORMAT of text, json or markdown")
        }
        return Report(format: format, path: String(parts[1]))
    }
    static let declaration = CommandDeclaration(
        "selftest", "break the reference service on purpose, and count how often the cases notice",
        discussion: [
            "A fault counts as killed if a case that it belongs to fails; as killed elsewhere if that case only warns, and "
                + "another one fails over the same change of the same operation's answer. What is only warned of is "
                + "counted apart. Changes that are no fault must not even be warned of.",
            "Exit code 1 says that a fault survived or a change that is no fault was reported.",
        ],
        sections: [
            OptionSection([
                sample, seed, SelectionOptions.api, SelectionOptions.deep, report, EndpointOptions.jobs,
                RunArguments.golden,
                RunArguments.verbose,
            ])
        ],
        examples: [
            Example("ses-conformance selftest", "every fault of every class, and which were not found"),
            Example("ses-conformance selftest --sample 100 --seed 7", "some of each class"),
            Example("ses-conformance selftest --api v2", "the REST-JSON API alone"),
            Example("ses-conformance selftest --report json=score.json", "for programs"),
        ],
        environment: [Variable("SES_CONFORMANCE_GOLDEN", "the folder of golden files")],
        exitCodes: [.conforms, .differs, .usage])

    /// nil for all.
    let sample: Int?
    let seed: Int
    let isDeep: Bool
    let apis: Set<API>
    /// The text on standard output where nothing else goes there.
    let reports: [Report]
    let golden: String?
    let jobs: Int
    /// Whether every survivor is listed, not a few of each class.
    let isVerbose: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        sample = try arguments.value(Self.sample) ?? nil
        seed = try arguments.value(Self.seed) ?? 1
        isDeep = arguments.has(SelectionOptions.deep)
        let scope = try arguments.value(SelectionOptions.api) ?? .all
        apis = scope.api.map { [$0] } ?? Set(API.allCases)
        let asked = try arguments.values(Self.report)
        let takesOutput = asked.contains { $0.path == "-" }
        reports = (takesOutput ? [] : [Report(format: .text, path: "-")]) + asked
        golden = try RunArguments.goldenFolder(arguments)
        jobs = try arguments.value(EndpointOptions.jobs) ?? 2
        isVerbose = arguments.has(RunArguments.verbose)
    }
}
