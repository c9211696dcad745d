import Testing

@testable import ReferenceService

struct PoliciesTests {
    private let ses = ServiceUnderTest()
    private let owner = "a@example.com"

    init() { ses.verify(owner) }

    private func put(_ name: String, _ policy: String = #"{"Version":"2012-10-17"}"#, as identity: String? = nil)
        -> Reply
    {
        ses.call("PutIdentityPolicy", ["Identity": identity ?? owner, "PolicyName": name, "Policy": policy])
    }

    @Test("a policy is listed, read, replaced and deleted, and deleting again succeeds")
    func life() {
        #expect(put("p").status == 200)
        #expect(put("q").status == 200)
        #expect(put("p", "{}").status == 200)
        #expect(ses.call("ListIdentityPolicies", ["Identity": owner]).texts("member") == ["p", "q"])
        let read = ses.call(
            "GetIdentityPolicies",
            ["Identity": owner, "PolicyNames.member.1": "p", "PolicyNames.member.2": "absent"])
        #expect(read.texts("key") == ["p"])
        #expect(read.texts("value") == ["{}"])
        for _ in 1...2 {
            #expect(ses.call("DeleteIdentityPolicy", ["Identity": owner, "PolicyName": "p"]).status == 200)
        }
        #expect(ses.call("ListIdentityPolicies", ["Identity": owner]).texts("member") == ["q"])
    }

    @Test("a policy is a JSON object", arguments: ["x", "[]", "\"x\"", "{", "{}x"])
    func invalid(policy: String) {
        let reply = put("p", policy)
        #expect(reply.status == 400)
        #expect(reply.text("Code") == "InvalidPolicy")
        #expect(ses.call("ListIdentityPolicies", ["Identity": owner]).texts("member").isEmpty)
    }

    @Test("the identity may be given by its ARN, but must be the account's own")
    func arn() {
        let arn = "arn:aws:ses:us-east-1:123456789012:identity/"
        #expect(put("p", as: arn + owner).status == 200)
        #expect(ses.call("ListIdentityPolicies", ["Identity": owner]).texts("member") == ["p"])
        #expect(put("p", as: "arn:aws:ses:us-east-1:210987654321:identity/" + owner).status == 400)
        #expect(
            put("p", as: "unknown.example").error
                == "InvalidParameterValue: Identity unknown.example is invalid. "
                + "Must be a verified email address or domain.")
        for action in ["ListIdentityPolicies", "DeleteIdentityPolicy", "GetIdentityPolicies"] {
            let reply = ses.call(
                action, ["Identity": "unknown.example", "PolicyName": "p", "PolicyNames.member.1": "p"])
            #expect(reply.text("Code") == "InvalidParameterValue")
        }
    }

    @Test("the twenty-first policy is too many, replacing one of twenty is not")
    func limit() {
        for number in 1...20 { #expect(put("p\(number)").status == 200) }
        #expect(
            put("p21").error
                == "InvalidParameterValue: Number of policies for a@example.com exceeds max allowed number of "
                + "policies per resource")
        #expect(put("p20", "{}").status == 200)
    }
}
