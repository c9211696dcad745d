import SpecModel

/// What became of one change to a right endpoint.
public enum Fate: String, Sendable, Hashable, CaseIterable {
    /// A case failed.
    case killed
    /// The case only warned or let it pass, and another one noticed the same change of the same
    /// operation's answer as it must be.
    case killedElsewhere = "killed elsewhere"
    /// No case failed, but one reported a warning that it does not report otherwise.
    case warned
    /// No case failed and nothing was reported; a case that ended blocked, broken or observed noticed nothing.
    case survived
    /// The change did not change anything, so that there was nothing to notice.
    case void
}

/// One change and what became of it.
public struct MutantResult: Sendable, Hashable {
    /// Whose answers were changed.
    public let api: API
    public let faultClass: FaultClass
    /// The case, or the operation where a whole operation is faulty.
    public let subject: String
    /// What was done: `drops SendEmailResponse/SendEmailResult/MessageId in answer to SendEmail`.
    public let what: String
    public let fate: Fate
    /// What was seen: the first finding, or how the cases ended.
    public let detail: String
    /// Why nobody can be expected to notice; nil where somebody should.
    public var excuse: String?

    func with(fate: Fate) -> MutantResult {
        MutantResult(
            api: api, faultClass: faultClass, subject: subject, what: what, fate: fate, detail: detail, excuse: excuse)
    }

    /// Whether the change met what it must.
    public var isDue: Bool { faultClass.group.isDue(fate) }

    var kind: FaultKind { FaultKind(api, faultClass) }
}

/// How a class of changes fared.
public struct ClassScore: Sendable, Hashable {
    public let kind: FaultKind
    /// How many changes of this class there are, run or not.
    public let existing: Int
    private let counts: [Fate: Int]
    /// The results that are worth a look: what did not meet what it must, and all of the named faults of emulators.
    public let told: [MutantResult]

    /// - Parameter results: of the changes that were run.
    public init(_ kind: FaultKind, existing: Int, results: [MutantResult]) {
        self.kind = kind
        self.existing = existing
        counts = Dictionary(grouping: results, by: \.fate).mapValues(\.count)
        told = results.filter { !$0.isDue || $0.excuse != nil || kind.faultClass == .published }
    }

    public var faultClass: FaultClass { kind.faultClass }

    public func count(_ fate: Fate) -> Int { counts[fate] ?? 0 }

    /// Changes that were run.
    public var run: Int { counts.values.reduce(0, +) }

    /// Changes that changed something.
    public var tried: Int { run - count(.void) }

    /// Killed, here or elsewhere.
    public var killed: Int { count(.killed) + count(.killedElsewhere) }

    /// Killed of tried, from 0 to 1; 1 where nothing was tried.
    public var killRate: Double { Score.rate(killed, of: tried) }

    /// Killed or seen as a warning, of tried, from 0 to 1; 1 where nothing was tried.
    public var noticeRate: Double { Score.rate(killed + count(.warned), of: tried) }
}

/// How well the cases tell right from wrong.
public struct Score: Sendable {
    /// API by API, in the order of ``FaultClass``; classes without a change are left out.
    public let classes: [ClassScore]
    /// Cases whose answers were changed.
    public let cases: Int
    /// Cases that the unchanged service does not pass, with how they ended: nothing can be told by them.
    public let leftOut: [String]
    /// Placeholders of goldens that no answer of the unchanged service met.
    public let idle: [String]
    /// Decides which changes are run where not all are.
    public let seed: UInt64

    public init(
        classes: [ClassScore], cases: Int, leftOut: [String] = [], idle: [String] = [], seed: UInt64 = 1
    ) {
        self.classes = classes
        self.cases = cases
        self.leftOut = leftOut
        self.idle = idle
        self.seed = seed
    }

    public subscript(kind: FaultKind) -> ClassScore? { classes.first { $0.kind == kind } }

    /// - Parameter api: nil for both.
    public func classes(of group: FaultClass.Group, _ api: API? = nil) -> [ClassScore] {
        classes.filter { $0.faultClass.group == group && (api == nil || $0.kind.api == api) }
    }

    /// Those that some change was made to.
    var apis: [API] { API.allCases.filter { api in classes.contains { $0.kind.api == api } } }

    private var faults: [MutantResult] { classes.filter { $0.faultClass.group != .permitted }.flatMap(\.told) }

    /// Faults that nobody noticed, though somebody should.
    public var survivors: [MutantResult] { faults.filter { $0.fate == .survived && $0.excuse == nil } }

    /// Faults that were only warned of, though a case should fail.
    public var onlyWarned: [MutantResult] { faults.filter { $0.fate == .warned && !$0.isDue && $0.excuse == nil } }

    /// Faults that nobody noticed and nobody can be expected to.
    public var excused: [MutantResult] { faults.filter { !$0.isDue && $0.excuse != nil } }

    /// Faults that were noticed though nobody was thought able to: the excuse is out of date.
    public var outdated: [MutantResult] { faults.filter { $0.isDue && $0.fate != .void && $0.excuse != nil } }

    /// Changes that are no fault and were reported as one, a warning included.
    public var falseAlarms: [MutantResult] { classes(of: .permitted).flatMap(\.told) }

    /// The named faults of emulators.
    public var published: [MutantResult] {
        classes.filter { $0.faultClass == .published }.flatMap(\.told)
    }

    /// Whether every fault was noticed that can be, and nothing else.
    public var isGood: Bool { survivors.isEmpty && falseAlarms.isEmpty }

    static func rate(_ part: Int, of whole: Int) -> Double { whole == 0 ? 1 : Double(part) / Double(whole) }
}
