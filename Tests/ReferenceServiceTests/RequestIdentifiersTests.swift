import ReferenceService
import Testing
import Wire

/// Ids that follow from requests.
@Suite struct RequestIdentifiersTests {
    private func request(_ body: String) -> HTTPRequest {
        HTTPRequest(method: "POST", target: "/", body: Array(body.utf8))
    }

    private func ids(_ source: RequestIdentifiers, _ body: String) -> [String] {
        let own = source.identifiers(for: request(body))
        return [own.requestID(), own.messageID(at: 0), own.messageID(at: 0), own.reportID()]
    }

    @Test("another order of requests gives each the same ids") func order() {
        let (first, second) = (RequestIdentifiers(), RequestIdentifiers())
        let (one, two) = (ids(first, "a=1"), ids(first, "a=2"))
        #expect(ids(second, "a=2") == two)
        #expect(ids(second, "a=1") == one)
        #expect(Set(one + two).count == 8)
    }

    @Test("a request that comes again gets other ids, the same ones in every instance") func repeated() {
        let (first, second) = (RequestIdentifiers(), RequestIdentifiers())
        let (one, two) = (ids(first, "a=1"), ids(first, "a=1"))
        #expect(Set(one + two).count == 8)
        #expect(ids(second, "a=1") == one)
        #expect(ids(second, "a=1") == two)
    }

    @Test("ids have the form of random ones, and tokens are the domain's") func form() {
        let source = RequestIdentifiers()
        let own = source.identifiers(for: request("a=1"))
        #expect(
            own.requestID().wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil
        )
        #expect(own.verificationToken(for: "a.example").utf8.count == 44)
        #expect(own.dkimTokens(for: "a.example") == source.dkimTokens(for: "a.example"))
        #expect(own.dkimTokens(for: "a.example") != own.dkimTokens(for: "b.example"))
    }
}
