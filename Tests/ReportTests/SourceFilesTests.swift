import Conformance
import Diff
import SpecModel
import Testing

@testable import Report

@Suite struct SourceFilesTests {
    private static let texts = [
        "golden/v1/ListIdentities/a.xml": """
        <?golden status="200" content-type="text/xml" provenance="documented" source="p. 42"?>
        <?request
        POST /
        Action=ListIdentities
        ?>
        <ListIdentitiesResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
          <ListIdentitiesResult>
            <Identities>
              <member>a</member>
            </Identities>
          </ListIdentitiesResult>
          <ResponseMetadata>
            <RequestId>⟦request-id⟧</RequestId>
          </ResponseMetadata>
        </ListIdentitiesResponse>
        """,
        "golden/v2/ListEmailIdentities/a.json": """
        {
          "golden": {
            "status": 200
          },
          "request": {
            "body": { "EmailIdentities": 1 }
          },
          "response": {
            "EmailIdentities": []
          }
        }
        """,
        "specs/v1/SendRawEmail.swift": """
        import SpecModel

        extension SESv1 {
            static let sendRawEmail = Operation(
                "SendRawEmail")
        }
        """,
    ]

    private let files = SourceFiles { texts[$0] }

    private func line(_ path: String, golden: String) -> Int {
        let finding = Finding(
            step: "",
            difference: Difference(path: path, kind: .value, expected: "a", actual: "b", severity: .error),
            cause: Cause(id: "a", title: "a"), golden: golden)
        let place = files.place(of: finding, in: FixedRun.result.cases[0])
        #expect(place.file == "golden/\(golden)")
        return place.line
    }

    @Test(
        "a difference is at the line of its element in the answer, or of the innermost that is there",
        arguments: [
            ("ListIdentitiesResponse/ListIdentitiesResult/Identities", 8),
            ("ListIdentitiesResponse/ListIdentitiesResult/Identities/member[1]", 9),
            ("ListIdentitiesResponse/ResponseMetadata/RequestId", 13),
            ("ListIdentitiesResponse/ListIdentitiesResult/Stray", 7), ("status", 1), ("header Content-Type", 1),
            ("answer", 6),
        ])
    func xml(path: String, line: Int) {
        #expect(self.line(path, golden: "v1/ListIdentities/a.xml") == line)
    }

    @Test(
        "in JSON, too, and never in the request",
        arguments: [("EmailIdentities", 9), ("status", 3), ("body", 8)])
    func json(path: String, line: Int) {
        #expect(self.line(path, golden: "v2/ListEmailIdentities/a.json") == line)
    }

    @Test("what has no golden is at the operation in its spec, and what is not at hand at the first line")
    func other() throws {
        let broken = try #require(FixedRun.result.cases.first { $0.operation == "SendRawEmail" })
        #expect(files.place(of: nil, in: broken) == .init(file: "specs/v1/SendRawEmail.swift", line: 4))
        #expect(SourceFiles.none.place(of: nil, in: broken).line == 1)
        #expect(line("status", golden: "v1/Nothing/a.xml") == 1)
    }
}
