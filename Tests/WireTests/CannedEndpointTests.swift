import Testing
import Wire

@Suite struct CannedEndpointTests {
    @Test("gives its answers in order, then none, and notes what was asked") func list() async throws {
        let endpoint = CannedEndpoint([.success(HTTPResponse(status: 201)), .failure(.timedOut(.seconds(1)))])
        #expect(try await endpoint.exchange(HTTPRequest(target: "/a"), within: .seconds(1)).status == 201)
        #expect(await fault(of: endpoint) == .timedOut(.seconds(1)))
        #expect(await fault(of: endpoint) == .unreachable("2 canned answers, and this is request 3"))
        #expect(endpoint.requests.map(\.target) == ["/a", "/", "/"])
    }

    @Test("answers what its closure says") func closure() async throws {
        let endpoint = CannedEndpoint { request throws(EndpointError) in HTTPResponse(status: request.body.count) }
        #expect(try await endpoint.exchange(HTTPRequest(body: [1, 2, 3]), within: .seconds(1)).status == 3)
    }

    @Test("a service answers in process") func inProcess() async throws {
        let endpoint = InProcessEndpoint(EchoService())
        #expect(try await endpoint.exchange(HTTPRequest(target: "/x"), within: .seconds(1)).text == "POST /x ")
    }
}
