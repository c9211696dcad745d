import SpecModel

/// Looks for contradictions and gaps in the specs themselves.
public enum Lint {
    /// Everything that is wrong with the specs of a catalogue, in the order of the specs.
    public static func findings(in catalog: Catalog) -> [LintFinding] {
        catalog.specifications.flatMap { specification in
            var linter = Linter(specification, beside: catalog.specifications)
            linter.checkNames()
            linter.checkStructures()
            linter.checkOperations()
            linter.checkCommon()
            linter.checkScenarios()
            linter.checkProbes()
            return linter.findings
        }
    }
}

/// One contradiction or gap of a spec.
public struct LintFinding: Sendable, Hashable, CustomStringConvertible {
    /// What kind of contradiction or gap it is.
    public enum Rule: String, Sendable, Hashable, CaseIterable {
        case danglingType = "dangling-type"
        case unusedType = "unused-type"
        case duplicateName = "duplicate-name"
        case unorderedName = "unordered-name"
        case malformedName = "malformed-name"
        case missingText = "missing-text"
        case missingPage = "missing-page"
        case emptyRange = "empty-range"
        case malformedPattern = "malformed-pattern"
        case malformedEnumeration = "malformed-enumeration"
        case contradictoryExample = "contradictory-example"
        case contradictoryDefault = "contradictory-default"
        case missingExample = "missing-example"
        case missingNote = "missing-note"
        case contradictoryMember = "contradictory-member"
        case malformedRule = "malformed-rule"
        case malformedPages = "malformed-pages"
        case malformedUndo = "malformed-undo"
        case malformedError = "malformed-error"
        case unknownOperation = "unknown-operation"
        case unknownParameter = "unknown-parameter"
        case unknownMember = "unknown-member"
        case unknownScenario = "unknown-scenario"
        case unknownPlaceholder = "unknown-placeholder"
        case unknownCapture = "unknown-capture"
        case malformedStep = "malformed-step"
        case malformedExpectation = "malformed-expectation"
        case malformedEvidence = "malformed-evidence"
        case malformedRequirement = "malformed-requirement"
    }

    public let rule: Rule
    /// Where: `v1/SendEmail parameter Destination.ToAddresses`.
    public let place: String
    /// What is wrong there, values quoted as they stand in the spec.
    public let text: String

    /// A finding of one's own.
    public init(_ rule: Rule, at place: String, _ text: String) {
        self.rule = rule
        self.place = place
        self.text = text
    }

    /// `v1/SendEmail parameter Source: example '' has 0 characters, not 1 to 320 [contradictory-example]`.
    public var description: String { "\(place): \(text) [\(rule.rawValue)]" }
}

/// Walks one spec and keeps what it finds.
struct Linter {
    let specification: Specification
    /// Those of all APIs, whose operations steps over both may name.
    let specifications: [Specification]
    let operations: [String: Operation]
    let structures: [String: Structure]
    private(set) var findings: [LintFinding] = []

    init(_ specification: Specification, beside specifications: [Specification] = []) {
        self.specification = specification
        self.specifications = specifications
        operations = Dictionary(specification.operations.map { ($0.name, $0) }) { first, _ in first }
        structures = Dictionary(specification.structures.map { ($0.name, $0) }) { first, _ in first }
    }

    /// `v1`, what every place starts with.
    var api: String { specification.api.rawValue }

    mutating func add(_ rule: LintFinding.Rule, at place: String, _ text: String) {
        findings.append(LintFinding(rule, at: place, text))
    }

    mutating func adopt(_ others: [LintFinding]) { findings += others }

    /// Reports names that occur more than once.
    mutating func checkUnique(_ names: [String], _ kind: String, at place: String) {
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted {
            add(.duplicateName, at: place, "\(kind) '\(name)' occurs more than once")
        }
    }

    /// Reports a name that is not kebab-case: lower-case words of letters and digits, joined by `-`.
    mutating func checkKebabCase(_ name: String, _ kind: String, at place: String) {
        guard name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) == nil else { return }
        add(.malformedName, at: place, "\(kind) '\(name)' is not kebab-case, such as 'missing-source'")
    }

    mutating func checkText(_ text: String, _ kind: String, at place: String) {
        let trimmed = text.drop { $0.isWhitespace }
        if trimmed.isEmpty { add(.missingText, at: place, "the \(kind) is empty") }
    }

    mutating func checkPage(_ page: ReferencePage, at place: String) {
        if case .number(let page) = page, page <= 0 {
            add(.missingPage, at: place, "page \(page) is no page of the reference")
        }
    }

    /// Reports evidence without a source or from a page that there is not.
    mutating func check(_ evidence: Evidence, at place: String) {
        let source = evidence.source.drop { $0.isWhitespace }
        if source.isEmpty { add(.malformedEvidence, at: place, "the source is empty") }
        if let match = evidence.source.firstMatch(of: /p\. ?(-?[0-9]+)/), Int(match.1) ?? 0 <= 0 {
            add(.malformedEvidence, at: place, "source '\(evidence.source)' names no page of the reference")
        }
    }
}
