import Diff
import Testing

@testable import Golden

@Suite struct ComparedFileTests {
    private func changes(_ before: String, _ after: String) throws -> [String]? {
        try ComparedFile(Array(before.utf8), name: "a").changes(to: ComparedFile(Array(after.utf8), name: "b"))?
            .map(\.path)
    }

    private static let answer = """
        <SendEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendEmailResult>
        <MessageId>\(Samples.messageID)</MessageId></SendEmailResult>
        <ResponseMetadata><RequestId>\(Samples.requestID)</RequestId></ResponseMetadata></SendEmailResponse>
        """

    @Test("a golden's placeholders stand for all that has their form") func placeholders() throws {
        #expect(try changes(Samples.text, Self.answer) == [])
        let empty = Self.answer.replacing(Samples.messageID, with: "")
        #expect(try changes(Samples.text, empty) == ["SendEmailResponse/SendEmailResult/MessageId"])
        let more = Self.answer.replacing("<ResponseMetadata>", with: "<ResponseMetadata><More/>")
        #expect(try changes(Samples.text, more) == ["SendEmailResponse/ResponseMetadata/More"])
    }

    @Test("a name of a run's fits whatever stands there, as nobody knows the run") func names() throws {
        let golden = Samples.text.replacing("⟦message-id⟧", with: "⟦name:thing⟧.example.com")
        #expect(try changes(golden, Self.answer.replacing(Samples.messageID, with: "sc-1.example.com")) == [])
        #expect(try changes(golden, Self.answer.replacing(Samples.messageID, with: "sc-1.example.org"))?.count == 1)
    }

    @Test("what is optional may be missing, and numbers may stand for their placeholders in JSON") func optional()
        throws
    {
        let golden = """
            {"golden": {"status": 200, "content-type": "application/json", "provenance": "documented", "source": "x"},
            "request": {"method": "GET", "target": "/"},
            "response": {"A": "⟦timestamp:number⟧", "B": "⟦optional⟧x", "C": true}}
            """
        #expect(try changes(golden, #"{"A": 1.5, "C": true}"#) == [])
        #expect(try changes(golden, #"{"A": 1.5, "B": "x", "C": true}"#) == [])
        #expect(try changes(golden, #"{"A": "1.5", "B": "y", "C": false}"#) == ["A", "B", "C"])
    }

    @Test("XML and JSON can't be compared") func mixed() throws { #expect(try changes("<a/>", "{}") == nil) }
}
