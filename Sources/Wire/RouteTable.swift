import SpecModel

/// Finds what a request of the REST-JSON API is for, by method and path.
public struct RouteTable<Value: Sendable>: Sendable {
    private enum Segment: Sendable { case literal(String), label }
    private struct Key: Hashable { let method: String, length: Int }
    private struct Entry: Sendable {
        let segments: [Segment]
        let value: Value

        var labels: Int { segments.count { if case .label = $0 { true } else { false } } }

        /// The values of the labels, if the path is this one's; a label is never empty.
        func match(_ path: [String]) -> [String]? {
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

    private let entries: [Key: [Entry]]

    /// - Parameter values: each with its usual route; others that the route names lead there, too.
    public init(_ values: [(route: Route, value: Value)]) {
        var entries: [Key: [Entry]] = [:]
        for (usual, value) in values {
            for route in [usual] + usual.others {
                let segments = route.path.split(separator: "/").map { part in
                    part.hasPrefix("{") ? Segment.label : .literal(String(part))
                }
                entries[Key(method: route.method, length: segments.count), default: []].append(
                    Entry(segments: segments, value: value))
            }
        }
        // Where a literal and a label both fit, the literal is meant.
        self.entries = entries.mapValues { $0.sorted { $0.labels < $1.labels } }
    }

    /// What a method and a path lead to, with the values of the labels in the path's order.
    public func find(_ method: String, _ path: [String]) -> (value: Value, labels: [String])? {
        for entry in entries[Key(method: method, length: path.count)] ?? [] {
            if let labels = entry.match(path) { return (entry.value, labels) }
        }
        return nil
    }
}

/// A request's target in its parts, none of them encoded.
public struct RequestTarget: Sendable, Hashable {
    /// What stands between slashes.
    public let path: [String]
    public let query: [FormParameter]

    /// - Throws: ``WireError`` for escapes that can't be read.
    public init(reading target: String) throws(WireError) {
        let mark = target.utf8.firstIndex(of: UInt8(ascii: "?"))
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
    }
}
