import SpecCatalog
import SpecModel
import Testing
import Wire

@testable import Mutation

@Suite struct AskedOperationTests {
    @Test(
        "the operation is found by the action, or by method and path",
        arguments: [
            ("POST", "/", "Action=SendEmail&Source=a", "v1/SendEmail"),
            ("POST", "/", "Version=2010-12-01&Action=ListIdentities", "v1/ListIdentities"),
            ("POST", "/v2/email/outbound-emails", "{}", "v2/SendEmail"),
            ("GET", "/v2/email/templates/a%2Fb", "", "v2/GetEmailTemplate"),
            ("GET", "/v2/email/templates?PageSize=1", "", "v2/ListEmailTemplates"),
            ("GET", "/v2/email/nothing", "", "nothing"),
        ])
    func found(_ method: String, _ target: String, _ body: String, _ id: String) {
        let asked = AskedOperation.of(HTTPRequest(method: method, target: target, body: Array(body.utf8)))
        #expect((asked.map { "\($0.api.rawValue)/\($0.name)" } ?? "nothing") == id)
    }

    private static func changed(
        _ method: String, _ target: String, _ body: String, _ change: (inout AskedParameters) -> Void
    ) throws -> String {
        let request = HTTPRequest(method: method, target: target, body: Array(body.utf8))
        var parameters = try #require(AskedParameters(of: request))
        change(&parameters)
        let written = parameters.written(into: request)
        return "\(written.target) " + String(decoding: written.body, as: UTF8.self)
    }

    private static func path(_ operation: String, _ dotted: String) throws -> ParameterPath {
        let catalog = Catalog.standard
        let paths = ParameterPath.all(of: try #require(catalog.operation(.v2, operation)), catalog.structures(.v2))
        return try #require(paths.first { $0.dotted == dotted })
    }

    @Test("a parameter goes from the body of JSON, from lists of objects, and from the query") func removed() throws {
        let subject = try Self.path("CreateEmailTemplate", "TemplateContent.Subject")
        let target = "/v2/email/templates"
        #expect(
            try Self.changed("POST", target, #"{"TemplateContent":{"Subject":"s","Text":1.50}}"#) { $0.remove(subject) }
                == target + #" {"TemplateContent":{"Text":1.50}}"#)
        let size = try Self.path("ListEmailTemplates", "PageSize")
        #expect(
            try Self.changed("GET", target + "?PageSize=2&NextToken=a%2Bb", "") { $0.remove(size) }
                == target + "?NextToken=a%2Bb ")
        let data = try Self.path("SendBulkEmail", "BulkEmailEntries.ReplacementTags")
        let entries = #"{"BulkEmailEntries":[{"ReplacementTags":[]},{"ReplacementTags":[],"Destination":{}}]}"#
        #expect(
            try Self.changed("POST", "/v2/email/outbound-bulk-emails", entries) { $0.remove(data) }
                == #"/v2/email/outbound-bulk-emails {"BulkEmailEntries":[{},{"Destination":{}}]}"#)
    }

    @Test("labels are read decoded and written encoded; what is no object stays as it is") func labels() throws {
        let target = "/v2/email/identities/a%2Bb%40example.com/policies/p"
        let changed = try Self.changed("POST", target, "{\"Policy\":") { parameters in
            #expect(parameters["EmailIdentity"] == "a+b@example.com")
            parameters.set("EmailIdentity", to: "c/d@example.com")
        }
        #expect(changed == "/v2/email/identities/c%2Fd%40example.com/policies/p {\"Policy\":")
    }
}
