import Conformance
import Diff
import Foundation

/// The differences as SARIF 2.1.0, as GitHub's code scanning and editors read it.
///
/// Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. A cause is a rule, a difference or a
/// broken case a result, which points at the golden, or else at the operation's spec, below the root of this
/// project. What the baseline knows is a suppressed result. Operations that are not there are no results.
///
///     { "ruleId": "missing-required/accepted", "level": "error",
///       "message": { "text": "v1/SendEmail/missing-source omits Source: status: expected 400 …, got 200 …" },
///       "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "golden/v1/…" }, … } }] }
public struct SARIFReporter: Reporter {
    /// Where results point at.
    private let files: SourceFiles

    public init(files: SourceFiles = .none) { self.files = files }

    public func report(_ result: RunResult) -> Data { JSONDocument.data(SARIFLog(result, files)) }
}

/// The document, key by key, as far as it is used here.
private struct SARIFLog: Encodable {
    struct Message: Encodable { let text: String }

    struct Rule: Encodable {
        let id: String
        let shortDescription: Message
    }

    struct Driver: Encodable {
        let name: String
        let version: String
        let rules: [Rule]
    }

    struct Tool: Encodable { let driver: Driver }

    struct Invocation: Encodable {
        let executionSuccessful: Bool
        let startTimeUtc: String
    }

    struct ArtifactLocation: Encodable {
        let uri: String
        let uriBaseId: String
    }

    struct Region: Encodable { let startLine: Int }

    struct PhysicalLocation: Encodable {
        let artifactLocation: ArtifactLocation
        let region: Region
    }

    struct Location: Encodable { let physicalLocation: PhysicalLocation }

    struct Suppression: Encodable {
        let kind: String
        let justification: String
    }

    struct Properties: Encodable {
        let `case`: String
        let axis: String
        let requirement: String
        let provenance: String
        let source: String
        let curl: String?
        let smallerRequest: String?
    }

    struct Result: Encodable {
        let ruleId: String
        let ruleIndex: Int
        let level: String
        let message: Message
        let locations: [Location]
        let partialFingerprints: [String: String]
        let suppressions: [Suppression]?
        let properties: Properties
    }

    struct RunProperties: Encodable { let endpoint: String }

    struct Run: Encodable {
        let tool: Tool
        let invocations: [Invocation]
        let columnKind = "unicodeCodePoints"
        let results: [Result]
        let properties: RunProperties
    }

    let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    let version = "2.1.0"
    let runs: [Run]

    private enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }
}

extension SARIFLog {
    /// Values of an answer are cut off after this many characters; the JSON report has them whole.
    private static let mostCharacters = 1_000
    private static let broken = Cause(id: "broken", title: "no answer")

    /// A result to be, with what it is about.
    private struct Entry {
        let one: CaseResult
        let finding: Finding?

        var cause: Cause { finding?.cause ?? SARIFLog.broken }
    }

    init(_ result: RunResult, _ files: SourceFiles) {
        let entries = result.cases.sorted { $0.id < $1.id }.flatMap { one -> [Entry] in
            let broken = one.outcome == .broken ? [Entry(one: one, finding: nil)] : []
            return broken + one.findings.map { Entry(one: one, finding: $0) }
        }
        var titles: [String: String] = [:]
        for entry in entries where titles[entry.cause.id] == nil { titles[entry.cause.id] = entry.cause.title }
        let ids = titles.keys.sorted()
        let positions = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        let driver = Driver(
            name: "ses-conformance", version: result.toolVersion,
            rules: ids.map { Rule(id: $0, shortDescription: Self.message(titles[$0] ?? $0)) })
        let invocation = Invocation(
            executionSuccessful: !result.wasInterrupted, startTimeUtc: Moment.text(result.started))
        runs = [
            Run(
                tool: Tool(driver: driver), invocations: [invocation],
                results: entries.map { Self.result($0, positions[$0.cause.id] ?? 0, files) },
                properties: RunProperties(endpoint: result.endpoint))
        ]
    }

    private static func result(_ entry: Entry, _ position: Int, _ files: SourceFiles) -> Result {
        let one = entry.one
        let difference = entry.finding.map { FindingWording.words(on: $0, limit: mostCharacters) }
        let words = difference ?? VisibleText.line(one.reason ?? "no answer", limit: mostCharacters)
        let place = entry.finding?.difference.path ?? ""
        let source = files.place(of: entry.finding, in: one)
        let location = Location(
            physicalLocation: PhysicalLocation(
                artifactLocation: ArtifactLocation(uri: escaped(source.file), uriBaseId: "%SRCROOT%"),
                region: Region(startLine: source.line)))
        let curl = one.exchanges.first { $0.step == entry.finding?.step }?.curl ?? one.exchanges.last?.curl
        return Result(
            ruleId: entry.cause.id, ruleIndex: position,
            level: entry.finding?.difference.severity.rawValue ?? "error",
            message: message("\(one.id) \(one.title): \(words)"), locations: [location],
            partialFingerprints: [
                "difference/v1": "\(one.id) \(VisibleText.line(place, limit: 300)) \(entry.cause.id)"
            ],
            suppressions: entry.finding?.baseline.map { [Suppression(kind: "external", justification: $0)] },
            properties: Properties(
                case: one.id, axis: one.axis.rawValue, requirement: one.requirement,
                provenance: one.source.provenance.rawValue, source: one.source.source, curl: curl,
                smallerRequest: one.shrunk?.curl))
    }

    /// A message's brackets would be links and its braces placeholders.
    ///
    /// Source: SARIF 2.1.0, 3.11.5 and 3.11.6.
    private static func message(_ text: String) -> Message {
        Message(
            text: text.replacing("[", with: "\\[").replacing("{", with: "{{")
                .replacing("}", with: "}}"))
    }

    /// A path as a relative reference.
    ///
    /// Source: RFC 3986, 4.2.
    private static func escaped(_ path: String) -> String {
        path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? ""
    }
}
