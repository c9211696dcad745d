import ReferenceService
import SpecModel
import Testing
import Wire

@testable import Conformance

/// Answers every action by an answer that the service once gave to a valid request, whatever is asked.
final class Replayer: Endpoint {
    private struct Exchange: Sendable {
        let asked: [FormParameter]
        let response: HTTPResponse
    }

    private let learnt = Guarded<[String: Exchange]>([:])
    private let substitutes: Bool

    /// - Parameter substitutes: whether values of the request take the place of those of the one that was answered.
    init(of rehearsal: Rehearsal, substitutes: Bool) async throws {
        self.substitutes = substitutes
        let teacher = InProcessEndpoint(ReferenceService())
        let learnt = learnt
        let listener = Scripted { request throws(EndpointError) in
            let response = try await teacher.exchange(request, within: .seconds(10))
            let call = WatchedEndpoint.Call(request)
            let exchange = Exchange(asked: call.parameters, response: response)
            if response.status == 200 { learnt.withLock { $0[call.action] = $0[call.action] ?? exchange } }
            return response
        }
        let minimal = rehearsal.cases.cases.filter { $0.api == .v1 && $0.name == "minimal" }
        // Names of another run, or it would know those of this one by heart.
        var options = Rehearsal.options()
        options.run = "learn"
        _ = try await rehearsal.run(listener, minimal, options)
    }

    var actions: Int { learnt.withLock { $0.count } }

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        let call = WatchedEndpoint.Call(request)
        // It says something even where it is asked what nobody knows.
        let known = learnt.withLock { $0[call.action] ?? $0["GetSendQuota"] }
        guard let known else { return HTTPResponse(status: 500) }
        var response = known.response
        guard substitutes else { return response }
        var text = String(decoding: response.body, as: UTF8.self)
        for parameter in known.asked where parameter.value.count > 3 && parameter.name != "Action" {
            if let value = call[parameter.name] { text = text.replacing(parameter.value, with: value) }
        }
        response.body = Array(text.utf8)
        return response
    }
}

@Suite struct ReplayerTests {
    @Test("a server that says what it once said passes nothing but reads of what it says", arguments: [false, true])
    func replayer(_ substitutes: Bool) async throws {
        let rehearsal = try await Rehearsal.standard.value
        let replayer = try await Replayer(of: rehearsal, substitutes: substitutes)
        #expect(replayer.actions > 35)
        let cases = rehearsal.cases.cases.filter { $0.api == .v1 && !$0.isDeep }
        let result = try await rehearsal.run(replayer, cases)
        // Where nothing can be asked for, what it says is right for an account that has just this.
        let passed = result.cases.filter { one in
            one.outcome == .passed && rehearsal.catalog.operation(.v1, one.operation)?.parameters.isEmpty == false
        }
        #expect(passed.map(\.id) == [])
        #expect(result.cases.contains { $0.outcome == .failed })
    }
}
