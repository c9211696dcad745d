import SpecModel
import Wire

@testable import Conformance

/// Keeps things as ``Things`` says; a test may have it do otherwise.
final class ThingService: Endpoint {
    typealias Call = WatchedEndpoint.Call
    /// What is answered instead of the right thing; nil for the right thing.
    typealias Fault = @Sendable (Call) throws(EndpointError) -> HTTPResponse?

    private let fault: Fault
    private let things = Guarded<[String: String]>([:])
    private let log = Guarded<[Call]>([])

    init(_ fault: @escaping Fault = { _ throws(EndpointError) in nil }) { self.fault = fault }

    /// Names of what is there, sorted.
    var names: [String] { things.withLock { $0.keys.sorted() } }

    /// What was asked, in order.
    var calls: [Call] { log.withLock { $0 } }

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        let call = Call(request)
        let number = log.withLock { log in
            log.append(call)
            return log.count
        }
        return Self.numbered(try fault(call) ?? answer(call), number)
    }

    /// The answer with an id of its own, as every answer has.
    private static func numbered(_ answer: HTTPResponse, _ number: Int) -> HTTPResponse {
        let own = id.dropLast(5) + String(String(100_000 + number).suffix(5))
        var answer = answer
        answer.body = Array(String(decoding: answer.body, as: UTF8.self).replacing(id, with: own).utf8)
        answer.headers = answer.headers.map { Header($0.name, $0.value.replacing(id, with: own)) }
        return answer
    }

    private func answer(_ call: Call) -> HTTPResponse {
        if call.action == "ListThings" { return list(call) }
        guard ["MakeThing", "ReadThing", "DropThing", "TouchThing"].contains(call.action) else {
            return Self.refusal("InvalidAction")
        }
        guard let name = call["Name"], 1...40 ~= name.count else { return Self.refusal("ValidationError") }
        guard ["Red", "Green", nil].contains(call["Colour"]) else { return Self.refusal("ValidationError") }
        return things.withLock { things in
            switch call.action {
            case "MakeThing":
                guard things[name] == nil else { return Self.refusal("AlreadyExists") }
                things[name] = call["Colour"] ?? ""
                return Self.success(call.action)
            case "DropThing":
                things[name] = nil
                return Self.success(call.action)
            case "TouchThing":
                return Self.success(call.action)
            default:
                guard let colour = things[name] else { return Self.refusal("NoSuchThing") }
                return Self.success(
                    call.action, "<Name>\(name)</Name>" + (colour.isEmpty ? "" : "<Colour>\(colour)</Colour>"))
            }
        }
    }

    private func list(_ call: Call) -> HTTPResponse {
        let all = names
        let start = Int(call["NextToken"] ?? "") ?? 0
        let page = all.dropFirst(start).prefix(Int(call["MaxItems"] ?? "") ?? 100)
        let next = start + page.count
        return Self.page(Array(page), next: next < all.count ? "\(next)" : nil)
    }

    static func page(_ names: [String], next: String?) -> HTTPResponse {
        success(
            "ListThings",
            "<Names>" + names.map { "<member>\($0)</member>" }.joined() + "</Names>"
                + (next.map { "<NextToken>\($0)</NextToken>" } ?? ""))
    }

    static let id = "8194094b-c58a-11e6-b49d-838795cc7d3f"

    static func success(_ action: String, _ result: String = "") -> HTTPResponse {
        answer(
            200,
            "<\(action)Response xmlns=\"\(API.namespace)\"><\(action)Result>\(result)</\(action)Result>"
                + "<ResponseMetadata><RequestId>\(id)</RequestId></ResponseMetadata></\(action)Response>")
    }

    static func refusal(_ code: String, status: Int = 400, message: String = "no") -> HTTPResponse {
        answer(
            status,
            "<ErrorResponse xmlns=\"\(API.namespace)\"><Error><Type>Sender</Type><Code>\(code)</Code>"
                + "<Message>\(message)</Message></Error><RequestId>\(id)</RequestId></ErrorResponse>")
    }

    static func answer(_ status: Int, _ body: String, type: String = "text/xml") -> HTTPResponse {
        HTTPResponse(
            status: status, headers: [Header("Content-Type", type), Header("x-amzn-RequestId", id)],
            body: Array(body.utf8))
    }

    static let page500 = answer(500, "<!doctype html><html><body>no</body></html>", type: "text/html; charset=utf-8")
}

extension RunResult {
    subscript(id: String) -> CaseResult? { cases.first { $0.id == id } }

    func ids(_ outcome: Outcome) -> [String] { cases.filter { $0.outcome == outcome }.map(\.id) }

    /// Cases by outcome, none where there is none.
    var tally: [Outcome: Int] { Dictionary(grouping: cases, by: \.outcome).mapValues(\.count) }

    /// What does not pass, a line each, for messages.
    var lines: String {
        cases.filter { $0.outcome != .passed || !$0.findings.isEmpty }.map { one in
            "\(one.id) \(one.outcome) \(one.reason ?? "") "
                + one.findings.map { "[\($0.step) \($0.difference)]" }.joined()
        }.joined(separator: "\n")
    }
}
