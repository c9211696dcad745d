import Conformance
import Foundation
import Golden
import Report
import SpecCatalog
import SpecModel

/// `ses-conformance docs TOPIC`.
struct Docs: Command {
    static let declaration = DocsOptions.declaration

    private let options: DocsOptions

    init(_ arguments: Arguments) throws(UsageError) { options = try DocsOptions(arguments) }

    func run() throws -> ExitCode {
        if let page = options.page {
            let mark = options.topic.rawValue + (options.operation.map { "/\($0.name)" } ?? "")
            return try PageFile(page).update(
                mark, with: document().markdown, onlyChecks: options.onlyChecks, command: options.command)
        }
        let file = try OutputFile(options.output)
        try file.finish(Data(text().utf8))
        return .conforms
    }

    private func text() throws -> String {
        if options.topic == .schema { return JSONReporter.schema }
        let document = try document()
        switch options.format {
        case .markdown: return document.markdown
        case .html: return document.html
        case .csv: return document.csv
        }
    }

    private func document() throws -> Document {
        let tables = DocumentationTables(catalog: .standard)
        let api = options.api.api
        let operation = options.operation
        switch options.topic {
        case .operations: return operation.map(tables.operation) ?? tables.operations(api)
        case .parameters: return operation.map(tables.parameters) ?? tables.allParameters(api)
        case .errors: return operation.map(tables.errors) ?? tables.allErrors(api)
        case .responses: return operation.map(tables.responses) ?? tables.allResponses(api)
        case .types: return operation.map(tables.types) ?? tables.types(api)
        case .rules: return tables.rules(CaseCatalog(.standard), api)
        case .support:
            let results = try ResultsFile.read(options.results ?? "-")
            return tables.support(results, api: operation?.api ?? api, operation: operation?.name)
        case .specs: return tables.specs(api)
        case .goldens: return tables.goldens(try goldens())
        case .schema: throw UsageError.conflict("docs schema is JSON, not a table")
        }
    }

    private func goldens() throws -> [GoldenCount] {
        let store = try GoldenFolder.store(options.golden)
        var counts: [API: [Provenance: Int]] = [:]
        for id in try store.ids() {
            guard let golden = try store.read(id), let api = API(rawValue: String(id.caseID.prefix { $0 != "/" }))
            else { continue }
            counts[api, default: [:]][golden.provenance, default: 0] += 1
        }
        return counts.flatMap { api, tiers in
            tiers.map { GoldenCount(api: api, provenance: $0.key, count: $0.value) }
        }
    }
}
