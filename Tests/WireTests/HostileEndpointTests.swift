import Foundation
import HostileServer
import Testing

@testable import Wire

/// What the client makes of servers that mean it no good: each exchange ends, in time, and clearly.
@Suite(.ownThread) struct HostileEndpointTests {
    /// The right answer that the behaviours spoil.
    private struct Filters: Service {
        func answer(_ request: HTTPRequest) -> HTTPResponse {
            let isJSON = request.target.hasPrefix("/v2/")
            let xml =
                "<ListReceiptFiltersResponse><ListReceiptFiltersResult><Filters></Filters></ListReceiptFiltersResult>"
                + "<ResponseMetadata><RequestId>a</RequestId></ResponseMetadata></ListReceiptFiltersResponse>"
            return HTTPResponse(status: 200, body: Array((isJSON ? "{\"Max24HourSend\": 200}" : xml).utf8))
        }
    }

    private static func check(_ behaviour: HostileBehaviour, target: String = "/") async throws {
        let server = try HostileServer(behaviour, before: Filters())
        let endpoint = try SocketEndpoint(url: EndpointURL(server.address))
        // Long where it is not waited for: large answers take a while.
        let isSilent = if case .silence = behaviour.reception { true } else { false }
        let result: Result<HTTPResponse, EndpointError>
        do throws(EndpointError) {
            let request = HTTPRequest(target: target)
            result = .success(
                try await endpoint.exchange(request, within: isSilent ? .milliseconds(400) : .seconds(60)))
        } catch {
            result = .failure(error)
        }
        switch (behaviour.reception, result) {
        case (.silence, .failure(let error)): #expect(error == .timedOut(.milliseconds(400)))
        case (.fault, .failure(let error)): #expect("\(error)".contains(behaviour.words), "\(error)")
        case (.unreadable, .success(let response)):
            let answer = Answer(reading: response)
            #expect(answer.tree == nil)
            let seen = "\(answer.status) \(answer.problem ?? "")"
            #expect(seen.contains(behaviour.words), "\(seen)")
        case (.document, .success(let response)):
            #expect(Answer(reading: response).problem == nil)
        default: Issue.record("unexpected: \("\(result)".prefix(300))")
        }
    }

    @Test("what is wrong with HTTP ends in an error that says so", arguments: HostileBehaviour.wire)
    func wire(_ behaviour: HostileBehaviour) async throws { try await Self.check(behaviour) }

    @Test("what is wrong with a document is told of the document", arguments: HostileBehaviour.documents)
    func documents(_ behaviour: HostileBehaviour) async throws { try await Self.check(behaviour) }

    @Test("what is wrong with JSON is told of the document", arguments: HostileBehaviour.json)
    func json(_ behaviour: HostileBehaviour) async throws { try await Self.check(behaviour, target: "/v2/email") }

    @Test("no redirect is followed, whatever its status", arguments: [301, 302, 303, 307, 308])
    func redirects(_ status: Int) async throws {
        let other = try RawServer(answer: [])
        let behaviour = HostileBehaviour.redirect(status, to: "http://127.0.0.1:\(try other.url.port)")
        try await Self.check(behaviour)
        #expect(other.connections == 0)
    }

    @Test("no entity is read or fetched") func entities() async throws {
        let other = try RawServer(answer: [])
        try await Self.check(.entity("file:///etc/hostname"))
        try await Self.check(.entity("http://127.0.0.1:\(try other.url.port)/a"))
        #expect(other.connections == 0)
    }

    @Test("what a server says beyond an answer is not taken for the next") func poison() async throws {
        let poison = try #require(HostileBehaviour.wire.first { $0.description == "says another answer in advance" })
        let server = try HostileServer(poison, before: Filters())
        let endpoint = try SocketEndpoint(url: EndpointURL(server.address))
        for _ in 1...20 {
            let response = try await endpoint.exchange(HTTPRequest(), within: .seconds(60))
            #expect(response.text.hasPrefix("<ListReceiptFiltersResponse>"))
        }
        #expect(server.connections == 20)
    }
}
