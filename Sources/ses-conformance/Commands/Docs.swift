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
        if let page = options.page { return try update(page) }
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

    /// Replaces the marked part of a page, or says that it would have to be.
    private func update(_ path: String) throws -> ExitCode {
        let text = String(decoding: try InputFile.read(path), as: UTF8.self)
        let mark = options.topic.rawValue + (options.operation.map { "/\($0.name)" } ?? "")
        let updated = try MarkedPage(text, name: path).replacing(mark, with: document().markdown)
        guard updated != text else { return .conforms }
        if options.onlyChecks {
            Output.say("\(path) is out of date; run: \(options.command)")
            return .differs
        }
        try OutputFile(path).finish(Data(updated.utf8))
        Output.say("wrote \(path)")
        return .conforms
    }
}
