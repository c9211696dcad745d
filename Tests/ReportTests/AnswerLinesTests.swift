import Diff
import Testing

@testable import Report

@Suite struct AnswerLinesTests {
    private static let answer = """
        400
        Server: x
        Content-Type: text/xml

        <ErrorResponse xmlns="u"><Error><Code>A</Code><Empty/></Error><RequestId>1</RequestId></ErrorResponse>
        """

    private func lines(_ text: String) -> AnswerLines { AnswerLines(text) { $0 == "Content-Type" } }

    private func difference(_ path: String, _ severity: Severity = .error) -> Difference {
        Difference(path: path, kind: .value, expected: "x", actual: "y", severity: severity)
    }

    @Test("an answer in one line is laid out, an element a line, each with its path")
    func layout() {
        #expect(
            lines(Self.answer).lines.map(\.text) == [
                "400", "Content-Type: text/xml", "<ErrorResponse xmlns=\"u\">", "  <Error>", "    <Code>A</Code>",
                "    <Empty/>", "  </Error>", "  <RequestId>1</RequestId>", "</ErrorResponse>",
            ])
        #expect(
            lines(Self.answer).lines.map(\.path) == [
                "status", "header Content-Type", "ErrorResponse", "ErrorResponse/Error", "ErrorResponse/Error/Code",
                "ErrorResponse/Error/Empty", "", "ErrorResponse/RequestId", "",
            ])
    }

    @Test("a golden's answer, laid out already and without headers, stays as it is")
    func laidOut() {
        let golden = "200\n<A>\n  <B>text\n\nof two</B>\n</A>\n"
        #expect(lines(golden).lines.map(\.text) == ["200", "<A>", "  <B>text\n\nof two</B>", "</A>"])
    }

    @Test(
        "what is no XML, or no good XML, is shown whole",
        arguments: ["200\n\nplain\n  text", "200\n\n{\"a\": 1}", "200\n\n<a><b", "200\n\n</a></b>c", "no answer", ""])
    func other(_ text: String) {
        let shown = lines(text).lines.map(\.text).joined().filter { !$0.isWhitespace }
        #expect(shown == text.filter { !$0.isWhitespace })
    }

    @Test("only the line that a difference is about is marked, as gravely as the gravest")
    func marks() {
        var answer = lines(Self.answer)
        answer.mark(difference("ErrorResponse/Error/Code", .note), value: "A")
        answer.mark(difference("ErrorResponse/Error/Code", .warning), value: "A")
        answer.mark(difference("ErrorResponse/Error/Gone"), value: "B")
        answer.mark(difference("ErrorResponse/RequestId"), value: nil)
        #expect(answer.lines.compactMap(\.severity) == [.warning])
        #expect(answer.lines[4].severity == .warning)
        answer.mark(difference("ErrorResponse/@xmlns"), value: "u")
        #expect(answer.lines[2].severity == .error)
    }

    @Test("of the members of a list only the one with the value is marked")
    func members() {
        var answer = lines("200\n\n<L><member>a</member><member>b</member><member>c</member></L>")
        answer.mark(difference("L/member[Name=⟦name:x/y⟧]"), value: "b")
        #expect(answer.lines.filter { $0.severity != nil }.map(\.text) == ["  <member>b</member>"])
    }
}
