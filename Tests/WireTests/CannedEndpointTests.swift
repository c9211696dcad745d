import SpecModel
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

    @Test("a service in process is given what its own server reads from the bytes of an unusual request")
    func unusual() async throws {
        let endpoint = InProcessEndpoint(EchoService())
        var request = HTTPRequest(target: "/x", body: Array("one two".utf8))
        request.transmission = Transmission(isAbsolute: true, chunking: .init(extension: ";a=b"))
        #expect(try await endpoint.exchange(request, within: .seconds(20)).text == "POST /x one two")
        request.transmission = Transmission(headers: [.init("Host", [])])
        #expect(try await endpoint.exchange(request, within: .seconds(20)).status == 400)
    }
}
