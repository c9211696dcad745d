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

    /// Filters and options as they are written on the command line, in one order for one meaning; without the shard.
    var words: [String] {
        selection.filters.sorted() + (selection.api.map { ["--api", $0.rawValue] } ?? [])
            + selection.axes.map(\.rawValue).sorted().flatMap { ["--axis", $0] } + (selection.isDeep ? ["--deep"] : [])
    }

    /// The cases that are selected, or the shard's part of them, in their order.
    ///
    /// - Throws: ``UsageError`` as ``whole(of:commands:)``.
    func cases(of catalog: CaseCatalog) throws(UsageError) -> [Case] {
        let whole = try whole(of: catalog)
        return shard?.part(of: whole) ?? whole
    }

    /// The cases that are selected, whatever the shard, in their order.
    ///
    /// - Parameter commands: words that may have been meant instead of a filter.
    /// - Throws: ``UsageError`` for a filter that matches nothing, naming the nearest case, operation or command.
    func whole(of catalog: CaseCatalog, commands: [String] = CommandTable.tool.firstWords) throws(UsageError) -> [Case]
    {
        do {
            return try selection.cases(of: catalog)
        } catch {
            guard case .nothing(let filter, let near) = error else { throw .conflict("\(error)") }
            if commands.contains(filter) {
                throw .conflict("command '\(filter)' comes first: write ses-conformance \(filter) …")
            }
            throw .noMatch(filter, nearest: Nearest.name(to: filter, among: commands + near))
        }
    }
}
