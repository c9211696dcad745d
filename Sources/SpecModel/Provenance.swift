/// What stands behind an expectation, strongest first.
///
/// Differences from what is only ``claimed`` or ``modelled`` never fail a case.
public enum Provenance: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Recorded by this tool from the real service.
    case recorded
    /// An answer of the real service that others recorded or pasted in public.
    case published
    /// An example or a statement of the API reference.
    case documented
    /// Follows by rule from the spec or from the public service model.
    case derived
    /// Someone says that the real service does so, without a capture.
    case claimed
    /// This project's own reading, as the reference service does it.
    case modelled

    /// Whether a difference from an expectation of this tier may fail a case.
    public var isBinding: Bool { self < .claimed }

    /// The stronger tier is the smaller one.
    public static func < (left: Provenance, right: Provenance) -> Bool { left.rank < right.rank }

    private var rank: Int { Provenance.allCases.firstIndex(of: self) ?? 0 }
}

/// Where a fact comes from: the tier and the place.
public struct Evidence: Sendable, Hashable {
    public let provenance: Provenance
    /// A page of the API reference, or the public source of a published answer.
    public let source: String
    /// When the answer was seen, as the source gives it.
    public let date: String?

    public init(_ provenance: Provenance, _ source: String, date: String? = nil) {
        self.provenance = provenance
        self.source = source
        self.date = date
    }

    /// A statement or an example of the API reference.
    public static func documented(page: ReferencePage) -> Evidence {
        Evidence(.documented, "\(page)")
    }

    /// A rule of this project applied to the spec or to the public service model.
    public static func derived(_ source: String) -> Evidence { Evidence(.derived, source) }

    /// What stands behind an expectation that needs both to hold: the weaker of the two.
    public func and(_ other: Evidence?) -> Evidence {
        guard let other, provenance < other.provenance else { return self }
        return other
    }
}
