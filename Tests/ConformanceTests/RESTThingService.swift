import Foundation
import SpecModel
import Wire

@testable import Conformance

/// Keeps things as ``RESTThings`` says, and leaves requests of v1 to ``ThingService``, which sees the same names.
final class RESTThingService: Endpoint {
    /// What is answered instead of the right thing; nil for the right thing.
    typealias Fault = @Sendable (HTTPRequest) throws(EndpointError) -> HTTPResponse?
    /// Changes an answer on its way.
    typealias Change = @Sendable (HTTPRequest, inout HTTPResponse) -> Void

    private let fault: Fault
    private let change: Change
    private let things = Guarded<[String: Tree]>([:])
    private let log = Guarded<[HTTPRequest]>([])
    private let query: ThingService?

    /// - Parameter query: who answers v1; what it makes is seen here.
    init(
        query: ThingService? = nil, changing change: @escaping Change = { _, _ in },
        failing fault: @escaping Fault = { _ throws(EndpointError) in nil }
    ) {
        self.query = query
        self.fault = fault
        self.change = change
    }

    var names: [String] { things.withLock { $0.keys.sorted() } }

    /// What was asked, in order.
    var requests: [HTTPRequest] { log.withLock { $0 } }

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        if let query, request.target == "/" { return try await query.exchange(request, within: deadline) }
        log.withLock { $0.append(request) }
        var response = try fault(request) ?? answer(request)
        change(request, &response)
        return response
    }

    private func answer(_ request: HTTPRequest) -> HTTPResponse {
        let parts = request.target.split(separator: "?", omittingEmptySubsequences: false)
        let path = parts[0].split(separator: "/").map { (try? PercentEncoding.decode(String($0))) ?? "" }
        guard path.starts(with: ["v2", "things"]), path.count <= 3 else {
            return Self.refusal("UnknownOperationException", status: 404)
        }
        switch (request.method, path.count == 3 ? path[2] : nil) {
        case ("POST", nil): return make(request)
        case ("GET", nil): return list(parts.count > 1 ? String(parts[1]) : "")
        case ("GET", let name?): return read(name)
        case ("DELETE", let name?):
            guard 1...60 ~= name.count else { return Self.refusal("BadRequestException") }
            guard things.withLock({ $0.removeValue(forKey: name) }) != nil else {
                return Self.refusal("NotFoundException", status: 404)
            }
            return Self.success(Tree("", kind: .object))
        default: return Self.refusal("UnknownOperationException", status: 404)
        }
    }

    private func make(_ request: HTTPRequest) -> HTTPResponse {
        guard let tree = try? JSONReader.tree(from: request.body) else {
            return Self.refusal("SerializationException")
        }
        let kinds: [String: Tree.Kind] = [
            "Name": .string, "Colour": .string, "Size": .number, "IsOpen": .boolean, "Notes": .object, "Parts": .array,
        ]
        let isTyped = tree.children.allSatisfy { kinds[$0.name].map { [$0] }?.contains($0.kind) ?? true }
        guard isTyped, tree.child("Parts")?.children.allSatisfy({ $0.child("Weight")?.kind == .number }) ?? true else {
            return Self.refusal("SerializationException")
        }
        guard let name = tree.child("Name")?.text, 1...60 ~= name.count,
            ["Red", "Green", nil].contains(tree.child("Colour")?.text),
            1...9 ~= tree.child("Size").flatMap({ Int($0.text) }) ?? 1
        else { return Self.refusal("BadRequestException") }
        return things.withLock { things in
            guard things[name] == nil else { return Self.refusal("AlreadyExistsException") }
            var known = tree
            known.children.removeAll { kinds[$0.name] == nil }
            things[name] = known
            return Self.success(Tree("", kind: .object))
        }
    }

    private func read(_ name: String) -> HTTPResponse {
        let isElsewhere = query?.names.contains(name) == true
        guard 1...60 ~= name.count else { return Self.refusal("BadRequestException") }
        let found = things.withLock { $0[name] }
        let bare = Tree("", kind: .object, children: [Tree("Name", kind: .string, text: name)])
        guard var tree = found ?? (isElsewhere ? bare : nil) else {
            return Self.refusal("NotFoundException", status: 404)
        }
        tree.children += [
            Tree("Made", kind: .number, text: "1700000000.25"), Tree("Ratio", kind: .number, text: "200"),
        ]
        return Self.success(tree)
    }

    private func list(_ query: String) -> HTTPResponse {
        let parameters = (try? FormEncoding.decode(Array(query.utf8))) ?? []
        func value(_ name: String) -> Int? { parameters.first { $0.name == name }.flatMap { Int($0.value) } }
        let all = names
        let start = value("NextToken") ?? 0
        let page = all.dropFirst(start).prefix(value("PageSize") ?? 100)
        let members = page.map { Tree("", kind: .string, text: $0) }
        var tree = Tree("", kind: .object, children: [Tree("Names", kind: .array, children: members)])
        let next = start + page.count
        if next < all.count { tree.children.append(Tree("NextToken", kind: .string, text: "\(next)")) }
        return Self.success(tree)
    }

    private static var id: Header { Header("x-amzn-RequestId", UUID().uuidString.lowercased()) }

    static func success(_ tree: Tree) -> HTTPResponse {
        HTTPResponse(
            status: 200, headers: [Header("Content-Type", "application/json"), id],
            body: Array(JSONWriter.compact(tree).utf8))
    }

    static func refusal(_ code: String, status: Int = 400) -> HTTPResponse {
        HTTPResponse(
            status: status,
            headers: [Header("Content-Type", "application/json"), id, Header("x-amzn-ErrorType", code + ":http://a/")],
            body: Array("{\"message\":null}".utf8))
    }
}
