import SpecModel
import Wire

/// Answers where an error is due.
enum ErrorAnswers {
    private static let wrong = AnswerTests.wrong
    private static let worded = AnswerTests.worded
    private static let good = AnswerTests.good
    private static let bad = AnswerTests.bad

    private static func body(_ text: String, _ wanted: String, _ other: String) -> String {
        text.replacing(wanted, with: other)
    }

    static let cases: [AnswerTests.Case] = [
        AnswerTests.Case("error", 400, wrong, Samples.answer(bad, status: 400)),
        AnswerTests.Case(
            "the other code", 400, wrong, Samples.answer(Samples.failure(code: "MissingParameter"), status: 400)),
        AnswerTests.Case("success for error", 400, wrong, Samples.answer(good), "accepted status error"),
        AnswerTests.Case(
            "error with status 200", 400, wrong, Samples.answer(bad, status: 200), "accepted status error"),
        AnswerTests.Case(
            "another code", 400, wrong, Samples.answer(Samples.failure(code: "Foo"), status: 400),
            "code ErrorResponse/Error/Code error"),
        AnswerTests.Case("another status", 400, wrong, Samples.answer(bad, status: 403), "status status error"),
        AnswerTests.Case("HTML", 400, wrong, Samples.answer("<html/>", status: 400), "body body error"),
        AnswerTests.Case(
            "JSON", 400, wrong, Samples.answer("{\"__type\": \"ValidationError\"}", status: 400), "body body error"),
        AnswerTests.Case(
            "HTML of another status", 400, wrong, Samples.answer("<html/>", status: 500), "status status error"),
        AnswerTests.Case(
            "bare error", 400, wrong,
            Samples.answer("<Error><Code>ValidationError</Code><Message>x</Message></Error>", status: 400),
            "body body error"),
        AnswerTests.Case(
            "no error inside", 400, wrong,
            Samples.answer(
                "<ErrorResponse xmlns='\(API.namespace)'><Code>ValidationError</Code></ErrorResponse>", status: 400),
            "body body error"),
        AnswerTests.Case(
            "wrong type", 400, wrong, Samples.answer(Samples.failure(type: "Receiver"), status: 400),
            "value ErrorResponse/Error/Type error"),
        AnswerTests.Case(
            "no type", 400, wrong, Samples.answer(body(bad, "<Type>Sender</Type>", ""), status: 400),
            "missing ErrorResponse/Error/Type error"),
        AnswerTests.Case(
            "no code", 400, wrong, Samples.answer(body(bad, "<Code>ValidationError</Code>", ""), status: 400),
            "missing ErrorResponse/Error/Code error"),
        AnswerTests.Case(
            "no message", 400, wrong, Samples.answer(Samples.failure(message: nil), status: 400),
            "missing ErrorResponse/Error/Message warning"),
        AnswerTests.Case(
            "right wording", 400, worded, Samples.answer(Samples.failure(message: "1 of 7 wrong"), status: 400)),
        AnswerTests.Case(
            "other wording", 400, worded, Samples.answer(bad, status: 400),
            "wording ErrorResponse/Error/Message warning"),
        AnswerTests.Case(
            "a message that nobody expects", 400, Samples.failure(message: nil, requestID: "⟦request-id⟧"),
            Samples.answer(bad, status: 400)),
        AnswerTests.Case(
            "two codes", 400, wrong, Samples.answer(body(bad, "<Code>", "<Code>x</Code><Code>"), status: 400),
            "duplicate ErrorResponse/Error/Code error", "code ErrorResponse/Error/Code error"),
        AnswerTests.Case(
            "a member of the error", 400, wrong,
            Samples.answer(body(bad, "</Error>", "<Name>x</Name></Error>"), status: 400),
            "unexpected ErrorResponse/Error/Name note"),
        AnswerTests.Case(
            "an element beside the error", 400, wrong,
            Samples.answer(body(bad, "</Error>", "</Error><Foo/>"), status: 400),
            "unexpected ErrorResponse/Foo warning"),
        AnswerTests.Case(
            "request id in metadata", 400, wrong,
            Samples.answer(
                body(
                    body(bad, "<RequestId>", "<ResponseMetadata><RequestId>"), "</RequestId>",
                    "</RequestId></ResponseMetadata>"),
                status: 400), "missing ErrorResponse/RequestId error"),
        AnswerTests.Case(
            "request id inside the error", 400, wrong,
            Samples.answer(
                body(
                    body(bad, "<RequestId>\(Samples.requestID)</RequestId>", ""), "</Error>",
                    "<RequestId>x</RequestId></Error>"),
                status: 400), "missing ErrorResponse/RequestId error"),
        AnswerTests.Case(
            "generic namespace of an unknown action", 400,
            Samples.failure(code: "InvalidAction", message: "⟦any⟧", requestID: "⟦request-id⟧"),
            Samples.answer(
                body(
                    Samples.failure(code: "InvalidAction"), API.namespace,
                    "http://webservices.amazon.com/AWSFault/2005-15-09"),
                status: 400)),
        AnswerTests.Case(
            "generic namespace of another error", 400, wrong,
            Samples.answer(body(bad, API.namespace, "http://webservices.amazon.com/AWSFault/2005-15-09"), status: 400),
            "namespace ErrorResponse warning"),
    ]
}
