import Diff
import SpecModel
import Testing
import Wire

@Suite struct AnswerTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let title: String
        let expectedStatus: Int
        let expected: String
        let answer: Answer
        let differences: [String]

        init(_ title: String, _ status: Int, _ expected: String, _ answer: Answer, _ differences: String...) {
            self.title = title
            expectedStatus = status
            self.expected = expected
            self.answer = answer
            self.differences = differences
        }

        var testDescription: String { title }
    }

    static let sent = "<MessageId>a</MessageId>"
    static let golden = Samples.success("SendEmail", sent, requestID: "⟦request-id⟧")
    static let wrong = Samples.failure(
        code: "⟦one-of:MissingParameter|ValidationError⟧", message: "⟦any⟧", requestID: "⟦request-id⟧")
    static let worded = Samples.failure(message: "1 of ⟦any⟧ wrong", requestID: "⟦request-id⟧")
    static func body(_ text: String, _ wanted: String, _ other: String) -> String {
        text.replacing(wanted, with: other)
    }
    static let good = Samples.success("SendEmail", sent)
    static let bad = Samples.failure()

    static let successes: [Case] = [
        Case("success", 200, golden, Samples.answer(good)),
        Case("XML declaration", 200, golden, Samples.answer("<?xml version=\"1.0\"?>\n" + good)),
        Case("a prefix for the namespace", 200, golden, Samples.answer(prefixed(good))),
        Case("apostrophes for quotes", 200, golden, Samples.answer(good.replacing("\"", with: "'"))),
        Case("parameters of the media type", 200, golden, Samples.answer(good, contentType: "Text/XML; charset=utf-8")),
        Case("error for success", 200, golden, Samples.answer(bad, status: 400), "rejected status error"),
        Case("HTML for success", 200, golden, Samples.answer("<html><p>no", status: 500), "rejected status error"),
        Case("redirect for success", 200, golden, Samples.answer("", status: 302), "rejected status error"),
        Case("another success status", 200, golden, Samples.answer(good, status: 201), "status status error"),
        Case("HTML with success", 200, golden, Samples.answer("<html/>"), "body body error"),
        Case("nothing with success", 200, golden, Samples.answer(""), "body body error"),
        Case("JSON with success", 200, golden, Samples.answer("{\"MessageId\": \"a\"}"), "body body error"),
        Case("malformed", 200, golden, Samples.answer(String(good.dropLast(9))), "body body error"),
        Case("an error with status 200", 200, golden, Samples.answer(bad), "body body error"),
        Case(
            "another operation's answer", 200, golden, Samples.answer(Samples.success("Other", sent)), "body body error"
        ),
        Case(
            "no metadata", 200, golden,
            Samples.answer(
                "<SendEmailResponse xmlns='\(API.namespace)'><SendEmailResult>\(sent)</SendEmailResult></SendEmailResponse>"
            ),
            "missing SendEmailResponse/ResponseMetadata error"),
        Case(
            "no metadata around the request id", 200, golden,
            Samples.answer(good.replacing("<ResponseMetadata>", with: "").replacing("</ResponseMetadata>", with: "")),
            "missing SendEmailResponse/ResponseMetadata error"),
        Case(
            "no element around the result", 200, golden,
            Samples.answer(good.replacing("<SendEmailResult>", with: "").replacing("</SendEmailResult>", with: "")),
            "missing SendEmailResponse/SendEmailResult error"),
        Case(
            "no request id", 200, golden, Samples.answer(body(good, "<RequestId>\(Samples.requestID)</RequestId>", "")),
            "missing SendEmailResponse/ResponseMetadata/RequestId error"),
        Case(
            "request id of another form", 200, golden,
            Samples.answer(Samples.success("SendEmail", sent, requestID: "x"), requestID: "x"),
            "type SendEmailResponse/ResponseMetadata/RequestId note"),
        Case(
            "no namespace", 200, golden, Samples.answer(body(good, " xmlns=\"\(API.namespace)\"", "")),
            "namespace SendEmailResponse warning"),
        Case(
            "another namespace", 200, golden, Samples.answer(body(good, API.namespace, "http://example.com/")),
            "namespace SendEmailResponse warning"),
        Case(
            "another namespace inside", 200, golden, Samples.answer(body(good, "<MessageId>", "<MessageId xmlns=''>")),
            "namespace SendEmailResponse/SendEmailResult/MessageId warning"),
        Case(
            "generic namespace of a success", 200, golden,
            Samples.answer(body(good, API.namespace, "http://webservices.amazon.com/AWSFault/2005-15-09")),
            "namespace SendEmailResponse warning"),
        Case(
            "application/xml", 200, golden, Samples.answer(good, contentType: "application/xml"),
            "header header Content-Type note"),
        Case(
            "text/html", 200, golden, Samples.answer(good, contentType: "text/html"),
            "header header Content-Type warning"),
        Case(
            "no media type", 200, golden, Samples.answer(good, contentType: nil), "header header Content-Type warning"),
        Case(
            "no id in the header", 200, golden, Samples.answer(good, requestID: nil),
            "header header x-amzn-RequestId warning"),
        Case(
            "another id in the header", 200, golden, Samples.answer(good, requestID: "x"),
            "header header x-amzn-RequestId warning"),
    ]

    static func prefixed(_ text: String) -> String {
        text.replacing("xmlns=", with: "xmlns:s=").replacing("</", with: "\u{1}").replacing("<", with: "<s:")
            .replacing("\u{1}", with: "</s:")
    }

    @Test("a success is a success of the operation", arguments: successes) func success(item: Case) throws {
        try check(item)
    }

    @Test("an error is an error of the API", arguments: ErrorAnswers.cases) func error(item: Case) throws {
        try check(item)
    }

    private func check(_ item: Case) throws {
        var bindings = Bindings(known: Samples.known)
        let golden = ExpectedAnswer(status: item.expectedStatus, tree: try Samples.tree(item.expected))
        let comparer = Samples.comparer("SendEmail")
        let found = comparer.compare(expected: golden, actual: item.answer, bindings: &bindings)
        #expect(found.map(\.brief) == item.differences)
    }

    @Test("headlines tell what came instead") func headlines() throws {
        var bindings = Bindings()
        let golden = ExpectedAnswer(status: 200, tree: try Samples.tree(Self.golden))
        let comparer = Samples.comparer("SendEmail")
        let long = Samples.failure(message: String(repeating: "x", count: 900))
        let answers: [(Answer, String)] = [
            (Samples.answer(Self.bad, status: 400), "400 ValidationError: wrong"),
            (Samples.answer("<html><p>no", status: 500, contentType: "text/html"), "500 text/html page"),
            (
                Samples.answer("{\"message\": \"no\"}", status: 404, contentType: "application/json"),
                "404 application/json, object: no"
            ),
            (Samples.answer("", status: 302, contentType: nil), "302 no content-type: empty body"),
        ]
        for (answer, headline) in answers {
            let found = comparer.compare(expected: golden, actual: answer, bindings: &bindings)
            #expect(found.map(\.expected) == ["200 SendEmailResponse"])
            #expect(found.first?.actual?.lowercased().hasPrefix(headline.lowercased()) == true, "\(found)")
        }
        let cut = comparer.compare(expected: golden, actual: Samples.answer(long, status: 400), bindings: &bindings)
        #expect((cut.first?.actual?.count ?? 0) <= 201)
    }

    @Test("faults of the envelope are errors where the envelope is judged") func strict() throws {
        let stray = Self.good.replacing("<ResponseMetadata>", with: "<Foo/><ResponseMetadata>")
        let answers = [
            Samples.answer(Self.good, contentType: "text/html"), Samples.answer(Self.good, requestID: nil),
            Samples.answer(Self.good.replacing(API.namespace, with: "x")), Samples.answer(stray),
        ]
        for answer in answers {
            var bindings = Bindings()
            let golden = ExpectedAnswer(status: 200, tree: try Samples.tree(Self.golden))
            let lenient = Samples.comparer("SendEmail").compare(expected: golden, actual: answer, bindings: &bindings)
            #expect(lenient.map(\.severity) == [.warning])
            let strict = Samples.comparer("SendEmail", strictEnvelope: true)
                .compare(expected: golden, actual: answer, bindings: &bindings)
            #expect(strict.map(\.severity) == [.error])
        }
    }

    @Test("the nearest of several right answers is chosen") func best() throws {
        let right = [
            ExpectedAnswer(status: 200, tree: try Samples.tree(Self.golden)),
            ExpectedAnswer(
                status: 400, tree: try Samples.tree(Samples.failure(code: "A", requestID: "⟦request-id#1⟧"))),
            ExpectedAnswer(
                status: 403, tree: try Samples.tree(Samples.failure(code: "B", requestID: "⟦request-id#2⟧"))),
        ]
        let comparer = Samples.comparer("SendEmail")
        let cases: [(Answer, Int, [Difference.Kind])] = [
            (Samples.answer(Self.good), 0, []),
            (Samples.answer(Samples.failure(code: "A"), status: 400), 1, []),
            (Samples.answer(Samples.failure(code: "B"), status: 403), 2, []),
            (Samples.answer(Samples.failure(code: "C"), status: 403), 2, [.code]),
        ]
        for (answer, index, kinds) in cases {
            var bindings = Bindings()
            let result = comparer.compareBest(of: right, actual: answer, bindings: &bindings)
            #expect(result.index == index)
            #expect(result.differences.map(\.kind) == kinds)
            #expect(bindings.learnt.keys.sorted() == (index == 0 ? [] : ["request-id#\(index)"]))
        }
    }
}
