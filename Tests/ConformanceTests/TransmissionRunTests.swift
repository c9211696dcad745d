import SpecModel
import Testing
import Wire

@testable import Conformance

/// What becomes of the cases that are sent in unusual ways, by how an endpoint takes them.
@Suite struct TransmissionRunTests {
    private func run(
        _ options: RunOptions = Rehearsal.options(),
        _ answering: @escaping @Sendable (HTTPRequest, any Endpoint) async throws(EndpointError) -> HTTPResponse
    ) async throws -> [CaseResult] {
        let rehearsal = try await Rehearsal.standard.value
        let service = Rehearsal.service
        let endpoint = Scripted { request throws(EndpointError) in try await answering(request, service) }
        let selection = rehearsal.usual.filter { $0.needs.contains(.plainHTTP) }
        return try await rehearsal.run(endpoint, selection, options).cases
    }

    private func demand(_ result: CaseResult) throws -> HTTPDemand {
        let name = result.id.split(separator: "/").last.map(String.init)
        return try #require((HTTPDemand.all + [.incompleteBody]).first { $0.name == name })
    }

    @Test("every case is asked of both APIs, and the server here does all of it right") func right() async throws {
        let results = try await run { request, service throws(EndpointError) in
            try await service.exchange(request, within: .seconds(20))
        }
        #expect(results.count == 2 * (HTTPDemand.all.count + 1))
        for result in results {
            let demand = try demand(result)
            let isReported = demand.answer == .unknown && demand.name != HTTPDemand.incompleteBody.name
            #expect(result.outcome == (isReported ? .observed : .passed), "\(result.id): \(result.findings)")
        }
    }

    @Test("a server that takes everything as if it were sent as usual fails what must be refused") func lenient()
        async throws
    {
        let results = try await run { request, service throws(EndpointError) in
            var request = request
            request.transmission = nil
            return try await service.exchange(request, within: .seconds(20))
        }
        for result in results {
            let demand = try demand(result)
            let mustFail = demand.answer == .refused || demand.name == HTTPDemand.incompleteBody.name
            #expect((result.outcome == .failed) == mustFail, "\(result.id): \(result.outcome)")
            if demand.answer == .refused {
                #expect(result.findings.map(\.difference.kind) == [.accepted])
                #expect(result.findings.first?.difference.expected == "400")
            }
        }
    }

    @Test("a server that refuses whatever is unusual fails what must be taken") func strict() async throws {
        let results = try await run { request, service throws(EndpointError) in
            if request.transmission != nil { return HTTPResponse(status: 400) }
            return try await service.exchange(request, within: .seconds(20))
        }
        for result in results {
            let answer = try demand(result).answer
            let mustFail = answer == .usual || answer == .usualOr(411) || answer == .usualOr(417)
            #expect((result.outcome == .failed) == mustFail, "\(result.id): \(result.outcome)")
        }
    }

    @Test("a server that crashes over whatever is unusual fails all that HTTP decides") func crashing() async throws {
        let results = try await run { request, service throws(EndpointError) in
            if request.transmission != nil { return HTTPResponse(status: 500) }
            return try await service.exchange(request, within: .seconds(20))
        }
        for result in results {
            let demand = try demand(result)
            #expect((result.outcome == .failed) == (demand.answer != .unknown), "\(result.id): \(result.outcome)")
        }
    }

    @Test("a server that hangs up is right only where HTTP leaves it to that") func hangingUp() async throws {
        let results = try await run { request, service throws(EndpointError) in
            if request.transmission != nil { throw .closed("closed before the first byte of an answer") }
            return try await service.exchange(request, within: .seconds(20))
        }
        for result in results {
            let demand = try demand(result)
            #expect((result.outcome == .failed) == (demand.answer != .unknown), "\(result.id): \(result.outcome)")
            if demand.answer == .unknown, demand.name != HTTPDemand.incompleteBody.name {
                #expect(result.reason?.hasPrefix("no answer: ") == true)
            }
        }
    }

    @Test("over https none is sent, and it is said why") func https() async throws {
        var options = Rehearsal.options()
        options.baseURL = "https://ses.example.com"
        let results = try await run(options) { request, service throws(EndpointError) in
            if request.transmission != nil { throw .malformed("sent all the same") }
            return try await service.exchange(request, within: .seconds(20))
        }
        #expect(results.allSatisfy { $0.outcome == .blocked })
        #expect(results.first?.reason?.hasPrefix("needs plain-http: with https a library composes") == true)
    }

    @Test("the real service is sent none") func live() async throws {
        let rehearsal = try await Rehearsal.standard.value
        let rules = LiveRules(sender: nil, domain: nil, named: [], run: "test")
        var request = HTTPRequest(
            headers: [Header("Content-Type", "application/x-www-form-urlencoded")],
            body: Array("Action=GetSendQuota&Version=2010-12-01".utf8))
        #expect(rules.objection(to: request, rehearsal.catalog) == nil)
        request.transmission = Transmission()
        #expect(rules.objection(to: request, rehearsal.catalog) == .transmission)
    }
}
