import Wire

/// The parameters of a request: of its query, and of its body where it has one.
struct RequestForm {
    let parameters: [FormParameter]

    /// - Throws: `MalformedQueryString` for what is no form, `InvalidAction` for another method or path.
    init(_ request: HTTPRequest) throws(Refusal) {
        let target = request.target
        let mark = target.utf8.firstIndex(of: UInt8(ascii: "?"))
        let path = target[..<(mark ?? target.endIndex)]
        guard path == "/" || path.isEmpty else { throw Refusal("InvalidAction", "Could not find path \(path)") }
        guard request.method == "POST" || request.method == "GET" else {
            throw Refusal("InvalidAction", "Could not find an operation for method \(request.method)")
        }
        var parameters: [FormParameter] = []
        if let mark { parameters = try Self.decode(Array(target.utf8[target.utf8.index(after: mark)...])) }
        if request.method == "POST" { parameters += try Self.decode(request.body) }
        self.parameters = parameters
    }

    func first(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

    /// Source: API reference p. 96; its table has 404 for a query string with a syntax error.
    private static func decode(_ bytes: [UInt8]) throws(Refusal) -> [FormParameter] {
        do throws(WireError) {
            return try FormEncoding.decode(bytes)
        } catch {
            throw .malformedQueryString("The query string has a syntax error: \(error)")
        }
    }
}
