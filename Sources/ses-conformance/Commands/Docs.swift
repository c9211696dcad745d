import Conformance
import Foundation
import Report
import SpecCatalog

/// `ses-conformance docs TOPIC`.
struct Docs: Command {
    static let declaration = DocsOptions.declaration

    private let options: DocsOptions

    init(_ arguments: Arguments) throws(UsageError) { options = try DocsOptions(arguments) }

    func run() throws -> ExitCode {
        let file = try OutputFile(options.output)
        try file.finish(Data(text().utf8))
        return .conforms
    }

    private func text() throws -> String {
        let tables = DocumentationTables(catalog: .standard)
        let api = options.api.api
        switch options.topic {
        case .operations: return tables.operations(api)
        case .parameters: return options.operation.map(tables.parameters) ?? tables.allParameters(api)
        case .errors: return options.operation.map(tables.errors) ?? tables.allErrors(api)
        case .responses: return options.operation.map(tables.responses) ?? tables.allResponses(api)
        case .rules: return tables.rules(CaseCatalog(.standard), api)
        case .types: return tables.allTypes(api)
        case .support: return tables.support(try results())
        case .schema: return JSONReporter.schema
        }
    }

    private func results() throws -> RunResult {
        let path = options.results ?? "-"
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path))
        } catch {
            let reason = OutputError.reason(error)
            throw UsageError.conflict("can't read \(path): \(reason); make it with --report json=FILE")
        }
        return try RunResult(readingJSON: data, name: path)
    }
}
