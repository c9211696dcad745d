import Foundation
import SpecCatalog
import Testing
import Wire

@testable import ReferenceService

/// A service with a clock that stands still and ids that are always the same, and a client that signs.
final class ServiceUnderTest: Sendable {
    let service: ReferenceService
    let clock: SteppedTime

    init(_ settings: Settings = Settings(), catalog: Catalog = .standard) {
        clock = SteppedTime()
        service = ReferenceService(
            catalog: catalog, settings: settings, clock: clock, identifiers: FixedIdentifiers())
    }

    @discardableResult
    func call(_ action: String, _ parameters: KeyValuePairs<String, String> = [:]) -> Reply {
        var form = [FormParameter("Action", action), FormParameter("Version", "2010-12-01")]
        for (name, value) in parameters { form.append(FormParameter(name, value)) }
        return send(FormEncoding.encode(form))
    }

    func send(
        _ body: [UInt8], method: String = "POST", target: String = "/", headers: [Header] = [.signature]
    ) -> Reply {
        Reply(service.answer(HTTPRequest(method: method, target: target, headers: headers, body: body)))
    }

    func verify(_ addresses: String...) {
        for address in addresses { call("VerifyEmailIdentity", ["EmailAddress": address]) }
    }

    /// Sends a mail to the simulator.
    @discardableResult
    func sendEmail(from source: String = "sender@example.com", to recipient: String? = nil) -> Reply {
        call(
            "SendEmail",
            [
                "Source": source, "Destination.ToAddresses.member.1": recipient ?? "success@simulator.amazonses.com",
                "Message.Subject.Data": "s", "Message.Body.Text.Data": "t",
            ])
    }

    @discardableResult
    func sendRaw(_ text: String, _ parameters: KeyValuePairs<String, String> = [:]) -> Reply {
        var form = [
            FormParameter("Action", "SendRawEmail"),
            FormParameter("RawMessage.Data", Data(text.utf8).base64EncodedString()),
        ]
        for (name, value) in parameters { form.append(FormParameter(name, value)) }
        return send(FormEncoding.encode(form))
    }
}

extension Header {
    static let signature = Header(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/ses/aws4_request, "
            + "SignedHeaders=host;x-amz-date, Signature=0000")
}

/// An answer, its body as text.
struct Reply {
    let status: Int
    let headers: [Header]
    let body: String

    init(_ response: HTTPResponse) {
        status = response.status
        headers = response.headers
        body = String(decoding: response.body, as: UTF8.self)
    }

    /// What stands between the first tags of that name, escapes as they are.
    func text(_ name: String) -> String? { texts(name).first }

    func texts(_ name: String) -> [String] {
        body.components(separatedBy: "<\(name)>").dropFirst().map { $0.components(separatedBy: "</\(name)>")[0] }
    }

    /// `AlreadyExists: Rule set already exists: x`, or the status where it is no error.
    var error: String { text("Code").map { "\($0): \(text("Message") ?? "")" } ?? "\(status)" }

    /// The body of the result, trimmed of the envelope.
    func result(_ action: String) -> String? { text(action + "Result") }
}

/// A clock that goes on when it is told to.
final class SteppedTime: TimeSource {
    private let time = Guarded<Int64>(1_545_155_745_607)

    var milliseconds: Int64 { time.withLock { $0 } }

    func advance(minutes: Int64) { time.withLock { $0 += minutes * 60_000 } }
}

struct FixedIdentifiers: IdentifierSource {
    static let request = "4ed78bb2-7b5a-4a5b-9d0f-0c9f3e0c7a11"
    static let message = "0100018402697c44-fa3641d9-6ee7-4d24-a990-765d25f31e5c-000000"
    private let count = Guarded(0)

    func requestID() -> String { Self.request }

    /// The first as it was published, then counted.
    func messageID(at milliseconds: Int64) -> String {
        let number = count.withLock { count in
            count += 1
            return count
        }
        return number == 1 ? Self.message : Self.message.dropLast(1) + "\(number)"
    }

    func verificationToken(for domain: String) -> String { "QTKknzFg2J4ygwa+XvHAxUl1hyHoY0gVfZdfjIedHZ0=" }

    func dkimTokens(for domain: String) -> [String] {
        ["vvjuipp74whm76gqoni7qmwwn4w4qusj", "3frqe7jn4obpuxjpwpolz6ipb3k5nvt2", "wrqplteh7oodxnad7hsl4mixq2uavzne"]
    }
}

extension String {
    /// An answer around the lines of its content.
    static func response(_ action: String, _ content: String) -> String {
        """
        <\(action)Response xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
        \(content)
          <ResponseMetadata>
            <RequestId>\(FixedIdentifiers.request)</RequestId>
          </ResponseMetadata>
        </\(action)Response>

        """
    }

    static func failure(_ type: String, _ code: String, _ message: String) -> String {
        """
        <ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
          <Error>
            <Type>\(type)</Type>
            <Code>\(code)</Code>
            <Message>\(message)</Message>
          </Error>
          <RequestId>\(FixedIdentifiers.request)</RequestId>
        </ErrorResponse>

        """
    }
}
