import Conformance
import SpecModel

/// Which cases.
struct SelectionOptions: Sendable {
    /// `--api`: one API, or all.
    enum Scope: String, Sendable, CaseIterable {
        case v1, v2, all

        /// nil for all.
        var api: API? { API(rawValue: rawValue) }
    }

    static let api = Option<Scope>.oneOf("api", "API", "only this API: v1, v2 or all, which is usual")
    static let axis = Option<Axis>.oneOf(
        "axis", "AXIS", "only this axis: \(Wording.list(Axis.allCases.map(\.rawValue), "or"))", isRepeatable: true)

    static let deep = Flag("deep", "with what costs an endpoint much: long lists, great bodies")

    static let operand = Operand(
        "FILTER", "a case, an operation or a glob over ids: v1/SendEmail/minimal, SendEmail, 'v1/Send*'", count: .many)
    static let section = OptionSection([api, axis, deep, Shard.option], title: "Selection")

    let selection: Selection
    let shard: Shard?

    /// - Parameter isDeep: whether deep cases are in without being asked for.
    init(_ arguments: Arguments, isDeep: Bool = false) throws(UsageError) {
        selection = Selection(
            filters: arguments.operands, api: try arguments.value(Self.api)?.api,
            axes: Set(try arguments.values(Self.axis)), isDeep: isDeep || arguments.has(Self.deep))
        shard = try arguments.value(Shard.option)
    }

    /// Whether everything is selected that there is.
    var isEverything: Bool {
        selection.filters.isEmpty && selection.api == nil && selection.axes.isEmpty && shard == nil
    }

    /// The cases that are selected, in their order.
    ///
    /// - Parameter commands: words that may have been meant instead of a filter.
    /// - Throws: ``UsageError`` for a filter that matches nothing, naming the nearest case, operation or command.
    func cases(of catalog: CaseCatalog, commands: [String] = CommandTable.tool.firstWords) throws(UsageError) -> [Case]
    {
        do {
            let cases = try selection.cases(of: catalog)
            guard let shard else { return cases }
            return cases.enumerated().filter { shard.holds($0.offset) }.map(\.element)
        } catch {
            guard case .nothing(let filter, let near) = error else { throw .conflict("\(error)") }
            if commands.contains(filter) {
                throw .conflict("command '\(filter)' comes first: write ses-conformance \(filter) …")
            }
            throw .noMatch(filter, nearest: Nearest.name(to: filter, among: commands + near))
        }
    }
}
