import Testing

@testable import ReferenceService

struct EmailIdentityPoliciesTests {
    private let ses = ServiceUnderTest()
    private let path = "/identities/a@example.com/policies"

    init() { ses.createIdentities("a@example.com") }

    private func write(_ method: String, _ name: String, _ policy: String = "{}") -> String {
        ses.request(method, "\(path)/\(name)", "{\"Policy\":\"\(policy)\"}").outcome
    }

    @Test("a policy is made, changed, shown by both APIs and taken away")
    func life() {
        #expect(write("POST", "p") == "200 {}")
        #expect(write("PUT", "p", "{ }") == "200 {}")
        #expect(ses.request("GET", path).body == "{\"Policies\":{\"p\":\"{ }\"}}")
        let v1 = ses.call("GetIdentityPolicies", ["Identity": "a@example.com", "PolicyNames.member.1": "p"])
        #expect(v1.text("value") == "{ }")
        #expect(ses.request("DELETE", path + "/p").outcome == "200 {}")
        #expect(ses.request("GET", path).body == "{\"Policies\":{}}")
    }

    @Test("a name is taken once")
    func taken() {
        _ = write("POST", "p")
        #expect(write("POST", "p", "{ }") == "AlreadyExistsException 400: Policy <p> already exists")
        #expect(ses.request("GET", path)["Policies.p"] == "{}")
    }

    @Test("changing or deleting a policy that is not there succeeds and makes none", arguments: ["PUT", "DELETE"])
    func absent(method: String) {
        #expect(write(method, "p") == "200 {}")
        #expect(ses.request("GET", path).body == "{\"Policies\":{}}")
    }

    @Test("an identity has twenty policies at most, those of v1 counted")
    func limit() {
        ses.call("PutIdentityPolicy", ["Identity": "a@example.com", "PolicyName": "v1", "Policy": "{}"])
        for number in 1...19 { #expect(write("POST", "p\(number)") == "200 {}") }
        #expect(write("POST", "p20").hasPrefix("LimitExceededException 400: "))
        #expect(write("PUT", "p19") == "200 {}")
    }

    @Test("what is no JSON object is no policy", arguments: ["", "x", "[]"])
    func malformed(text: String) {
        #expect(write("POST", "p", text).hasPrefix("BadRequestException 400: "))
    }
}
