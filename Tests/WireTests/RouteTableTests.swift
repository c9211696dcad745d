import SpecModel
import Testing
import Wire

@Suite struct RouteTableTests {
    private static let table = RouteTable([
        (Route("GET", "/v2/things/{Name}", others: [Route("GET", "/v2/stuff/{Name}")]), "read"),
        (Route("GET", "/v2/things/special"), "special"), (Route("POST", "/v2/things"), "make"),
    ])

    private static func find(_ method: String, _ target: String) throws -> String? {
        let target = try RequestTarget(reading: target)
        return table.find(method, target.path).map { ([$0.value] + $0.labels).joined(separator: " ") }
    }

    @Test(
        "a route is found by method and path, its labels decoded",
        arguments: [
            ("GET", "/v2/things/a%2Fb?Size=1", "read a/b"), ("GET", "/v2/stuff/a", "read a"),
            ("GET", "/v2/things/special", "special"), ("POST", "/v2/things", "make"), ("PUT", "/v2/things", nil),
            ("GET", "/v2/things/", nil), ("GET", "/", nil),
        ])
    func found(_ method: String, _ target: String, _ name: String?) throws {
        #expect(try Self.find(method, target) == name)
    }

    @Test("a target is read in its parts") func target() throws {
        let target = try RequestTarget(reading: "/v2/a+b/%C3%A4?x=1+2&y=%26")
        #expect(target.path == ["v2", "a+b", "ä"])
        #expect(target.query == [FormParameter("x", "1 2"), FormParameter("y", "&")])
        #expect(throws: WireError.self) { try RequestTarget(reading: "/v2/%G0") }
    }
}
