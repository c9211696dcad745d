import Golden
import SpecCatalog
import SpecModel
import Testing
import Wire

@testable import Conformance
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

    /// A success of v2: ListEmailTemplates.
    static let json = """
        {"TemplatesMetadata":[{"TemplateName":"sc-own-1","CreatedTimestamp":1700000000.25}],"NextToken":"n/a"}
        """

    static let jsonFailure = "{\"message\":\"n/o\"}"

    static func response(_ text: String, status: Int = 200) -> HTTPResponse {
        let isJSON = text.hasPrefix("{")
        var response = HTTPResponse(
            status: status,
            headers: [
                Header("x-amzn-RequestId", "01234567-89ab-cdef-0123-456789abcdef"),
                Header("Content-Type", isJSON ? "application/json" : "text/xml"),
            ], body: Array(text.utf8))
        if isJSON, status >= 400 { response.headers.append(Header("x-amzn-ErrorType", "NotFoundException")) }
        return response
    }

    static func tree(_ text: String) -> Tree { Answer(reading: response(text)).tree ?? Tree("unreadable") }

    static func operation(_ name: String) -> SpecModel.Operation? { Catalog.standard.operation(.v1, name) }

    static func sites(
        _ text: String, operation: String, isSuccess: Bool = true, golden: Tree? = nil
    ) -> [Site] {
        let tree = tree(text)
        let api: API = tree.isJSON ? .v2 : .v1
        let reader = SiteReader(
            api: api, operation: Catalog.standard.operation(api, operation),
            structures: Catalog.standard.structures(api), ownPrefix: "sc-own-")
        return reader.sites(of: tree, isSuccess: isSuccess, alternatives: [golden ?? tree])
    }

    /// An answer as a case judges it, held against itself.
    static func answer(_ text: String, operation: String, status: Int = 200) throws -> JudgedAnswer {
        let api: API = text.hasPrefix("{") ? .v2 : .v1
        let response = response(text, status: status)
        let answer = Answer(reading: response)
        let golden = Golden(
            id: GoldenID(caseID: "\(api.rawValue)/\(operation)/sample"), provenance: .documented, source: "",
            request: GoldenRequest(body: .absent), status: status, contentType: api.mediaType,
            errorType: answer.errorTypeInHeader, tree: answer.tree ?? Tree("unreadable"))
        let exchange = JudgedExchange(
            index: 0, judged: 0, step: "", api: api, operation: operation, isPage: false, isKept: false,
            response: response, goldens: [golden], ownPrefix: "sc-own-")
        return try #require(JudgedAnswer(exchange, catalog: .standard))
    }
}
