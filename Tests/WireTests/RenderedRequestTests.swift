import SpecModel
import Testing

@testable import Wire

@Suite struct RenderedRequestTests {
    static let url = "http://127.0.0.1:5000/p"
    static let head =
        "POST /p/ HTTP/1.1\r\nHost: 127.0.0.1:5000\r\nContent-Type: a/b\r\nUser-Agent: ses-conformance\r\n"

    private static func rendered(_ transmission: Transmission, ahead: [HTTPRequest] = []) throws -> RenderedRequest {
        var request = HTTPRequest(headers: [Header("Content-Type", "a/b")], body: Array("abcd".utf8))
        request.transmission = transmission
        request.ahead = ahead
        return try RenderedRequest(request, for: try EndpointURL(url))
    }

    private static func text(_ transmission: Transmission) throws -> String {
        let pieces = try rendered(transmission).pieces
        #expect(pieces.count == 1)
        return String(decoding: pieces.joined(), as: UTF8.self)
    }

    static let renderings: [(Transmission, String)] = [
        (Transmission(), head + "Content-Length: 4\r\n\r\nabcd"),
        (
            Transmission(version: "HTTP/1.0"),
            head.replacing("HTTP/1.1", with: "HTTP/1.0") + "Content-Length: 4\r\n\r\nabcd"
        ),
        (
            Transmission(isAbsolute: true),
            head.replacing("POST /p/", with: "POST http://127.0.0.1:5000/p/") + "Content-Length: 4\r\n\r\nabcd"
        ),
        (
            Transmission(headers: [.init("content-length", ["Content-Length: …", "Content-Length: 1…"])]),
            head + "Content-Length: 4\r\nContent-Length: 14\r\n\r\nabcd"
        ),
        (
            Transmission(headers: [.init("Host", [])]),
            head.replacing("Host: 127.0.0.1:5000\r\n", with: "") + "Content-Length: 4\r\n\r\nabcd"
        ),
        (
            Transmission(headers: [.init("X", ["X : 1\r\n 2\0"]), .init("Y", ["Y: …"])]),
            head + "Content-Length: 4\r\nX : 1\r\n 2\0\r\n\r\nabcd"
        ),
        (
            Transmission(chunking: .init()),
            head + "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n2\r\ncd\r\n0\r\n\r\n"
        ),
        (
            Transmission(
                headers: [.init("Transfer-Encoding", ["Content-Length: 5", "Transfer-Encoding: …"])],
                chunking: .init(extension: ";a=b")),
            head + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "2;a=b\r\nab\r\n2;a=b\r\ncd\r\n0;a=b\r\n\r\n"
        ),
        (Transmission(tail: "0}"), head + "Content-Length: 4\r\n\r\nabcd0}"),
    ]

    @Test("puts on the wire what the transmission says, and all else as usual", arguments: renderings)
    func whole(_ transmission: Transmission, _ expected: String) throws {
        #expect(try Self.text(transmission) == expected)
    }

    @Test("in the usual way it is the request that the client sends anyway") func usual() throws {
        let request = HTTPRequest(headers: [Header("Content-Type", "a/b")], body: Array("abcd".utf8))
        let url = try EndpointURL(Self.url)
        #expect(try RenderedRequest(request, for: url).pieces == [try request.bytes(for: url)])
        let bare = HTTPRequest(method: "GET", target: "/x?y")
        #expect(try RenderedRequest(bare, for: url).pieces == [try bare.bytes(for: url)])
    }

    @Test(
        "is cut where the transmission says",
        arguments: [
            (Transmission.Cut.requestLine, "POST /p/"), (.headerName, "POST /p/ HTTP/1.1\r\nHo"),
            (.lineEnd, "POST /p/ HTTP/1.1\r"), (.headEnd, head + "Content-Length: 4\r\n\r"),
            (.afterHead, head + "Content-Length: 4\r\n\r\n"), (.body, head + "Content-Length: 4\r\n\r\nab"),
        ])
    func cuts(_ cut: Transmission.Cut, _ first: String) throws {
        let pieces = try Self.rendered(Transmission(cuts: [cut])).pieces
        #expect(pieces.map { String(decoding: $0, as: UTF8.self) }.first == first)
        #expect(pieces.count == 2)
        #expect(Array(pieces.joined()) == (try Self.rendered(Transmission()).pieces[0]))
    }

    @Test("what goes ahead is in the same write, and a length that is stated for no body is 0") func ahead() throws {
        let head = HTTPRequest(method: "HEAD", target: "/x")
        let rendered = try Self.rendered(Transmission(tail: "z", endsWriting: true), ahead: [head])
        let text = String(decoding: rendered.pieces.joined(), as: UTF8.self)
        #expect(
            text.hasPrefix("HEAD /p/x HTTP/1.1\r\nHost: 127.0.0.1:5000\r\nUser-Agent: ses-conformance\r\n\r\nPOST "))
        #expect(rendered.methods == ["HEAD", "POST"] && rendered.endsWriting && rendered.pieces.count == 1)
        var bare = HTTPRequest(method: "GET")
        bare.transmission = Transmission(headers: [.init("Content-Length", ["Content-Length: -…"])])
        let bytes = try RenderedRequest(bare, for: try EndpointURL(Self.url)).pieces.joined()
        #expect(String(decoding: bytes, as: UTF8.self).contains("\r\nContent-Length: -0\r\n"))
    }

    @Test("an unusual request is shown as a command that writes its bytes, without a secret or a signature")
    func command() throws {
        var request = HTTPRequest(headers: [Header("Content-Type", "a/b")], body: Array("it's 100 %\\".utf8))
        request.transmission = Transmission(headers: [.init("X", ["X: a\rb\0"])], cuts: [.afterHead])
        func text(_ url: String) -> String {
            CurlCommand.text(for: request, baseURL: url, region: "us-east-1", signature: .right, hasSessionToken: true)
        }
        let authorization =
            "Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/ses/aws4_request, "
            + #"SignedHeaders=host, Signature=none\r\n"#
        #expect(
            text("http://127.0.0.1:5000")
                == #"{ printf 'POST / HTTP/1.1\r\nHost: 127.0.0.1:5000\r\nContent-Type: a/b\r\n"# + authorization
                + #"User-Agent: ses-conformance\r\nContent-Length: 11\r\nX: a\rb\000\r\n\r\n'; sleep 0.1; "#
                + #"printf 'it\047s 100 %%\\'; sleep 2; } | nc 127.0.0.1 5000"#
                + "  # unsigned: curl does not send such a request")
        request.transmission = Transmission(endsWriting: true)
        #expect(text("http://127.0.0.1:5000").contains("; } | nc -N 127.0.0.1 5000  #"))
        #expect(text("https://user:word@h") == "# needs an http endpoint: neither curl nor nc sends it to 'https://h'")
    }
}
