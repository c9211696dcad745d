import SpecCatalog
import Testing
import Wire

@testable import ReferenceService

struct RouterTests {
    private let router = Router(.ofThings)

    private func found(_ method: String, _ target: String) -> String {
        do throws(Refusal) {
            let (endpoint, labels) = try router.route(method, try RequestTarget(target))
            return ([endpoint.schema.name] + labels).joined(separator: " ")
        } catch {
            return error.code
        }
    }

    @Test(
        "an operation is found by method and path, its labels decoded",
        arguments: [
            ("PUT", "/v2/things/a/parts/b", "SendEmail a b"),
            ("PUT", "/v2/things/a%2Bb%40c/parts/x%2Fy?Size=1", "SendEmail a+b@c x/y"),
            ("PUT", "/v2/things/a+b/parts/%C3%A4", "SendEmail a+b ä"),
            ("GET", "/v2/things/a", "GetAccount a"),
            ("GET", "/v2/things/special", "GetEmailTemplate"),
        ])
    func found(method: String, target: String, name: String) {
        #expect(found(method, target) == name)
    }

    @Test(
        "another method, another path and an empty label are no operation",
        arguments: [
            ("POST", "/v2/things/a/parts/b"), ("GET", "/v2/things"), ("GET", "/v2/things/"), ("GET", "/v2/things/a/"),
            ("GET", "/v2/Things/a"), ("PUT", "/v2/things//parts/b"), ("GET", "/v2/"),
        ])
    func unknown(method: String, target: String) {
        #expect(found(method, target) == "UnknownOperationException")
    }

    @Test("an escape that can't be read is no path", arguments: ["/v2/things/%zz", "/v2/things/a?b=%ff"])
    func escapes(target: String) {
        #expect(found("GET", target) == "MalformedQueryString")
    }
}
