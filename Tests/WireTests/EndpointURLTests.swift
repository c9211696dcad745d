import Testing
import Wire

@Suite struct EndpointURLTests {
    struct Right: Sendable, CustomTestStringConvertible {
        let text: String
        let scheme: EndpointURL.Scheme
        let host: String
        let port: Int
        var path = ""
        let authority: String
        var testDescription: String { text }
    }

    @Test(
        "reads scheme, host, port and path",
        arguments: [
            Right(
                text: "http://127.0.0.1:5000", scheme: .http, host: "127.0.0.1", port: 5000, authority: "127.0.0.1:5000"
            ),
            Right(text: "HTTP://LocalHost/", scheme: .http, host: "localhost", port: 80, authority: "localhost"),
            Right(text: "http://h:80", scheme: .http, host: "h", port: 80, authority: "h"),
            Right(text: "https://h:80", scheme: .https, host: "h", port: 80, authority: "h:80"),
            Right(
                text: "https://a.b:443/x/y//", scheme: .https, host: "a.b", port: 443, path: "/x/y", authority: "a.b"),
            Right(
                text: "http://[::1]:81/p%20q", scheme: .http, host: "::1", port: 81, path: "/p%20q",
                authority: "[::1]:81"),
            Right(text: "http://[FE80::1]", scheme: .http, host: "fe80::1", port: 80, authority: "[fe80::1]"),
        ])
    func right(_ right: Right) throws {
        let url = try EndpointURL(right.text)
        #expect(url.scheme == right.scheme)
        #expect(url.host == right.host)
        #expect(url.port == right.port)
        #expect(url.path == right.path)
        #expect(url.authority == right.authority)
        #expect(url.description == "\(right.scheme)://\(right.authority)\(right.path)")
        #expect(try EndpointURL(url.description) == url)
        #expect(url.target(for: "/?a") == right.path + "/?a")
    }

    @Test("makes the endpoint that speaks its scheme") func endpoint() throws {
        #expect(try EndpointURL("http://h").makeEndpoint() is SocketEndpoint)
        #expect(try EndpointURL("https://h").makeEndpoint() is SessionEndpoint)
    }

    static let wrong: [(String, EndpointURLError, String)] = [
        ("", .empty, "the URL of the endpoint is empty; write for instance http://127.0.0.1:5000"),
        (
            "localhost:4566", .noScheme("localhost:4566"),
            "URL \"localhost:4566\" has no scheme; write http://localhost:4566 or https://localhost:4566"
        ),
        (
            "ftp://h", .unknownScheme("ftp", allowed: ["http", "https"]),
            "scheme \"ftp\" is not spoken here; use http or https"
        ),
        ("http://", .noHost("http://"), "URL \"http://\" has no host; write for instance http://127.0.0.1:5000"),
        ("http:///a", .noHost("http:///a"), "URL \"http:///a\" has no host; write for instance http://127.0.0.1:5000"),
        (
            "http://:80", .noHost("http://:80"),
            "URL \"http://:80\" has no host; write for instance http://127.0.0.1:5000"
        ),
        ("http://h:0", .badPort("0"), "\"0\" is not a port; use 1 to 65535"),
        ("http://h:", .badPort(""), "\"\" is not a port; use 1 to 65535"),
        ("http://h:+5", .badPort("+5"), "\"+5\" is not a port; use 1 to 65535"),
        ("http://h:65536", .badPort("65536"), "\"65536\" is not a port; use 1 to 65535"),
        (
            "http://::1", .badHost(":"), "\":\" is not a host name or address; IPv6 addresses stand in brackets: [::1]"
        ),
        (
            "http://[1]", .badHost("[1]"),
            "\"[1]\" is not a host name or address; IPv6 addresses stand in brackets: [::1]"
        ),
        (
            "http://a..b", .badHost("a..b"),
            "\"a..b\" is not a host name or address; IPv6 addresses stand in brackets: [::1]"
        ),
        (
            "http://email.amazonaws%2Ecom", .badHost("email.amazonaws%2Ecom"),
            "\"email.amazonaws%2Ecom\" is not a host name or address; IPv6 addresses stand in brackets: [::1]"
        ),
        (
            "http://u:secret@h/", .credentials(host: "h"),
            "the URL of \"h\" holds a user name or password; leave it out, credentials come from the environment"
        ),
        (
            "http://h/?a", .queryOrFragment("http://h/?a"),
            "URL \"http://h/?a\" has a query or fragment; give scheme, host, port and path only"
        ),
        (
            "http://h#a", .queryOrFragment("http://h#a"),
            "URL \"http://h#a\" has a query or fragment; give scheme, host, port and path only"
        ),
        (
            "http://h/a b", .badCharacter("a space", in: "http://h/a b"),
            "URL \"http://h/a b\" holds a space; percent-encode or remove it"
        ),
        (
            "http://hé", .badCharacter("the character U+00E9", in: "http://hé"),
            "URL \"http://hé\" holds the character U+00E9; percent-encode or remove it"
        ),
    ]

    @Test("says what is wrong", arguments: wrong)
    func refused(text: String, error: EndpointURLError, words: String) {
        #expect(throws: error) { try EndpointURL(text) }
        #expect(error.description == words)
    }

    @Test(
        "never repeats a password",
        arguments: ["http://u:secret@h", "u:secret@h", "x:secret@y://h", "http://secret@h/a b"])
    func secret(text: String) {
        #expect { try EndpointURL(text) } throws: { !"\($0)".contains("secret") }
    }

    @Test(
        "knows what stays on this machine",
        arguments: [
            ("localhost", true), ("LOCALHOST.", true), ("ses.localhost", true), ("127.0.0.1", true),
            ("127.8.9.1", true),
            ("[::1]", true), ("[::ffff:127.0.0.1]", true), ("0.0.0.0", true), ("localhost.example.com", false),
            ("127.0.0.1.example.com", false), ("128.0.0.1", false), ("[::2]", false), ("example.com", false),
        ])
    func loopback(host: String, isLoopback: Bool) throws {
        #expect(try EndpointURL("http://\(host)").isLoopback == isLoopback)
    }

    @Test(
        "knows the real service",
        arguments: [
            ("email.us-east-1.amazonaws.com", true), ("EMAIL.us-east-1.AmazonAWS.com.", true), ("amazonaws.com", true),
            ("email.cn-north-1.amazonaws.com.cn", true), ("email.us-east-1.api.aws", true), ("notamazonaws.com", false),
            ("amazonaws.com.example.com", false), ("localhost", false),
        ])
    func amazon(host: String, isAmazon: Bool) throws {
        #expect(try EndpointURL("https://\(host)").isAmazon == isAmazon)
    }
}
