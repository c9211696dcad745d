/// An error answer: what the service says instead of doing what was asked.
struct Refusal: Error, Equatable {
    let code: String
    /// The HTTP status.
    let status: Int
    /// nil where the service was seen to say nothing.
    let message: String?

    init(_ code: String, status: Int = 400, _ message: String?) {
        self.code = code
        self.status = status
        self.message = message
    }

    /// As v1 spells it in `Type`.
    var origin: String { status >= 500 ? "Receiver" : "Sender" }
}

extension Refusal {
    static func invalidParameterValue(_ message: String) -> Refusal { Refusal("InvalidParameterValue", message) }
    static func validation(_ message: String) -> Refusal { Refusal("ValidationError", message) }
    static func malformedInput(_ message: String) -> Refusal { Refusal("MalformedInput", message) }
    static func messageRejected(_ message: String) -> Refusal { Refusal("MessageRejected", message) }
    static func alreadyExists(_ message: String) -> Refusal { Refusal("AlreadyExists", message) }
    static func limitExceeded(_ message: String) -> Refusal { Refusal("LimitExceeded", message) }
    static func serialization(_ message: String) -> Refusal { Refusal("SerializationException", message) }
    static func notFound(_ message: String) -> Refusal { Refusal("NotFoundException", status: 404, message) }
    static func badRequest(_ message: String?) -> Refusal { Refusal("BadRequestException", message) }
    static func taken(_ message: String) -> Refusal { Refusal("AlreadyExistsException", message) }
    static func tooMany(_ message: String) -> Refusal { Refusal("LimitExceededException", message) }

    /// Source: truth entry "ToAddresses has an empty string" of v2.
    static func invalidAddress(_ text: String) -> Refusal { badRequest("Invalid email address \(text).") }

    /// The answer to nothing at all, which is a bare element without envelope.
    ///
    /// Source: soto-project/soto#580.
    static let noParameters = Refusal("UnknownOperationException", status: 404, "")

    /// Source: API reference p. 96; its table gives 404.
    static func malformedQueryString(_ message: String) -> Refusal {
        Refusal("MalformedQueryString", status: 404, message)
    }

    /// Source: truth entries "set missing".
    static func noRuleSet(_ name: String) -> Refusal {
        Refusal("RuleSetDoesNotExist", "Rule set does not exist: \(name)")
    }

    /// Source: truth entries "rule missing".
    static func noRule(_ name: String) -> Refusal { Refusal("RuleDoesNotExist", "Rule does not exist: \(name)") }

    /// Source: truth entry "SetIdentityFeedbackForwardingEnabled, identity unknown".
    static func noIdentity(_ name: String) -> Refusal {
        .invalidParameterValue("Identity \(name) is invalid. Must be a verified email address or domain.")
    }
}
