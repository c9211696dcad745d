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

    /// Whether parameters travel in the body at all.
    var hasBody: Bool { schema.input.members.count > labels.count + query.count }
}

/// Finds operations by method and path.
struct Router: Sendable {
    private let endpoints: RouteTable<RESTEndpoint>

    init(_ catalog: Catalog) {
        var compiler = SchemaCompiler(structures: catalog.structures(.v2))
        var endpoints: [(route: Route, value: RESTEndpoint)] = []
        for operation in catalog.operations where operation.api == .v2 {
            guard let known = JSONOperation(rawValue: operation.name), let route = operation.route else { continue }
            endpoints.append(
                (
                    route,
                    RESTEndpoint(
                        schema: compiler.compile(operation), operation: known, labels: route.labels,
                        query: Set(route.query))
                ))
        }
        self.endpoints = RouteTable(endpoints)
    }

    /// - Throws: `UnknownOperationException` for a path that nobody knows, or a method that it does not have.
    func route(
        _ method: String, _ target: RequestTarget
    ) throws(Refusal) -> (endpoint: RESTEndpoint, labels: [String]) {
        guard let found = endpoints.find(method, target.path) else {
            throw Refusal("UnknownOperationException", status: 404, nil)
        }
        return (found.value, found.labels)
    }
}

extension RequestTarget {
    /// - Throws: `MalformedQueryString` for escapes that can't be read.
    init(_ target: String) throws(Refusal) {
        do throws(WireError) {
            try self.init(reading: target)
        } catch {
            throw .malformedQueryString("The request target has a syntax error: \(error)")
        }
    }
}
