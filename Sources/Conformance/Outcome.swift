import Diff
import Foundation
import SpecModel

/// How a case ended; never mixed.
public enum Outcome: String, Sendable, Hashable, CaseIterable {
    case passed
    /// At least one difference of severity `error`.
    case failed
    /// The endpoint does not know the operation.
    case unsupported
    /// The case's control, setup or a need was not met.
    case blocked
    /// No answer could be had from the endpoint at all.
    case broken
    /// Nobody knows the right answer: reported, not judged.
    case observed
}

/// The common reason of several failures: a rule and what came of it.
public struct Cause: Sendable, Hashable {
    /// `missing-required/accepted`; what a baseline names.
    public let id: String
    /// "missing required parameter accepted".
    public let title: String

    public init(id: String, title: String) {
        self.id = id
        self.title = title
    }
}

/// A difference of a case's answer, with what a reader needs to act on it.
public struct Finding: Sendable, Hashable {
    /// The judged step; empty where the case has one.
    public let step: String
    public let difference: Difference
    public let cause: Cause
    /// The golden's path below the golden folder, with its ending: `v1/SendEmail/minimal.xml`.
    public let golden: String
    /// The reason that the baseline gives, if the difference is known there.
    public var baseline: String?

    public init(step: String, difference: Difference, cause: Cause, golden: String, baseline: String? = nil) {
        self.step = step
        self.difference = difference
        self.cause = cause
        self.golden = golden
        self.baseline = baseline
    }
}

/// What went over the wire in a judged step of a case that did not simply pass.
public struct ExchangeRecord: Sendable, Hashable {
    public let step: String
    /// A command that sends the same request, without secrets; setup commands come first.
    public let curl: String
    /// The golden's answer as text.
    public let expected: String
    /// Status line, headers and body as received, the beginning of what is long; not escaped for any output.
    public let actual: String

    public init(step: String, curl: String, expected: String, actual: String) {
        self.step = step
        self.curl = curl
        self.expected = expected
        self.actual = actual
    }
}

/// What became of one case.
public struct CaseResult: Sendable {
    /// `v1/SendEmail/missing-source`.
    public let id: String
    public let api: API
    public let operation: String
    public let axis: Axis
    /// The rule that derived the case, `scenario` or `reference-sample`.
    public let rule: String
    /// "omits Source".
    public let title: String
    /// "The service MUST answer 400 …".
    public let requirement: String
    /// What the requirement rests on.
    public let source: Evidence
    public var outcome: Outcome
    /// Why it is blocked, broken, unsupported or only observed.
    public var reason: String?
    public var findings: [Finding]
    public let exchanges: [ExchangeRecord]
    /// How often the case was run again because no answer came.
    public var retries: Int = 0
    /// A smaller request that fails in the same way, where one was looked for and found.
    public var shrunk: ShrunkRequest?
    /// Seconds.
    public var duration: Double
    /// Whether the case is newer than the baseline in use.
    public var isNew: Bool

    public init(
        id: String, api: API, operation: String, axis: Axis, rule: String, title: String, requirement: String,
        source: Evidence, outcome: Outcome, reason: String? = nil, findings: [Finding] = [],
        exchanges: [ExchangeRecord] = [], shrunk: ShrunkRequest? = nil, duration: Double = 0, isNew: Bool = false
    ) {
        self.id = id
        self.api = api
        self.operation = operation
        self.axis = axis
        self.rule = rule
        self.title = title
        self.requirement = requirement
        self.source = source
        self.outcome = outcome
        self.reason = reason
        self.findings = findings
        self.exchanges = exchanges
        self.shrunk = shrunk
        self.duration = duration
        self.isNew = isNew
    }

    /// Findings that the baseline does not know.
    public var open: [Finding] { findings.filter { $0.baseline == nil } }

    /// Whether each error of a failed case is in the baseline.
    public var isBaselined: Bool {
        outcome == .failed && !open.contains { $0.difference.severity == .error }
    }
}

/// Whether an endpoint knows an operation, found out once by its minimal valid request.
public struct OperationSupport: Sendable, Hashable {
    public let api: API
    public let operation: String
    public let isSupported: Bool
    /// What was seen: "500 text/html, 1,240 bytes".
    public let seen: String

    public init(api: API, operation: String, isSupported: Bool, seen: String) {
        self.api = api
        self.operation = operation
        self.isSupported = isSupported
        self.seen = seen
    }
}

/// A whole run: everything that a report shows.
public struct RunResult: Sendable {
    /// `http://127.0.0.1:5000`, or `embedded reference service`; no credentials.
    public let endpoint: String
    /// Whether the endpoint is this project's own reference service.
    public let isEmbedded: Bool
    /// The run's name, part of every name that it makes on the endpoint.
    public let run: String
    public var started: Date
    /// Seconds.
    public var duration: Double
    /// Requests of its cases that were answered: pages after the first, controls and what was asked once for all
    /// cases are not counted, so that parts of a run add up.
    public var exchanges: Int
    public let toolVersion: String
    /// Ordered by id.
    public var cases: [CaseResult]
    public var support: [OperationSupport]
    /// Said once in every report: the run was interrupted, checks that were not enforced, needs not met.
    public var remarks: [String]
    /// Entries of the baseline that nothing matched, as they are written there.
    public var staleBaseline: [String]
    public var wasInterrupted: Bool
    /// What joins the results with those of other shards; nil for a whole run.
    public var shard: ShardRecord?

    public init(
        endpoint: String, isEmbedded: Bool, run: String, started: Date, duration: Double, exchanges: Int,
        toolVersion: String, cases: [CaseResult], support: [OperationSupport], remarks: [String] = [],
        staleBaseline: [String] = [], wasInterrupted: Bool = false
    ) {
        self.endpoint = endpoint
        self.isEmbedded = isEmbedded
        self.run = run
        self.started = started
        self.duration = duration
        self.exchanges = exchanges
        self.toolVersion = toolVersion
        self.cases = cases
        self.support = support
        self.remarks = remarks
        self.staleBaseline = staleBaseline
        self.wasInterrupted = wasInterrupted
    }
}
