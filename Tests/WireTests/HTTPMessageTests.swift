import Wire
import Testing

@Suite struct HTTPMessageTests {
    @Test("headers are found whatever their letter case") func first() {
        #expect(HTTPResponse(status: 200, headers: [Header("X-A", "1")]).header("x-a") == "1")
    }
}
