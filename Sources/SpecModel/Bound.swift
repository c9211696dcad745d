/// A range that one or more sources state: of a length, a count or a number; both ends are inclusive.
///
/// Sources disagree at times (the reference says that a name has less than 64 characters, today's
/// model says 64). Boundary cases use only values on which all of them agree.
public struct Bound: Sendable, Hashable {
    /// One source's word on the range.
    public struct Statement: Sendable, Hashable {
        public let range: ClosedRange<Int>
        public let source: String
    }

    public let statements: [Statement]

    public init(_ range: ClosedRange<Int>, by source: String) {
        statements = [Statement(range: range, source: source)]
    }

    private init(statements: [Statement]) { self.statements = statements }

    /// Adds what another source states.
    public func or(_ range: ClosedRange<Int>, by source: String) -> Bound {
        Bound(statements: statements + [Statement(range: range, source: source)])
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
}
