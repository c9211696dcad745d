import Foundation
import Fuzzing
import Glibc
import Testing

@testable import Wire

/// Readers of messages, targets and headers against inputs by chance.
@Suite(.ownThread) struct MessageFuzzTests {
    private static let form = Fuzz(
        samples: [
            "Action=SendEmail&Source=a%40example.com&Destination.ToAddresses.member.1=b%40example.com", "a=1&a=2&&b&=c",
            "Message.Body.Text.Data=%F0%9F%98%80+e%CC%81%0D%0A&x=%25",
        ],
        tokens: ["%C3%28", "%ED%A0%80", "%ff", "%2", "&&", "==", "%26", "%3D", "%00", "a=b&"])

    @Test("forms: what is read is written and read alike") func forms() {
        let found = Self.form.failures { (input: [UInt8]) in
            do throws(WireError) {
                let parameters = try FormEncoding.decode(input)
                let again = try FormEncoding.decode(FormEncoding.encode(parameters))
                return again == parameters ? nil : "read again as \(again)"
            } catch {
                switch error {
                case .badEscape(_, let offset), .formNotUTF8(_, let offset):
                    return 0..<max(1, input.count) ~= offset ? nil : "\(error) is beyond the end"
                default: return "\(error)"
                }
            }
        }
        #expect(found == [])
    }

    /// A connection with bytes in it whose other end has closed.
    private static func connection(holding bytes: [UInt8]) throws -> Connection {
        var ends: [Int32] = [0, 0]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else {
            throw TransportFault.failed("socketpair", errno)
        }
        try Socket(adopting: ends[1]).send(bytes, before: Deadline(.seconds(60)))
        return Connection(Socket(adopting: ends[0]))
    }

    private static let answers = Fuzz(
        samples: [
            "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 4\r\n\r\n<A/>",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 400 Bad\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\nT: 1\r\n\r\n",
            "HTTP/1.0 204 \r\nConnection: keep-alive\r\n\r\n",
            "HTTP/1.1 302 Found\nLocation: http://h/\n\nbody to the end",
        ],
        tokens: [
            "HTTP/1.1 ", "HTTP/2 200", "Content-Length: ", "Content-Length: -1\r\n", "Content-Length: 3, 3\r\n",
            "Transfer-Encoding: chunked\r\n", "Transfer-Encoding: gzip\r\n", "0\r\n\r\n", "ffffffffffffffff\r\n",
            "7fffffff\r\n", "\r\n\r\n", "\r\n ", "A: b\r\n", "HTTP/1.1 103 Early\r\n\r\n", ": ", "\u{16}\u{3}\u{1}",
        ])

    @Test("answers: what is read is no more than was sent, and is sent and read alike") func read() {
        #expect(Self.answers.failures { Self.problem(ofAnswer: $0) } == [])
    }

    private static func problem(ofAnswer input: [UInt8]) -> String? {
        do {
            var connection = try connection(holding: input)
            let received = try connection.readAnswer(to: "POST", before: Deadline(.seconds(60)))
            guard received.response.body.count <= input.count else { return "more than was sent" }
            let bytes = ReplyBytes.reply(received.response, to: "POST", closes: true, date: "d")
            var other = try Self.connection(holding: bytes)
            let again = try other.readAnswer(to: "POST", before: Deadline(.seconds(60))).response
            let isSame = again.status == received.response.status && again.body == received.response.body
            return isSame || [204, 304].contains(again.status) ? nil : "read again as \(again)"
        } catch is TransportFault {
            return nil
        } catch {
            return "\(error)"
        }
    }

    private static let requests = Fuzz(
        samples: [
            "POST / HTTP/1.1\r\nHost: h\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\na=b",
            "GET /v2/email/account?a=b HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\n\r\n",
            "PUT http://h/x HTTP/1.0\r\nHost: h\r\n\r\n",
            "\r\nOPTIONS * HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
        ],
        tokens: [
            "POST ", "CONNECT ", "HTTP/1.1\r\n", "Host: a\r\n", "Content-Length: 1\r\n", "Content-Length: x\r\n",
            "Transfer-Encoding: chunked\r\n", "Expect: x\r\n", "ffff\r\n", "\r\n\r\n", " ", "//", "*", "http://",
        ])

    @Test("requests: what is read has a method, a target and no more than was sent") func asked() {
        let found = Self.requests.failures { (input: [UInt8]) in
            do {
                var connection = try Self.connection(holding: input)
                guard let received = try connection.readRequest(ServerLimits(), before: Deadline(.seconds(60))) else {
                    return nil
                }
                let request = received.request
                let isSound = !request.method.isEmpty && (request.target.hasPrefix("/") || request.target == "*")
                return isSound && request.body.count <= input.count ? nil : "\(request)"
            } catch is TransportFault {
                return nil
            } catch {
                return "\(error)"
            }
        }
        #expect(found == [])
    }

    private static let places = Fuzz(
        samples: [
            "http://127.0.0.1:8005/a/b", "https://email.us-east-1.amazonaws.com", "http://[::1]:80/", "HTTP://H",
        ],
        tokens: [
            "http://", "https://", "@", "user:pass@", "[::1]", "::", ":0", ":65536", "/", "//", "?", "#", "%2F", "xn--",
        ])

    @Test("URLs: what is read is written and read alike, and no credentials are in it") func urls() {
        let found = Self.places.failures(ofText: { input in
            guard let url = try? EndpointURL(input) else { return nil }
            guard 1...65_535 ~= url.port, !url.host.isEmpty else { return "\(url)" }
            let text = "\(url.scheme.rawValue)://\(url.authority)\(url.path)"
            if text.contains("@") && !url.path.contains("@") { return "\(text) holds credentials" }
            guard let again = try? EndpointURL(text) else { return "\(text) is refused" }
            return again.host == url.host && again.port == url.port && again.path == url.path
                ? nil : "read again: \(again)"
        })
        #expect(found == [])
    }

    @Test("times: what is read is written alike") func times() {
        let fuzz = Fuzz(
            samples: ["20260101T000000Z", "20240229T235959Z", "99991231T235960Z"], tokens: ["T", "Z", "00", "13"])
        let found = fuzz.failures(ofText: { input in
            guard let date = Timestamp.date(compact: input) else { return nil }
            let written = Timestamp.compact(date)
            return written == input || input.contains("60Z") ? nil : "written as \(written)"
        })
        #expect(found == [])
    }

    @Test("signatures: what is read stands in the header") func signatures() {
        let scope = "AKIDEXAMPLE/20150830/us-east-1/ses/aws4_request"
        let fuzz = Fuzz(
            samples: [
                "AWS4-HMAC-SHA256 Credential=\(scope), SignedHeaders=host;x-amz-date, "
                    + "Signature=\(String(repeating: "0a", count: 32))"
            ],
            tokens: ["Credential=", "SignedHeaders=", "Signature=", "/", ";", ", ", "AWS4-HMAC-SHA256 ", "//"])
        let found = fuzz.failures(ofText: { input in
            guard let header = try? SignatureHeader(input) else { return nil }
            let parts = [header.accessKeyID, header.day, header.region, header.service, header.signature]
            let isSound = parts.allSatisfy { !$0.isEmpty && input.contains($0) } && header.signature.utf8.count == 64
            return isSound ? nil : "\(header)"
        })
        #expect(found == [])
    }
}
