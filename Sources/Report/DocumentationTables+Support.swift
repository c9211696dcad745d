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
    /// Known differences count like any other: a baseline excuses a run, it does not repair an endpoint. Neither
    /// date nor address is told, so that a page changes only where the endpoint, or this tool, does.
    ///
    /// - Parameters:
    ///   - api: the one that is told of; nil for each that the run was about.
    ///   - name: the one operation that is told of; nil for all.
    public func support(_ result: RunResult, api: API? = nil, operation name: String? = nil) -> Document {
        let names = SubjectNames(catalog)
        let cases = Dictionary(grouping: result.cases) { "\($0.api.rawValue)/\($0.operation)" }
        var support: [String: OperationSupport] = [:]
        for one in result.support { support["\(one.api.rawValue)/\(one.operation)"] = one }
        let tested = Set(result.cases.map(\.api)).union(result.support.map(\.api))
        let apis = tested.filter { api == nil || $0 == api }
        let catalogued = catalog.operations.filter { apis.contains($0.api) }.map(\.id)
        let ids = Set(catalogued).union(cases.keys).union(support.keys).sorted().filter { id in
            apis.contains { id.hasPrefix($0.rawValue + "/") } && (name == nil || id.hasSuffix("/\(name ?? "")"))
        }
        var document = Document("Support of Amazon SES")
        guard !ids.isEmpty else {
            document.paragraph("Nothing was tested.")
            return document
        }
        let rows: [[Phrase]] = ids.map { id in
            let (status, notes) = row(cases[id] ?? [], support[id], names)
            let name = apis.count > 1 ? id : String(id.drop { $0 != "/" }.dropFirst())
            return [.code(name), .text(status.rawValue), notes]
        }
        let ending: Phrase = result.wasInterrupted ? "; the run was interrupted." : "."
        document.paragraph("Tested with ses-conformance \(result.toolVersion)\(ending)")
        document.table(["Operation", "Status", "Notes"], rows, or: "")
        return document
    }

    private func row(
        _ cases: [CaseResult], _ support: OperationSupport?, _ names: SubjectNames
    ) -> (SupportStatus, Phrase) {
        if let support, !support.isSupported { return (.missing, .text(support.seen)) }
        let unsupported = cases.filter { $0.outcome == .unsupported }
        if !unsupported.isEmpty, unsupported.count == cases.count {
            return (.missing, unsupported.first?.reason.map { .text($0) } ?? "")
        }
        let notes = SupportNotes(cases, names).text
        if cases.contains(where: { $0.outcome == .failed }) { return (.partial, notes) }
        if cases.contains(where: { $0.outcome == .passed }) { return (.supported, notes) }
        let reasons = Set(cases.compactMap(\.reason)).sorted().prefix(2).map { Phrase.text($0) }
        return (.notTested, Array(reasons).joined(separator: "; "))
    }
}
