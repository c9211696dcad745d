import Foundation
import SpecModel
import Testing
import Wire

@Suite struct CurlCommandTests {
    static let form = Header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")

    static func text(_ request: HTTPRequest, signed: Bool = true, token: Bool = false) -> String {
        CurlCommand.text(
            for: request, baseURL: "http://127.0.0.1:5000/", region: "us-east-1", signature: signed ? .right : .absent,
            hasSessionToken: token
        )
    }

    @Test("a usual request is one plain line") func usual() {
        let request = HTTPRequest(headers: [Self.form], body: Array("Action=SendEmail&Source=a%40example.com".utf8))
        let user = #""${AWS_ACCESS_KEY_ID:-test}:${AWS_SECRET_ACCESS_KEY:-test}""#
        #expect(
            Self.text(request)
                == "curl -sS -X POST 'http://127.0.0.1:5000/' --aws-sigv4 'aws:amz:us-east-1:ses' --user \(user) "
                + "-H 'Content-Type: application/x-www-form-urlencoded; charset=utf-8' "
                + "--data-raw 'Action=SendEmail&Source=a%40example.com'")
        #expect(Self.text(request, token: true).contains(#" -H "X-Amz-Security-Token: $AWS_SESSION_TOKEN" "#))
        #expect(!Self.text(request, signed: false, token: true).contains("AWS_"))
    }

    @Test(
        "a request that is signed out of the ordinary is signed so by curl, as far as curl can",
        arguments: [
            (Envelope.Signature.unknownKey, #"--user "AKIAIOSFODNN7EXAMPLE:the-secret-of-no-key""#),
            (.wrongSecret, #"--user "${AWS_ACCESS_KEY_ID:-test}:the-secret-of-no-key""#),
            (.otherService, "--aws-sigv4 'aws:amz:us-east-1:sns'"),
            (.minutesOff(-16), #"-H "X-Amz-Date: $(date -u -d '-16 minutes' +%Y%m%dT%H%M%SZ)""#),
            (.malformed, #"/us-east-1/ses/aws4_request, SignedHeaders=host""#),
            (.tampered, "  # with the last byte of the body changed after signing"),
        ])
    func signature(_ signature: Envelope.Signature, _ part: String) {
        let request = HTTPRequest(headers: [Self.form], body: Array("Action=ListIdentities".utf8))
        let text = CurlCommand.text(
            for: request, baseURL: "http://127.0.0.1:5000/", region: "us-east-1", signature: signature)
        #expect(text.contains(part), "\(text)")
    }

    @Test("a request without a body carries its query in the URL") func query() {
        let request = HTTPRequest(method: "GET", target: "/?Action=GetSendQuota&Version=2010-12-01")
        #expect(
            Self.text(request, signed: false)
                == "curl -sS -X GET 'http://127.0.0.1:5000/?Action=GetSendQuota&Version=2010-12-01'")
    }

    @Test("nothing of a signature or of the URL's user is shown") func secrets() {
        let signer = Signer(
            credentials: Credentials(
                accessKeyID: "AKIDHIDDEN", secretAccessKey: "hidden-key", sessionToken: "hidden-token"),
            region: "us-east-1")
        let request = signer.sign(HTTPRequest(body: [0x61]), host: "h", at: Date(timeIntervalSince1970: 0))
        for base in ["http://hidden:hidden@h:1/p", "http://hidden@h:1/p/", "http://hi@dden@h:1/p"] {
            for signed in [true, false] {
                let text = CurlCommand.text(
                    for: request, baseURL: base, region: "us-east-1", signature: signed ? .right : .absent,
                    hasSessionToken: true)
                #expect(!text.lowercased().contains("hidden") && !text.contains("Signature=") && !text.contains("dden"))
                #expect(text.contains("'http://h:1/p/'"))
            }
        }
    }

    @Test(
        "words are quoted so that a shell gives them back",
        arguments: [
            ("", "''"), ("POST", "POST"), ("a b", "'a b'"), ("it's", #"'it'\''s'"#), ("'", #"''\'''"#),
            ("$HOME`id`\\", "'$HOME`id`\\'"), ("a\nb", "'a\nb'"), ("'\u{301}", "''\\''\u{301}'"), ("~", "'~'"),
            ("é", "'é'"),
        ])
    func quoting(text: String, quoted: String) {
        #expect(Array(CurlCommand.quoted(text).utf8) == Array(quoted.utf8))
    }

    struct Received: Equatable {
        var words: [String]
        var input: [UInt8]
    }

    /// Runs a command in `sh`, with a `curl` that shows its words and what is piped into it.
    static func run(_ command: String) throws -> Received {
        let script = """
            curl() {
              for word in "$@"; do printf '%s\\0' "$word"; done
              for last in "$@"; do :; done
              if [ "$last" = @- ]; then cat; fi
            }
            \(command)
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-s"]
        process.environment = ["PATH": "/usr/bin:/bin", "AWS_ACCESS_KEY_ID": "key id", "AWS_SESSION_TOKEN": "to'k\"en"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let writer = Thread { [handle = input.fileHandleForWriting] in
            try? handle.write(contentsOf: Data(script.utf8))
            try? handle.close()
        }
        writer.start()
        let bytes = Array(try output.fileHandleForReading.readToEnd() ?? Data())
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        var parts = bytes.split(separator: 0, omittingEmptySubsequences: false).map { Array($0) }
        guard let end = parts.firstIndex(of: Array("@-".utf8)) else {
            return Received(words: parts.dropLast().map { String(decoding: $0, as: UTF8.self) }, input: [])
        }
        let piped = Array(parts[(end + 1)...].joined(separator: [0]))
        parts.removeSubrange((end + 1)...)
        return Received(words: parts.map { String(decoding: $0, as: UTF8.self) }, input: piped)
    }

    static let bodies: [[UInt8]] =
        [
            "a=b", "it's \"$HOME\" `id` \\ !! %s", "@/etc/passwd", "ü e\u{301} '\u{301}", "-H", "{\"a\": [1]}",
            "&;|<>()#~*?",
        ]
        .map { Array($0.utf8) }

    @Test("a shell hands curl the body as it is", arguments: bodies) func plainBody(body: [UInt8]) throws {
        let request = HTTPRequest(headers: [Self.form, Header("X-Odd", "it's $HOME")], body: body)
        let received = try Self.run(Self.text(request, token: true))
        let expected = [
            "-sS", "-X", "POST", "http://127.0.0.1:5000/", "--aws-sigv4", "aws:amz:us-east-1:ses", "--user",
            "key id:test",
            "-H", "X-Amz-Security-Token: to'k\"en", "-H",
            "Content-Type: application/x-www-form-urlencoded; charset=utf-8",
            "-H", "X-Odd: it's $HOME", "--data-raw", String(decoding: body, as: UTF8.self),
        ]
        #expect(received == Received(words: expected, input: []))
    }

    static let piped: [[UInt8]] = [
        [0], [0xFF, 0xFE], Array(0...255), Array("a\nb\n".utf8), Array("\u{1B}[31m".utf8), Array("\u{202E}x".utf8),
        [UInt8](repeating: 0x61, count: 100_001), Array("\t".utf8),
    ]

    @Test("what a terminal or an argument would harm is piped, in one line", arguments: piped)
    func harmedBody(body: [UInt8]) throws {
        let command = Self.text(HTTPRequest(headers: [Self.form], body: body), signed: false)
        #expect(command.unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 0x20 })
        let received = try Self.run(command)
        #expect(received.input == body)
        #expect(received.words.suffix(2) == ["--data-binary", "@-"])
    }

    @Test("curl adds no type of its own and reads no pattern out of the URL") func ownIdeas() {
        #expect(
            Self.text(HTTPRequest(), signed: false).hasSuffix(
                "'http://127.0.0.1:5000/' -H 'Content-Type:' --data-raw ''"))
        #expect(Self.text(HTTPRequest(method: "GET", target: "/?a=[1]"), signed: false).contains(" --globoff "))
        #expect(Self.text(HTTPRequest(method: "GET", target: "/a/../b"), signed: false).contains(" --path-as-is "))
        #expect(
            Self.text(HTTPRequest(method: "DELETE", target: "/v2/x", headers: [Header("X-Empty", "")]), signed: false)
                == "curl -sS -X DELETE 'http://127.0.0.1:5000/v2/x' -H 'X-Empty;'")
        #expect(Self.text(HTTPRequest(method: "HEAD"), signed: false) == "curl -sS --head 'http://127.0.0.1:5000/'")
    }
}
