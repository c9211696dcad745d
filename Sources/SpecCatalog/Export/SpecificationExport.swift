import struct Foundation.Data
import SpecModel

/// Both specs as one JSON document, for programs in other languages.
///
/// ```
/// { "schema": "ses-conformance/spec/1",
///   "apis": [ { "api": "v1", "version": "2010-12-01", "operations": [ … ], "structures": [ … ], … } ] }
/// ```
///
/// What the spec leaves open is absent, never null. Values of requests and results are JSON as they are,
/// but for bytes, `{ "$blob": "the text before base64" }`, and what a case sent, `{ "$echo": "Rule" }`;
/// texts are templates with placeholders in `⟦…⟧`.
public enum SpecificationExport {
    /// The name and version of the document's layout.
    public static let schema = "ses-conformance/spec/1"

    /// The whole catalogue, byte-stable: sorted keys, two spaces of indentation, a line break at the end.
    ///
    /// - Throws: whatever the encoder throws; a spec that a compiler accepted gives it no reason to.
    public static func json(_ catalog: Catalog) throws -> Data {
        try JSON.object([
            "schema": .text(schema), "apis": .array(catalog.specifications.map(json)),
        ]).bytes()
    }

    /// One operation with the data types that it is made of, as byte-stable as the whole.
    ///
    /// - Throws: whatever the encoder throws; a spec that a compiler accepted gives it no reason to.
    public static func json(of operation: Operation, in catalog: Catalog) throws -> Data {
        try JSON.object([
            "operation": json(operation), "structures": .array(catalog.structures(of: operation).map(json)),
        ]).bytes()
    }

    private static func json(_ specification: Specification) -> JSON {
        .object(dropping: [
            "api": .text(specification.api.rawValue),
            "version": .text(specification.api.version),
            "namespace": specification.api == .v1 ? .text(API.namespace) : nil,
            "operations": .array(specification.operations.map(json)),
            "structures": .array(specification.structures.map(json)),
            "commonParameters": .array(specification.commonParameters.map(json)),
            "commonErrors": .array(specification.commonErrors.map(json)),
            "scenarios": .array(specification.scenarios.map(json)),
            "samples": .array(specification.samples.map(json)),
            "probes": .array(specification.probes.map(json)),
            "observations": .array(specification.observations.map(json)),
        ])
    }

    private static func json(_ operation: Operation) -> JSON {
        .object(dropping: [
            "id": .text(operation.id),
            "name": .text(operation.name),
            "family": .text(operation.family.rawValue),
            "summary": .text(operation.summary),
            "page": json(operation.page),
            "route": operation.route.map(json),
            "deprecated": operation.deprecated.map(JSON.text),
            "throttle": operation.throttle.map(JSON.number),
            "parameters": .array(operation.parameters.map(json)),
            "rules": .array(operation.rules.map(json)),
            "result": operation.result.map { .array($0.map(json)) },
            "errors": .array(operation.errors.map(json)),
            "pages": operation.pages.map(json),
            "undo": operation.undo.map(json),
            "fixture": json(operation.fixture),
            "observations": .array(operation.observations.map(json)),
        ])
    }

    private static func json(_ page: ReferencePage) -> JSON {
        switch page {
        case .number(let number): .integer(number)
        case .section(let name): .text(name)
        }
    }

    private static func json(_ route: Route) -> JSON {
        .object([
            "method": .text(route.method), "path": .text(route.path), "query": .array(route.query.map(JSON.text)),
            "others": .array(route.others.map(json)),
        ])
    }

    private static func json(_ structure: Structure) -> JSON {
        .object([
            "name": .text(structure.name),
            "summary": .text(structure.summary),
            "page": json(structure.page),
            "members": .array(structure.members.map(json)),
            "rules": .array(structure.rules.map(json)),
            "isLater": .boolean(structure.isLater),
        ])
    }

    private static func json(_ pages: Pages) -> JSON {
        .object(dropping: [
            "token": .text(pages.token), "size": pages.size.map(JSON.text), "items": .text(pages.items),
        ])
    }

    private static func json(_ undo: Undo) -> JSON {
        .object([
            "operation": .text(undo.operation),
            "parameters": .array(
                undo.parameters.map { .object(["name": .text($0.name), "from": .text($0.from)]) }),
        ])
    }

    static func json(_ evidence: Evidence) -> JSON {
        .object(dropping: [
            "provenance": .text(evidence.provenance.rawValue), "source": .text(evidence.source),
            "date": evidence.date.map(JSON.text),
        ])
    }

    private static func json(_ observation: Observation) -> JSON {
        .object(dropping: [
            "condition": .text(observation.condition), "status": .integer(observation.status),
            "code": observation.code.map(JSON.text), "message": observation.message.map(JSON.text),
            "evidence": json(observation.evidence),
        ])
    }
}
