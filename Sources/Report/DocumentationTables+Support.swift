import Conformance
import SpecCatalog
import SpecModel

/// How far an endpoint has an operation.
enum SupportStatus: String {
    /// Everything that was judged passed.
    case supported
    /// The operation is there, and something differs.
    case partial
    /// The endpoint does not know the operation.
    case missing
    /// Nothing was judged.
    case notTested = "not tested"
}

extension DocumentationTables {
    /// A row for each operation: supported, partial, missing or not tested, with what differs in plain words.
    ///
    /// Known differences count like any other: a baseline excuses a run, it does not repair an endpoint.
    public func support(_ result: RunResult) -> String {
        let names = SubjectNames(catalog)
        let cases = Dictionary(grouping: result.cases) { "\($0.api.rawValue)/\($0.operation)" }
        var support: [String: OperationSupport] = [:]
        for one in result.support { support["\(one.api.rawValue)/\(one.operation)"] = one }
        let apis = Set(result.cases.map(\.api)).union(result.support.map(\.api))
        let catalogued = catalog.operations.filter { apis.contains($0.api) }.map(\.id)
        let ids = Set(catalogued).union(cases.keys).union(support.keys).sorted()
        guard !ids.isEmpty else { return "Nothing was tested.\n" }
        let rows = ids.map { id in
            let (status, notes) = row(cases[id] ?? [], support[id], names)
            let name = apis.count > 1 ? id : String(id.drop { $0 != "/" }.dropFirst())
            return [Markdown.code(name), status.rawValue, notes]
        }
        return "Tested: \(Markdown.code(result.endpoint)), \(Moment.text(result.started).prefix(10)), "
            + "ses-conformance \(Markdown.text(result.toolVersion))"
            + (result.wasInterrupted ? "; the run was interrupted.\n\n" : ".\n\n")
            + Markdown.table(["Operation", "Status", "Notes"], rows)
    }

    private func row(
        _ cases: [CaseResult], _ support: OperationSupport?, _ names: SubjectNames
    ) -> (SupportStatus, String) {
        if let support, !support.isSupported { return (.missing, Markdown.text(support.seen)) }
        let unsupported = cases.filter { $0.outcome == .unsupported }
        if !unsupported.isEmpty, unsupported.count == cases.count {
            return (.missing, unsupported.first?.reason.map { Markdown.text($0) } ?? "")
        }
        let notes = SupportNotes(cases, names).text
        if cases.contains(where: { $0.outcome == .failed }) { return (.partial, notes) }
        if cases.contains(where: { $0.outcome == .passed }) { return (.supported, notes) }
        let reasons = Set(cases.compactMap(\.reason)).sorted().prefix(2).map { Markdown.text($0) }
        return (.notTested, reasons.joined(separator: "; "))
    }
}
