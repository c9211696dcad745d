/// What became of one change to a right endpoint.
public enum Fate: String, Sendable, Hashable, CaseIterable {
    /// A case failed.
    case killed
    /// No case failed, but one reported a warning that it does not report otherwise.
    case warned
    /// No case failed and nothing was reported; a case that ended blocked, broken or observed noticed nothing.
    case survived
    /// The change did not change anything, so that there was nothing to notice.
    case void
}

/// One change and what became of it.
public struct MutantResult: Sendable, Hashable {
    public let faultClass: FaultClass
    /// The case, or the operation where a whole operation is faulty.
    public let subject: String
    /// What was done: `drops SendEmailResponse/SendEmailResult/MessageId in answer to SendEmail`.
    public let what: String
    public let fate: Fate
    /// What was seen: the first finding, or how the cases ended.
    public let detail: String
}

/// How a class of changes fared.
public struct ClassScore: Sendable, Hashable {
    public let faultClass: FaultClass
    /// How many changes of this class there are, run or not.
    public let existing: Int
    public let results: [MutantResult]

    public func count(_ fate: Fate) -> Int { results.count { $0.fate == fate } }

    /// Changes that changed something.
    public var tried: Int { results.count - count(.void) }

    /// Killed of tried, from 0 to 1; 1 where nothing was tried.
    public var killRate: Double { tried == 0 ? 1 : Double(count(.killed)) / Double(tried) }

    /// Killed or seen as a warning, of tried, from 0 to 1; 1 where nothing was tried.
    public var noticeRate: Double {
        tried == 0 ? 1 : Double(count(.killed) + count(.warned)) / Double(tried)
    }
}

/// How well the cases tell right from wrong.
public struct Score: Sendable {
    /// In the order of ``FaultClass``; classes without a change are left out.
    public let classes: [ClassScore]
    /// Cases whose answers were changed.
    public let cases: Int
    /// Cases that the unchanged service does not pass, with how they ended: nothing can be told by them.
    public let leftOut: [String]
    /// What can't be noticed from outside, with the reason.
    public let beyondReach: [String]

    public subscript(faultClass: FaultClass) -> ClassScore? { classes.first { $0.faultClass == faultClass } }

    /// Faults that nobody noticed.
    public var survivors: [MutantResult] {
        classes.filter { $0.faultClass.group != .permitted }.flatMap(\.results).filter { $0.fate == .survived }
    }

    /// Changes that are no fault and were reported as one, a warning included.
    public var falseAlarms: [MutantResult] {
        classes.filter { $0.faultClass.group == .permitted }.flatMap(\.results).filter {
            $0.fate == .killed || $0.fate == .warned
        }
    }
}
