import Foundation
import ReferenceService
import SpecCatalog
import SpecModel
import Testing
import Wire

@testable import Conformance

@Suite struct OtherServersTests {
    /// Reads of what a fresh account has: such an answer is right.
    static let honest: Set<String> = [
        "v1/DescribeActiveReceiptRuleSet/none-active", "v1/GetSendStatistics/envelope", "v1/ListIdentities/envelope",
        "v1/ListVerifiedEmailAddresses/envelope",
    ]

    @Test("a server that always answers alike passes nothing but what is true", arguments: Monotone.allCases)
    func monotone(_ server: Monotone) async throws {
        let result = try await Rehearsal.standard.value.run(server.endpoint)
        #expect(Set(result.cases.filter { $0.outcome == .passed }.map(\.id)).subtracting(Self.honest) == [])
        #expect(Verdict(result).exitCode == 1)
    }

    @Test("where nothing speaks SES everything is broken, and it is said what was answered") func webServer()
        async throws
    {
        let result = try await Rehearsal.standard.value.run(Monotone.page(404))
        #expect(result.cases.allSatisfy { $0.outcome == .broken && $0.reason?.contains("404 text/html") == true })
        #expect(result.support.isEmpty)
    }

    @Test("an endpoint that never answers breaks everything, and is not asked once a case") func mute() async throws {
        let calls = Guarded(0)
        let endpoint = Scripted { _ throws(EndpointError) in
            calls.withLock { $0 += 1 }
            throw .timedOut(.seconds(10))
        }
        let result = try await Rehearsal.standard.value.run(endpoint)
        #expect(result.cases.allSatisfy { $0.outcome == .broken })
        #expect(calls.withLock { $0 } < 60)
    }

    @Test("an endpoint that falls silent in the middle breaks the rest") func fallsSilent() async throws {
        let service = Rehearsal.service
        let calls = Guarded(0)
        let endpoint = Scripted { request throws(EndpointError) in
            let number = calls.withLock { calls in
                calls += 1
                return calls
            }
            guard number < 1500 else { throw .timedOut(.seconds(10)) }
            return try await service.exchange(request, within: .seconds(10))
        }
        let result = try await Rehearsal.standard.value.run(endpoint)
        #expect(result.cases.contains { $0.outcome == .passed })
        #expect(result.cases.filter { $0.outcome == .broken }.count > 100)
        #expect(calls.withLock { $0 } < 1600)
        #expect(Verdict(result).exitCode == 1)
    }

    @Test("nobody at the endpoint ends the run before it begins") func nobody() async throws {
        let endpoint = Scripted { _ throws(EndpointError) in throw .unreachable("connection refused") }
        await #expect(throws: RunError.self) { try await Rehearsal.standard.value.run(endpoint) }
    }

    @Test("a run leaves nothing behind and gives the active rule set back") func cleansUp() async throws {
        let service = Rehearsal.service
        for request in ["CreateReceiptRuleSet&RuleSetName=mine", "SetActiveReceiptRuleSet&RuleSetName=mine"] {
            #expect(try await ask(service, request).contains("Response"))
        }
        let before = try await listing(service)
        #expect(before.contains("mine"))
        _ = try await Rehearsal.standard.value.run(service)
        #expect(try await listing(service) == before)
    }

    @Test("a run that is stopped leaves nothing behind either", arguments: [10, 60, 200, 500])
    func stopped(after count: Int) async throws {
        let service = Rehearsal.service
        let before = try await listing(service)
        let result = try await Rehearsal.standard.value.run(service, observer: StoppingObserver(after: count))
        #expect(result.wasInterrupted && result.cases.count < 634)
        #expect(result.cases.allSatisfy { $0.outcome == .passed || $0.outcome == .observed || $0.outcome == .blocked })
        #expect(try await listing(service) == before)
    }

    @Test("the user's own sender is tried, never verified and never deleted") func ownSender() async throws {
        var options = Rehearsal.options()
        options.sender = "me@example.com"
        let service = ReferenceService()
        let endpoint = InProcessEndpoint(service)
        let selection = try await Rehearsal.standard.value.cases.cases(of: "SendEmail", .v1)
        let refused = try await Rehearsal.standard.value.run(endpoint, selection, options)
        #expect(refused.cases.contains { $0.reason?.contains("not verified") == true })
        #expect(!refused.cases.contains { $0.outcome == .failed })
        #expect(try await !listing(endpoint).contains("me@example.com"))
        _ = try await ask(endpoint, "VerifyEmailIdentity&EmailAddress=me%40example.com")
        let taken = try await Rehearsal.standard.value.run(endpoint, selection, options)
        let cases = try await Rehearsal.standard.value.cases
        let judged = taken.cases.filter { cases[$0.id]?.restsOnNothing == false }
        #expect(judged.count > 50 && judged.allSatisfy { $0.outcome == .passed })
        #expect(try await listing(endpoint).contains("me@example.com"))
    }

    private func ask(_ endpoint: any Endpoint, _ request: String) async throws -> String {
        let request = HTTPRequest(
            method: "POST", target: "/",
            headers: [Header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
            body: [UInt8]("Action=\(request)&Version=2010-12-01".utf8))
        let signed = Rehearsal.options().signed(request)
        return String(decoding: try await endpoint.exchange(signed, within: .seconds(10)).body, as: UTF8.self)
    }

    /// What an account holds, without ids of requests and times.
    private func listing(_ endpoint: any Endpoint) async throws -> String {
        var text = ""
        for operation in [
            "ListIdentities", "ListReceiptRuleSets", "ListReceiptFilters", "ListVerifiedEmailAddresses",
            "DescribeActiveReceiptRuleSet",
        ] {
            text += try await ask(endpoint, operation).replacing(/<RequestId>.*<\/RequestId>/, with: "")
        }
        return text
    }
}

/// Servers that answer every request alike.
enum Monotone: String, CaseIterable, Sendable {
    case yes, yesWithoutResult, no, noWithOtherCode, nothing, page, json

    var endpoint: any Endpoint {
        switch self {
        case .yes: Scripted { request in Self.success(request, result: true) }
        case .yesWithoutResult: Scripted { request in Self.success(request, result: false) }
        case .no: Scripted { _ in Self.failure("ValidationError") }
        case .noWithOtherCode: Scripted { _ in Self.failure("InvalidParameterValue") }
        case .nothing: Scripted { _ in HTTPResponse(status: 200) }
        case .page: Self.page(200)
        case .json: Scripted { _ in Self.response(400, "application/json", #"{"message":"no"}"#) }
        }
    }

    static func page(_ status: Int) -> any Endpoint {
        Scripted { _ in response(status, "text/html", "<!doctype html><html><body>hello</body></html>") }
    }

    private static let id = "c1e5f7a0-1234-11e5-9f3b-0123456789ab"
    private static let namespace = "http://ses.amazonaws.com/doc/2010-12-01/"

    private static func success(_ request: HTTPRequest, result: Bool) -> HTTPResponse {
        let body = String(decoding: request.body, as: UTF8.self)
        let action = body.firstMatch(of: /Action=([A-Za-z]*)/).map { String($0.1) } ?? ""
        return response(
            200, "text/xml",
            "<\(action)Response xmlns=\"\(namespace)\">\(result ? "<\(action)Result/>" : "")"
                + "<ResponseMetadata><RequestId>\(id)</RequestId></ResponseMetadata></\(action)Response>")
    }

    private static func failure(_ code: String) -> HTTPResponse {
        response(
            400, "text/xml",
            "<ErrorResponse xmlns=\"\(namespace)\"><Error><Type>Sender</Type><Code>\(code)</Code>"
                + "<Message>no</Message></Error><RequestId>\(id)</RequestId></ErrorResponse>")
    }

    private static func response(_ status: Int, _ type: String, _ text: String) -> HTTPResponse {
        HTTPResponse(
            status: status, headers: [Header("Content-Type", type), Header("x-amzn-RequestId", id)],
            body: [UInt8](text.utf8))
    }
}

/// An endpoint that a closure plays.
struct Scripted: Endpoint {
    let answer: @Sendable (HTTPRequest) async throws(EndpointError) -> HTTPResponse

    init(_ answer: @escaping @Sendable (HTTPRequest) async throws(EndpointError) -> HTTPResponse) {
        self.answer = answer
    }

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        try await answer(request)
    }
}

/// Stops the run after so many looks at whether it should stop.
private struct StoppingObserver: RunObserver {
    private let looks = Guarded(0)
    private let limit: Int

    init(after limit: Int) { self.limit = limit }

    func began(_ stage: String, count: Int) {}
    func finished(_ result: CaseResult) {}
    var isInterrupted: Bool {
        looks.withLock { looks in
            looks += 1
            return looks > limit
        }
    }
}
