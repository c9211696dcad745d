import SpecCatalog
import SpecModel
import Wire

@testable import Mutation

/// Answers to be changed.
enum Samples {
    static let success = """
        <ListIdentitiesResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
          <ListIdentitiesResult>
            <Identities>
              <member>sc-own-1@example.com</member>
              <member>a&amp;b@example.com</member>
            </Identities>
          </ListIdentitiesResult>
          <ResponseMetadata>
            <RequestId>01234567-89ab-cdef-0123-456789abcdef</RequestId>
          </ResponseMetadata>
        </ListIdentitiesResponse>

        """

    static let failure = """
        <ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
          <Error>
            <Type>Sender</Type>
            <Code>ValidationError</Code>
            <Message>no</Message>
          </Error>
          <RequestId>01234567-89ab-cdef-0123-456789abcdef</RequestId>
        </ErrorResponse>

        """

    static func response(_ text: String, status: Int = 200) -> HTTPResponse {
        HTTPResponse(
            status: status,
            headers: [
                Header("x-amzn-RequestId", "01234567-89ab-cdef-0123-456789abcdef"), Header("Content-Type", "text/xml"),
            ], body: Array(text.utf8))
    }

    static func tree(_ text: String) -> Tree { Answer(reading: response(text)).tree ?? Tree("unreadable") }

    static func operation(_ name: String) -> SpecModel.Operation? { Catalog.standard.operation(.v1, name) }

    static func sites(_ text: String, operation: String, golden: Tree? = nil) -> [Site] {
        let tree = tree(text)
        let reader = SiteReader(
            operation: Catalog.standard.operation(.v1, operation), structures: Catalog.standard.structures(.v1),
            ownPrefix: "sc-own-")
        return reader.sites(of: tree, alternatives: [golden ?? tree])
    }
}
