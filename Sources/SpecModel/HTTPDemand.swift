/// Something that HTTP demands of every server, shown by a request that no library sends.
///
/// Each is asked of both APIs. Only what a MUST says can fail an endpoint; where HTTP leaves a server free, every
/// answer that it may give is right, and where nobody can list those, the answer is reported and not judged.
public struct HTTPDemand: Sendable {
    /// Kebab-case.
    public let name: String
    /// What is done, without a subject.
    public let title: String
    /// "The server MUST answer …".
    public let requirement: String
    public let source: Evidence
    public let transmission: Transmission
    public let answer: RightAnswer
    /// Whether it takes a request with a body.
    public let isAboutBody: Bool
    /// How many requests of another operation go out before it, in the same write.
    public let companions: Int

    /// What a right server answers.
    public enum RightAnswer: Sendable, Hashable {
        case usual
        /// 400, in whatever form.
        case refused
        /// As usual, or with this status, in whatever form.
        case usualOr(Int)
        /// HTTP leaves that to the server.
        case unknown
    }

    init(
        _ name: String, _ title: String, _ requirement: String, _ section: String, _ transmission: Transmission,
        _ answer: RightAnswer, isAboutBody: Bool = false, companions: Int = 0
    ) {
        self.name = name
        self.title = title
        self.requirement = requirement
        source = Evidence(.documented, section)
        self.transmission = transmission
        self.answer = answer
        self.isAboutBody = isAboutBody
        self.companions = companions
    }

    /// The transmission with the requests that go before it.
    ///
    /// - Parameter companion: an operation that changes nothing and takes no parameters, and is not the step's own.
    public func transmission(behind companion: String) -> Transmission {
        var transmission = transmission
        transmission.ahead += Array(repeating: .operation(companion), count: companions)
        return transmission
    }

    /// What is expected of the answer.
    ///
    /// - Parameter usual: what the same request gets when it is sent as usual.
    public func expectation(usual: Expectation) -> Expectation {
        switch answer {
        case .usual: usual
        case .refused: .status(400, source)
        case .usualOr(let status): .anyOf([usual, .status(status, source)])
        case .unknown: .observed
        }
    }
}

extension HTTPDemand {
    public static let all = cuts + pipelining + lengths + chunks + hosts + headers + versions

    /// A body that ends before its length: nothing may come of it.
    ///
    /// Source: RFC 9112, 6.3 and 8.
    public static let incompleteBody = HTTPDemand(
        "incomplete-body", "states a longer body than it sends, and ends",
        "The server MUST consider the request incomplete, and so do nothing.", "RFC 9112, 6.3 and 8",
        Transmission(headers: [.init("Content-Length", ["Content-Length: 1…"])], endsWriting: true), .unknown,
        isAboutBody: true)

    private static let asUsual = "The server MUST answer as usual."
    private static let refuse = "The server MUST answer 400."

    private static let cuts: [HTTPDemand] = [
        cut("cut-in-request-line", .requestLine), cut("cut-in-header-name", .headerName),
        cut("cut-in-line-end", .lineEnd), cut("cut-in-empty-line", .headEnd), cut("cut-before-body", .afterHead),
        cut("cut-in-body", .body),
    ]

    private static func cut(_ name: String, _ place: Transmission.Cut) -> HTTPDemand {
        HTTPDemand(
            name, "sends the request in two pieces, cut \(place.rawValue)", asUsual, "RFC 9112, 2.1 and 6.3",
            Transmission(cuts: [place]), .usual, isAboutBody: place == .body || place == .afterHead)
    }

    private static let pipelining: [HTTPDemand] = [
        HTTPDemand(
            "pipelined-second", "sends two requests in one write",
            "The server MUST answer in the order of the requests, as far as it answers.", "RFC 9112, 9.3.2",
            Transmission(), .usual, companions: 1),
        HTTPDemand(
            "pipelined-third", "sends three requests in one write",
            "The server MUST answer in the order of the requests, as far as it answers.", "RFC 9112, 9.3.2",
            Transmission(), .usual, companions: 2),
        HTTPDemand(
            "behind-head", "sends a HEAD request before it in one write",
            "The server MUST NOT send content in the answer to HEAD.", "RFC 9110, 9.3.2",
            Transmission(ahead: [.head]), .usual),
    ]

    private static let lengths: [HTTPDemand] = [
        length("content-length-twice", "states the same length twice", ["…", "…"], .usualOr(400)),
        length("content-length-list", "states the same length twice in one header", ["…, …"], .usualOr(400)),
        length("content-lengths-differing", "states two lengths", ["…", "1"], .refused),
        length("content-length-negative", "states a negative length", ["-…"], .refused),
        length("content-length-with-plus", "states a length with a plus sign", ["+…"], .refused),
        length("content-length-in-words", "states a length that is no number", ["many"], .refused),
        HTTPDemand(
            "bytes-behind-body", "sends two bytes more than it states",
            "The server MUST take the stated length for that of the body, and answer as usual.", "RFC 9112, 6.3",
            Transmission(tail: "0}"), .usual, isAboutBody: true),
        HTTPDemand(
            "expect-continue", "waits a moment for 100 Continue",
            "The server MUST answer 100 or a final status at once, or as usual when the body has come.",
            "RFC 9110, 10.1.1",
            Transmission(headers: [.init("Expect", ["Expect: 100-continue"])], cuts: [.afterHead]), .usualOr(417),
            isAboutBody: true),
    ]

    private static func length(
        _ name: String, _ title: String, _ values: [String], _ answer: RightAnswer
    ) -> HTTPDemand {
        HTTPDemand(
            name, title, answer == .refused ? refuse : "The server MUST answer 400, or as usual.",
            "RFC 9112, 6.3; RFC 9110, 8.6",
            Transmission(headers: [.init("Content-Length", values.map { "Content-Length: \($0)" })]), answer,
            isAboutBody: true)
    }

    private static let chunks: [HTTPDemand] = [
        HTTPDemand(
            "chunked", "sends the body in chunks",
            "The server MUST decode the chunks, or ask for a length by 411.", "RFC 9112, 6.3 and 7.1",
            Transmission(chunking: .init()), .usualOr(411), isAboutBody: true),
        HTTPDemand(
            "chunk-extension", "sends the body in chunks with an extension",
            "The server MUST ignore the extension, or ask for a length by 411.", "RFC 9112, 6.3 and 7.1.1",
            Transmission(chunking: .init(extension: ";sc=1")), .usualOr(411), isAboutBody: true),
        HTTPDemand(
            "length-and-chunks", "states a length, and sends chunks",
            "The server MUST go by the chunks alone, or refuse the request.", "RFC 9112, 6.1 and 6.3",
            Transmission(
                headers: [.init("Transfer-Encoding", ["Content-Length: 5", "Transfer-Encoding: …"])],
                chunking: .init()), .usualOr(400), isAboutBody: true),
    ]

    private static let hosts: [HTTPDemand] = [
        HTTPDemand(
            "no-host", "names no host", refuse, "RFC 9112, 3.2", Transmission(headers: [.init("Host", [])]), .refused),
        HTTPDemand(
            "two-hosts", "names the host twice", refuse, "RFC 9112, 3.2",
            Transmission(headers: [.init("Host", ["Host: …", "Host: …"])]), .refused),
        HTTPDemand(
            "host-with-blank", "names a host with a blank in it", refuse, "RFC 9112, 3.2",
            Transmission(headers: [.init("Host", ["Host: a …"])]), .refused),
        HTTPDemand(
            "absolute-target", "asks for a whole URL, as of a proxy",
            "The server MUST accept the absolute form.", "RFC 9112, 3.2.2", Transmission(isAbsolute: true), .usual),
    ]

    private static let headers: [HTTPDemand] = [
        HTTPDemand(
            "header-names-in-other-case", "spells names of headers in other letter case", asUsual, "RFC 9110, 5.1",
            Transmission(
                headers: [
                    .init("Host", ["hOST: …"]), .init("Content-Type", ["cONTENT-tYPE: …"]),
                    .init("Content-Length", ["cONTENT-lENGTH: …"]), .init("Authorization", ["aUTHORIZATION: …"]),
                ]), .usual, isAboutBody: true),
        HTTPDemand(
            "blanks-around-values", "writes blanks and tabs around the values of headers", asUsual, "RFC 9112, 5.1",
            Transmission(
                headers: [
                    .init("Host", ["Host: \t … \t"]), .init("Content-Type", ["Content-Type:   …\t "]),
                    .init("Content-Length", ["Content-Length:\t…  "]),
                ]), .usual, isAboutBody: true),
        HTTPDemand(
            "no-blank-after-colon", "writes no blank between colon and value", asUsual, "RFC 9112, 5.1",
            Transmission(
                headers: [
                    .init("Host", ["Host:…"]), .init("Content-Type", ["Content-Type:…"]),
                    .init("Content-Length", ["Content-Length:…"]),
                ]), .usual, isAboutBody: true),
        HTTPDemand(
            "blank-before-colon", "writes a blank between the name of a header and the colon", refuse,
            "RFC 9112, 5.1", another("X-Conformance : 1"), .refused),
        HTTPDemand(
            "folded-header", "goes on with a header's value in the next line",
            "The server MUST answer 400, or take the fold for blanks and answer as usual.", "RFC 9112, 5.2",
            another("X-Conformance: one\r\n two"), .usualOr(400)),
        HTTPDemand(
            "carriage-return-in-value", "sends a header with a lone carriage return",
            "The server has to refuse it or take it for a blank; in which way it refuses is its own affair.",
            "RFC 9110, 5.5; RFC 9112, 2.2", another("X-Conformance: one\rtwo"), .unknown),
        HTTPDemand(
            "nul-in-value", "sends a header with a NUL byte",
            "The server has to refuse it or take it for a blank; in which way it refuses is its own affair.",
            "RFC 9110, 5.5", another("X-Conformance: one\0two"), .unknown),
    ]

    private static func another(_ line: String) -> Transmission {
        Transmission(headers: [.init("X-Conformance", [line])])
    }

    private static let versions: [HTTPDemand] = [
        HTTPDemand(
            "version-1-0", "asks in HTTP/1.0", "Whether it speaks HTTP/1.0 is for the server to say.",
            "RFC 9110, 2.5 and 15.6.6", Transmission(version: "HTTP/1.0"), .unknown)
    ]
}
