import SpecModel

/// The REST-JSON API's way to write parameters: labels in the path, some in the query, the rest as JSON.
///
/// Texts are taken as they are: placeholders are to be replaced before, or stay where a golden is written.
///
/// Source: public service model, sesv2 2019-09-27, protocol `rest-json`.
public struct RESTParameters: Sendable {
    private let route: Route
    private let fields: [Field]
    /// What travels in the body, in the order of the fields.
    public let body: Tree

    /// - Parameters:
    ///   - fields: a name with dots stands for a member within: `Content.Raw.Data` beside `Content` is that
    ///     member once more.
    ///   - members: the operation's parameters, whose shapes tell numbers and booleans from texts.
    public init(_ fields: [Field], route: Route, members: [Member], structures: [String: Structure]) {
        self.route = route
        let outside = Set(route.labels + route.query)
        self.fields = fields.filter { outside.contains($0.name) }
        let encoding = JSONEncoding(structures: structures)
        var body = Tree("", kind: .object)
        for field in fields where !outside.contains(field.name) {
            encoding.append(field, to: &body, members: members)
        }
        self.body = body
    }

    /// Whether the method is one whose requests have a body.
    public var hasBody: Bool { !["GET", "DELETE", "HEAD"].contains(route.method) }

    /// Path and query; a label without a value is an empty segment.
    ///
    /// - Parameter encode: writes a value so that it can stand there, a slash in it included.
    public func target(encode: (String) -> String = PercentEncoding.encode) -> String {
        let path = route.path.split(separator: "/").map { segment -> String in
            guard segment.hasPrefix("{"), segment.hasSuffix("}") else { return String(segment) }
            let name = segment.dropFirst().dropLast()
            return values(of: String(name)).first.map(encode) ?? ""
        }
        let query = fields.filter { route.query.contains($0.name) }.flatMap { field in
            values(of: field).map { encode(field.name) + "=" + encode($0) }
        }
        return "/" + path.joined(separator: "/") + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    private func values(of name: String) -> [String] {
        fields.first { $0.name == name }.map { values(of: $0) } ?? []
    }

    private func values(of field: Field) -> [String] { QueryParameters.flatten([field]).map(\.value) }
}
