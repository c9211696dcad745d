import Diff

/// What a run comes to: the numbers of its last line, and the exit code.
public struct Verdict: Sendable, Hashable {
    /// What makes a run fail, as the command line has it.
    public struct Options: Sendable, Hashable {
        /// The least severity of an open difference that fails a run.
        public var failOn: Severity
        /// Whether an operation that the endpoint does not know fails a run.
        public var requireSupported: Bool
        /// Whether cases newer than the baseline fail a run.
        public var isStrict: Bool

        public init(failOn: Severity = .error, requireSupported: Bool = false, isStrict: Bool = false) {
            self.failOn = failOn
            self.requireSupported = requireSupported
            self.isStrict = isStrict
        }
    }

    public let options: Options
    /// Cases by outcome; the numbers add up to the run's cases.
    public let counts: [Outcome: Int]
    /// Cases without a difference that fails a run; known failures are not among them.
    public let passed: Int
    /// Cases that fail the run: differences that the baseline does not know, in cases that it does know.
    public let failing: Int
    /// Failed cases of which the baseline knows every difference that matters.
    public let known: Int
    /// Cases newer than the baseline that would fail the run if it were strict.
    public let newFailing: Int
    /// Passed cases with an open difference of severity warning, where that does not fail a run.
    public let warned: Int
    /// Operations that the endpoint does not know.
    public let unsupportedOperations: Int
    /// Entries of the baseline that nothing matched.
    public let stale: Int
    public let wasInterrupted: Bool

    public init(_ result: RunResult, _ options: Options = Options()) {
        self.options = options
        counts = Dictionary(grouping: result.cases, by: \.outcome).mapValues(\.count)
        var passed = 0
        var failing = 0
        var known = 0
        var newFailing = 0
        var warned = 0
        for one in result.cases {
            if one.differs(from: options.failOn) {
                if one.isNew { newFailing += 1 } else { failing += 1 }
            } else if one.outcome == .failed {
                known += 1
            } else if one.outcome == .passed {
                passed += 1
                if one.open.contains(where: { $0.difference.severity == .warning }) { warned += 1 }
            }
        }
        self.passed = passed
        self.failing = failing
        self.known = known
        self.newFailing = newFailing
        self.warned = warned
        let inCases = result.cases.filter { $0.outcome == .unsupported }.map { "\($0.api.rawValue)/\($0.operation)" }
        func names(_ isSupported: Bool) -> [String] {
            result.support.filter { $0.isSupported == isSupported }.map { "\($0.api.rawValue)/\($0.operation)" }
        }
        // A case over both APIs is unsupported where the other API lacks an operation: its own may well be there.
        unsupportedOperations = Set(inCases + names(false)).subtracting(names(true)).count
        stale = result.staleBaseline.count
        wasInterrupted = result.wasInterrupted
    }

    public func count(_ outcome: Outcome) -> Int { counts[outcome] ?? 0 }

    /// Whether no case was judged: everything was unsupported, blocked or broken, or nothing ran.
    public var judgedNothing: Bool { count(.passed) + count(.failed) == 0 }

    /// 0: conforms; 1: differences, a broken case or an interrupted run; 4: only a stale baseline entry.
    ///
    /// 2 and 3, for bad usage and an endpoint that is not there, are decided where there is no run.
    public var exitCode: Int32 {
        let differs = failing > 0 || (options.isStrict && newFailing > 0)
        let lacks = options.requireSupported && unsupportedOperations > 0
        if differs || lacks || count(.broken) > 0 || wasInterrupted { return 1 }
        return stale > 0 ? 4 : 0
    }
}

extension CaseResult {
    /// Whether a judged case has an open difference of at least this severity.
    ///
    /// A failed case without any finding counts too: something made it fail.
    public func differs(from threshold: Severity) -> Bool {
        switch outcome {
        case .failed: findings.isEmpty || open.contains { $0.difference.severity >= threshold }
        case .passed: open.contains { $0.difference.severity >= threshold }
        case .unsupported, .blocked, .broken, .observed: false
        }
    }
}
