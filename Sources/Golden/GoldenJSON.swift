import Diff
import SpecModel
import Wire

/// The text of a golden file of v2 and back: one object of three, its members in this order.
///
///     {
///       "golden": {
///         "status": 404,
///         "content-type": "application/json",
///         "provenance": "documented",
///         "source": "API v2 reference, GetEmailTemplate",
///         "error-type": "NotFoundException"
///       },
///       "request": {
///         "method": "GET",
///         "target": "/v2/email/templates/⟦name:template⟧"
///       },
///       "response": {
///         "message": "⟦any⟧"
///       }
///     }
///
/// A request's body is a value of JSON in `body`, or in `text` what is sent as it is; headers other than the usual ones
/// are in `headers`. A placeholder is a string even where it stands for a number.
enum GoldenJSON {
    static func text(of golden: Golden) throws(GoldenError) -> String {
        var attributes = [
            Tree("status", kind: .number, text: "\(golden.status)"), string("content-type", golden.contentType),
            string("provenance", golden.provenance.rawValue), string("source", golden.source),
        ]
        attributes += (golden.recording?.attributes ?? []).map { string($0.0, $0.1) }
        if let type = golden.errorType {
            if let problem = TemplateCheck.problem(in: type) { throw .unwritable(golden.id, problem) }
            attributes.append(string("error-type", type))
        }
        var response = golden.tree
        response.name = "response"
        let request: Tree
        do throws(GoldenFault) {
            request = try tree(of: golden.request)
        } catch {
            throw .unwritable(golden.id, error.description)
        }
        return JSONWriter.document(
            Tree("", kind: .object, children: [Tree("golden", kind: .object, children: attributes), request, response]))
    }

    private static func tree(of request: GoldenRequest) throws(GoldenFault) -> Tree {
        var parts = [string("method", request.method), string("target", request.target)]
        if !request.headers.isEmpty {
            let headers = request.headers.map { string($0.name, $0.value) }
            parts.append(Tree("headers", kind: .object, children: headers))
        }
        switch request.body {
        case .json(var tree):
            tree.name = "body"
            parts.append(tree)
        case .text(let text): parts.append(string("text", text))
        case .absent: break
        case .form(let lines): throw .parameter(lines.first ?? "")
        case .bytes: throw .base64
        }
        let tree = Tree("request", kind: .object, children: parts)
        _ = try GoldenJSON.request(from: tree)
        return tree
    }

    private static func string(_ name: String, _ text: String) -> Tree { Tree(name, kind: .string, text: text) }

    // MARK: Reading

    static func golden(from text: String, id: GoldenID, file: String) throws(GoldenError) -> Golden {
        let tree: Tree
        do throws(WireError) {
            tree = try JSONReader.tree(from: Array(text.utf8))
        } catch {
            throw .malformed(file: file, line: error.position?.line ?? 1, .json(error.description))
        }
        do throws(GoldenFault) {
            return try golden(from: tree, id)
        } catch {
            throw .malformed(file: file, line: line(of: error, in: text), error)
        }
    }

    private static func golden(from tree: Tree, _ id: GoldenID) throws(GoldenFault) -> Golden {
        let parts = try members(of: tree, named: "file", ["golden", "request", "response"])
        guard let head = parts["golden"] else { throw .missingMember("golden") }
        guard let request = parts["request"] else { throw .missingMember("request") }
        guard var response = parts["response"] else { throw .missingMember("response") }
        if let problem = TemplateCheck.problem(in: response) { throw .placeholder(problem) }
        response.name = ""
        let attributes = try GoldenAttributes(try values(of: head), optional: ["error-type"])
        if let problem = attributes.errorType.flatMap({ TemplateCheck.problem(in: $0) }) { throw .placeholder(problem) }
        return Golden(
            id: id, provenance: attributes.provenance, source: attributes.source, recording: attributes.recording,
            request: try self.request(from: request), status: attributes.status,
            contentType: attributes.contentType, errorType: attributes.errorType, tree: response)
    }

    private static func request(from tree: Tree) throws(GoldenFault) -> GoldenRequest {
        let parts = try members(of: tree, named: "request", ["method", "target", "headers", "body", "text"])
        guard let method = parts["method"] else { throw .missingMember("method") }
        guard let target = parts["target"] else { throw .missingMember("target") }
        let line = "\(method.text) \(target.text)"
        guard RequestText.isRequestLine(line) else { throw .requestLine(line) }
        if let problem = TemplateCheck.problem(inRequest: tree) { throw .placeholder(problem) }
        var request = GoldenRequest(method: method.text, target: target.text, body: .absent)
        for header in parts["headers"]?.children ?? [] {
            guard header.kind == .string, RequestText.isHeaderName(header.name) else { throw .header(header.name) }
            request.headers.append(Header(header.name, header.text))
        }
        if var body = parts["body"] {
            guard parts["text"] == nil else { throw .unknownMember("text") }
            body.name = ""
            request.body = .json(body)
        } else if let text = parts["text"] {
            guard text.kind == .string else { throw .memberKind("text", "a string") }
            request.body = .text(text.text)
        }
        return request
    }

    /// The members of an object by name.
    private static func members(
        of tree: Tree, named name: String, _ known: [String]
    ) throws(GoldenFault) -> [String: Tree] {
        guard tree.kind == .object else { throw .memberKind(name, "an object") }
        var result: [String: Tree] = [:]
        for child in tree.children {
            guard known.contains(child.name), result[child.name] == nil else { throw .unknownMember(child.name) }
            result[child.name] = child
        }
        return result
    }

    private static func values(of tree: Tree) throws(GoldenFault) -> [String: String] {
        guard tree.kind == .object else { throw .memberKind("golden", "an object") }
        var result: [String: String] = [:]
        for child in tree.children {
            guard result[child.name] == nil else { throw .repeatedAttribute(child.name) }
            let kind: Tree.Kind = child.name == "status" ? .number : .string
            guard child.kind == kind else { throw .memberKind(child.name, "a \(kind)") }
            result[child.name] = child.text
        }
        return result
    }

    /// The line on which the part stands that a fault is about; the first where it names none.
    private static func line(of fault: GoldenFault, in text: String) -> Int {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let part: String
        switch fault {
        case .placeholder: return (lineOfPlaceholder(in: lines) ?? 0) + 1
        case .missingAttribute: part = "golden"
        case .unknownAttribute(let name), .repeatedAttribute(let name), .memberKind(let name, _),
            .unknownMember(let name), .header(let name):
            part = name
        case .provenance: part = "provenance"
        case .status: part = "status"
        case .requestLine: part = "target"
        default: return 1
        }
        let start = JSONWriter.quoted(part) + ":"
        return (lines.lastIndex { $0.drop(while: \.isWhitespace).hasPrefix(start) } ?? 0) + 1
    }

    /// A request may only hold what is known beforehand, an answer other things.
    private static func lineOfPlaceholder(in lines: [Substring]) -> Int? {
        var isRequest = false
        return lines.firstIndex { line in
            if line.hasPrefix("  \"request\":") { isRequest = true }
            if line.hasPrefix("  \"response\":") { isRequest = false }
            let text = String(line)
            return (isRequest ? TemplateCheck.problem(inRequest: text) : TemplateCheck.problem(in: text)) != nil
        }
    }
}
