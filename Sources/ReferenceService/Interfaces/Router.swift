import SpecCatalog
import SpecModel
import Wire

/// An operation of the REST-JSON API, made ready for being found and read.
struct RESTEndpoint: Sendable {
    let schema: OperationSchema
    let operation: JSONOperation
    /// Parameters that travel in the path, in its order.
    let labels: [String]
    /// Parameters that travel in the query.
    let query: Set<String>
    fileprivate let segments: [Segment]

    fileprivate enum Segment: Sendable, Equatable { case literal(String), label }

    /// Whether parameters travel in the body at all.
    var hasBody: Bool { schema.input.members.count > labels.count + query.count }

    /// The values of the labels, if the path is this operation's; a label is never empty.
    fileprivate func match(_ path: [String]) -> [String]? {
        var values: [String] = []
        for (segment, text) in zip(segments, path) {
            switch segment {
            case .literal(let literal): if literal != text { return nil }
            case .label:
                if text.isEmpty { return nil }
                values.append(text)
            }
        }
        return values
    }
}

/// Finds operations by method and path.
struct Router: Sendable {
    private struct Key: Hashable { let method: String, length: Int }
    private let endpoints: [Key: [RESTEndpoint]]

    init(_ catalog: Catalog) {
        var compiler = SchemaCompiler(structures: catalog.structures(.v2))
        var endpoints: [Key: [RESTEndpoint]] = [:]
        for operation in catalog.operations where operation.api == .v2 {
            guard let known = JSONOperation(rawValue: operation.name), let route = operation.route else { continue }
            let schema = compiler.compile(operation)
            for route in [route] + route.others {
                let segments = route.path.split(separator: "/").map { part in
                    part.hasPrefix("{") ? RESTEndpoint.Segment.label : .literal(String(part))
                }
                endpoints[Key(method: route.method, length: segments.count), default: []].append(
                    RESTEndpoint(
                        schema: schema, operation: known, labels: route.labels, query: Set(route.query),
                        segments: segments))
            }
        }
        // Where a literal and a label both fit, the literal is meant.
        self.endpoints = endpoints.mapValues { $0.sorted { $0.labels.count < $1.labels.count } }
    }

    /// - Throws: `UnknownOperationException` for a path that nobody knows, or a method that it does not have.
    func route(
        _ method: String, _ target: RequestTarget
    ) throws(Refusal) -> (endpoint: RESTEndpoint, labels: [String]) {
        for endpoint in endpoints[Key(method: method, length: target.path.count)] ?? [] {
            if let labels = endpoint.match(target.path) { return (endpoint, labels) }
        }
        throw Refusal("UnknownOperationException", status: 404, nil)
    }
}

/// A request's target in its parts, none of them encoded.
struct RequestTarget {
    /// What stands between slashes.
    let path: [String]
    let query: [FormParameter]

    /// - Throws: `MalformedQueryString` for escapes that can't be read.
    init(_ target: String) throws(Refusal) {
        let mark = target.utf8.firstIndex(of: UInt8(ascii: "?"))
        do throws(WireError) {
            var path: [String] = []
            let parts = target[..<(mark ?? target.endIndex)].utf8.dropFirst()
            for part in parts.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
                path.append(try PercentEncoding.decode(String(decoding: part, as: UTF8.self)))
            }
            self.path = path
            query =
                try mark.map { mark throws(WireError) in
                    try FormEncoding.decode(Array(target.utf8[target.utf8.index(after: mark)...]))
                } ?? []
        } catch {
            throw .malformedQueryString("The request target has a syntax error: \(error)")
        }
    }
}
