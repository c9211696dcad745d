import SpecCatalog
import SpecModel
import Wire

@testable import ReferenceService

extension ServiceUnderTest {
    /// Sends a request of v2 as it stands.
    @discardableResult
    func request(
        _ method: String, _ path: String, _ body: String = "", headers: [Header] = [.signature]
    ) -> Reply {
        send(Array(body.utf8), method: method, target: "/v2/email" + path, headers: headers)
    }

    @discardableResult
    func createIdentities(_ names: String...) -> [Reply] {
        names.map { request("POST", "/identities", "{\"EmailIdentity\":\"\($0)\"}") }
    }

    /// A template with these parts, each a JSON text.
    @discardableResult
    func createTemplate(_ name: String = "t", subject: String = "s", text: String = "t", html: String? = nil) -> Reply {
        let html = html.map { ",\"Html\":\(JSONWriter.quoted($0))" } ?? ""
        return request(
            "POST", "/templates",
            "{\"TemplateName\":\"\(name)\",\"TemplateContent\":{\"Subject\":\(JSONWriter.quoted(subject)),"
                + "\"Text\":\(JSONWriter.quoted(text))\(html)}}")
    }

    /// Sends a mail with that content from `sender@example.com` to the simulator.
    @discardableResult
    func sendOutbound(_ content: String, _ more: String = "") -> Reply {
        request(
            "POST", "/outbound-emails",
            "{\"FromEmailAddress\":\"sender@example.com\",\"Destination\":{\"ToAddresses\":"
                + "[\"success@simulator.amazonses.com\"]},\"Content\":{\(content)}\(more)}")
    }

    static let simple = "\"Simple\":{\"Subject\":{\"Data\":\"s\"},\"Body\":{\"Text\":{\"Data\":\"t\"}}}"
}

extension Reply {
    /// `NotFoundException 404: Template t does not exist.`, or the status and the body where it is no error.
    var outcome: String {
        guard let type = headers.first(where: { $0.name == "x-amzn-ErrorType" }) else { return "\(status) \(body)" }
        guard let message = self["message"] else { return "\(type.value) \(status)" }
        return "\(type.value) \(status): \(message)"
    }

    /// The text of a scalar of the JSON body at a dotted path, members of lists by number.
    subscript(_ path: String) -> String? {
        var current = try? JSONReader.tree(from: Array(body.utf8))
        for name in path.split(separator: ".") {
            guard let parent = current else { return nil }
            if parent.kind == .array, let index = Int(name) {
                current = index < parent.children.count ? parent.children[index] : nil
            } else {
                current = parent.child(String(name))
            }
        }
        guard let current, current.kind != .null, current.children.isEmpty else { return nil }
        return current.text
    }
}

extension Catalog {
    /// Operations of v2 with every kind of member that a request can hold.
    static let ofThings = Catalog([
        Specification(
            api: .v2,
            operations: [
                operation(
                    "SendEmail", Route("PUT", "/v2/things/{Name}/parts/{Part}", query: ["Size", "Token"]),
                    [
                        Member("Name", .string(length: Bound(1...8, by: "x")), required: true, "x"),
                        Member("Part", .string(), required: true, "x"),
                        Member("Size", .integer(Bound(1...10, by: "x")), "x"), Member("Token", .string(), "x"),
                        Member("Text", .string(), "x"), Member("Flag", .boolean, "x"), Member("Data", .blob, "x"),
                        Member("Texts", .list(of: .string()), "x"), Member("Inner", .structure("Inner"), "x"),
                        Member("Inners", .list(of: .structure("Inner")), "x"),
                    ]),
                operation("GetAccount", Route("GET", "/v2/things/{Name}"), [Member("Name", .string(), "x")]),
                operation("GetEmailTemplate", Route("GET", "/v2/things/special"), []),
            ],
            structures: [
                Structure("Inner", "x", page: "x", members: [Member("Key", .string(), required: true, "x")])
            ])
    ])

    private static func operation(_ name: String, _ route: Route, _ parameters: [Member]) -> SpecModel.Operation {
        Operation(
            name, api: .v2, family: .account, "x", page: "x", route: route, parameters: parameters, result: [],
            fixture: Fixture(.derived("x")))
    }
}
