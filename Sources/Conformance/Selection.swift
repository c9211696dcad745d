import SpecModel

/// Which cases are to be run: filters joined by "or", narrowed by API and axis.
public struct Selection: Sendable {
    /// Ids, globs over ids (`v1/Send*/missing-*`), or whole operations (`SendEmail`, `v1/SendEmail`);
    /// empty for all.
    public var filters: [String]
    /// nil for both.
    public var api: API?
    /// Empty for all.
    public var axes: Set<Axis>
    /// Whether cases that cost an endpoint much are selected too; one whose very id is a filter always is.
    public var isDeep: Bool

    public init(filters: [String] = [], api: API? = nil, axes: Set<Axis> = [], isDeep: Bool = false) {
        self.filters = filters
        self.api = api
        self.axes = axes
        self.isDeep = isDeep
    }

    /// The cases that are selected, in their order.
    ///
    /// - Throws: ``SelectionError`` for a filter that matches no case.
    public func cases(of catalog: CaseCatalog) throws(SelectionError) -> [Case] {
        let offered = catalog.cases.filter { one in
            (api == nil || one.api == api) && (axes.isEmpty || axes.contains(one.axis))
                && (!one.isDeep || isDeep || filters.contains(one.id))
        }
        guard !offered.isEmpty else { throw .empty }
        guard !filters.isEmpty else { return offered }
        var chosen: Set<String> = []
        for filter in filters {
            let matches = offered.filter { Selection.matches($0, filter) }
            guard !matches.isEmpty else {
                // Known, but not within the API and the axes, or deep.
                if catalog.cases.contains(where: { Selection.matches($0, filter) }) {
                    throw .excluded(filter)
                }
                throw .nothing(filter, near: Selection.candidates(for: filter, in: catalog))
            }
            chosen.formUnion(matches.map(\.id))
        }
        return offered.filter { chosen.contains($0.id) }
    }

    private static func matches(_ case: Case, _ filter: String) -> Bool {
        if `case`.id == filter || `case`.operation == filter { return true }
        if "\(`case`.api.rawValue)/\(`case`.operation)" == filter.trimmingSuffix("/") { return true }
        let glob = Glob(filter)
        return glob.matches(`case`.id) || glob.matches(`case`.operation)
    }

    /// What the filter may have been meant to say.
    private static func candidates(for filter: String, in catalog: CaseCatalog) -> [String] {
        filter.contains("/") ? catalog.cases.map(\.id) : Set(catalog.cases.map(\.operation)).sorted()
    }
}

/// Why a selection selects nothing.
public enum SelectionError: Error, Sendable, Hashable, CustomStringConvertible {
    /// With every name of the kind that the filter is of, for a hint at the nearest.
    case nothing(String, near: [String])
    /// No case is within `--api` and `--axis`, whatever the filters.
    case empty
    /// The filter matches cases, but `--api` or `--axis` leaves none of them, or they are deep.
    case excluded(String)

    public var description: String {
        switch self {
        case .nothing(let filter, _):
            "no case matches '\(filter)'; list them with: ses-conformance list"
        case .empty:
            "no case is within --api and --axis"
        case .excluded(let filter):
            "'\(filter)' matches cases, but none of them is within --api and --axis, or they want --deep"
        }
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
