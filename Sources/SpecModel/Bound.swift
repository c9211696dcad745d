/// A range that one or more sources state: of a length, a count or a number; both ends are inclusive.
///
/// Sources disagree at times (the reference says that a name has less than 64 characters, today's
/// model says 64). Boundary cases use only values on which all of them agree.
public struct Bound: Sendable, Hashable {
    /// One source's word on the range.
    public struct Statement: Sendable, Hashable {
        public let range: ClosedRange<Int>
        public let evidence: Evidence
        /// What stands behind the lower end where ``evidence`` speaks of the upper one only.
        fileprivate let lower: Evidence?

        public var source: String { evidence.source }
    }

    /// Never empty.
    public let statements: [Statement]

    /// - Parameters:
    ///   - evidence: what states the range, or at least its upper end.
    ///   - lower: what states the lower end, where that is something else.
    public init(_ range: ClosedRange<Int>, by evidence: Evidence, lower: Evidence? = nil) {
        statements = [Statement(range: range, evidence: evidence, lower: lower)]
    }

    /// A range that the API reference states.
    public init(_ range: ClosedRange<Int>, by source: String, lower: Evidence? = nil) {
        self.init(range, by: Evidence(.documented, source), lower: lower)
    }

    private init(statements: [Statement]) { self.statements = statements }

    /// Adds what another source states.
    public func or(_ range: ClosedRange<Int>, by evidence: Evidence, lower: Evidence? = nil) -> Bound {
        Bound(statements: statements + Bound(range, by: evidence, lower: lower).statements)
    }

    /// Adds what the API reference states.
    public func or(_ range: ClosedRange<Int>, by source: String, lower: Evidence? = nil) -> Bound {
        or(range, by: Evidence(.documented, source), lower: lower)
    }

    /// The range that every source accepts.
    public var agreed: ClosedRange<Int> {
        let lower = statements.map(\.range.lowerBound).max() ?? 0
        let upper = statements.map(\.range.upperBound).min() ?? Int.max
        return lower...max(lower, upper)
    }

    /// The range outside of which no source accepts anything.
    public var widest: ClosedRange<Int> {
        let lower = statements.map(\.range.lowerBound).min() ?? 0
        let upper = statements.map(\.range.upperBound).max() ?? Int.max
        return lower...max(lower, upper)
    }

    /// The strongest of what says that a number is accepted, or that it is refused; only for numbers on which all
    /// sources agree.
    public func evidence(on number: Int) -> Evidence {
        // A source that names no lower end accepts all below its upper one.
        let isLow = number < agreed.lowerBound
        let all = statements.map { isLow ? $0.lower ?? $0.evidence : $0.evidence }
        return all.dropFirst().reduce(all[0]) { $1.provenance < $0.provenance ? $1 : $0 }
    }
}
