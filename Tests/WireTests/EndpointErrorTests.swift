import Testing
import Wire

@Suite struct EndpointErrorTests {
    @Test(
        "says what happened, and where if told",
        arguments: [
            (
                EndpointError.timedOut(.seconds(10)), "no answer within 10 s",
                "no answer from http://127.0.0.1:5000 within 10 s"
            ),
            (
                .timedOut(.milliseconds(250)), "no answer within 0.25 s",
                "no answer from http://127.0.0.1:5000 within 0.25 s"
            ),
            (
                .unreachable("connection refused"), "cannot reach the endpoint: connection refused",
                "cannot reach http://127.0.0.1:5000: connection refused"
            ),
            (
                .closed("closed after 2 of 5 bytes of the body"),
                "no whole answer: closed after 2 of 5 bytes of the body",
                "no whole answer from http://127.0.0.1:5000: closed after 2 of 5 bytes of the body"
            ),
            (
                .malformed("bad chunk size \"x\""), "no HTTP/1.1 answer: bad chunk size \"x\"",
                "no HTTP/1.1 answer from http://127.0.0.1:5000: bad chunk size \"x\""
            ),
            (
                .tooLarge(10_000_000), "the answer is larger than the cap of 10,000,000 bytes",
                "the answer from http://127.0.0.1:5000 is larger than the cap of 10,000,000 bytes"
            ),
        ])
    func words(error: EndpointError, alone: String, placed: String) throws {
        #expect("\(error)" == alone)
        #expect(error.description(of: try EndpointURL("http://127.0.0.1:5000/")) == placed)
    }
}
