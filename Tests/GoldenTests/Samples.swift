import Foundation
import Golden
import SpecModel
import Testing
import Wire

enum Samples {
    static let requestID = "5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3"
    static let messageID = "0100018402697c44-fa3641d9-6ee7-4d24-a990-765d25f31e5c-000000"

    static let sent = Tree(
        "SendEmailResponse", namespace: API.namespace,
        children: [
            Tree(
                "SendEmailResult", namespace: API.namespace,
                children: [Tree("MessageId", namespace: API.namespace, text: "⟦message-id⟧")]),
            Tree(
                "ResponseMetadata", namespace: API.namespace,
                children: [Tree("RequestId", namespace: API.namespace, text: "⟦request-id⟧")]),
        ])

    static func golden(
        id: GoldenID = GoldenID(caseID: "v1/SendEmail/minimal"), source: String = "API reference p. 49",
        request: GoldenRequest = GoldenRequest(
            body: .form(["Action=SendEmail", "Destination.ToAddresses.member.1=⟦name:recipient⟧%40example.com"])),
        status: Int = 200, tree: Tree = sent
    ) -> Golden {
        Golden(
            id: id, provenance: .documented, source: source, request: request, status: status,
            contentType: "text/xml", tree: tree)
    }

    static let text = """
        <?golden status="200" content-type="text/xml" provenance="documented" source="API reference p. 49"?>
        <?request
        POST /
        Action=SendEmail
        Destination.ToAddresses.member.1=⟦name:recipient⟧%40example.com
        ?>
        <SendEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
          <SendEmailResult>
            <MessageId>⟦message-id⟧</MessageId>
          </SendEmailResult>
          <ResponseMetadata>
            <RequestId>⟦request-id⟧</RequestId>
          </ResponseMetadata>
        </SendEmailResponse>

        """

    /// A folder that is there while the body runs.
    static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "golden-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }
}
