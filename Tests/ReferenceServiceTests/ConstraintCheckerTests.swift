import SpecCatalog
import SpecModel
import Testing

@testable import ReferenceService

struct ConstraintCheckerTests {
    private let ses = ServiceUnderTest()
    private let one = "ValidationError: 1 validation error detected: Value at "

    init() {
        ses.call("CreateReceiptRuleSet", ["RuleSetName": "s"])
    }

    @Test("allowed values are listed in the order in which the service was seen to list them")
    func enumerations() {
        let set = one + "'rule.actions.1.member.sNSAction.encoding' failed to satisfy constraint: "
        let reply = ses.call(
            "CreateReceiptRule",
            [
                "RuleSetName": "s", "Rule.Name": "r", "Rule.Actions.member.1.SNSAction.TopicArn": "x",
                "Rule.Actions.member.1.SNSAction.Encoding": "UTF-16",
            ])
        #expect(reply.error == set + "Member must satisfy enum value set: [Base64, UTF-8]")
        let lambda = ses.call(
            "CreateReceiptRule",
            [
                "RuleSetName": "s", "Rule.Name": "r", "Rule.Actions.member.1.LambdaAction.FunctionArn": "x",
                "Rule.Actions.member.1.LambdaAction.InvocationType": "x",
            ])
        #expect(
            lambda.error.hasSuffix(
                "'rule.actions.1.member.lambdaAction.invocationType' failed to satisfy "
                    + "constraint: Member must satisfy enum value set: [RequestResponse, Event]"))
        let filter = ses.call(
            "CreateReceiptFilter",
            ["Filter.Name": "f", "Filter.IpFilter.Cidr": "10.0.0.1", "Filter.IpFilter.Policy": "block"])
        #expect(
            filter.error == one + "'filter.ipFilter.policy' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [Allow, Block]")
        let type = ses.call("SetIdentityNotificationTopic", ["Identity": "x", "NotificationType": "Open"])
        #expect(
            type.error == one + "'notificationType' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [Bounce, Complaint, Delivery]")
        let failure = ses.call("SetIdentityMailFromDomain", ["Identity": "x", "BehaviorOnMXFailure": "Retry"])
        #expect(
            failure.error == one + "'behaviorOnMXFailure' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [RejectMessage, UseDefaultValue]")
    }

    @Test("an absent member is worded as it was claimed of the receiving operations")
    func absent() {
        #expect(
            ses.call("CreateReceiptFilter").error
                == one + "'filter' failed to satisfy constraint: Member must not be null")
        let reply = ses.call("CreateReceiptFilter", ["Filter.Name": "f", "Filter.IpFilter.Policy": "Block"])
        #expect(reply.error == one + "'filter.ipFilter.cidr' failed to satisfy constraint: Member must not be null")
    }

    @Test("an empty name is too short and of the wrong characters")
    func emptyName() {
        let reply = ses.call("CreateReceiptRuleSet", ["RuleSetName": ""])
        #expect(
            reply.error
                == "ValidationError: 2 validation errors detected: Value at 'ruleSetName' failed to satisfy constraint: "
                + "Member must have length greater than or equal to 1; Value at 'ruleSetName' failed to satisfy "
                + "constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9_.-]+$")
        let after = ses.call("CreateReceiptRule", ["RuleSetName": "s", "Rule.Name": "r", "After": ""])
        #expect(after.error == reply.error.replacing("'ruleSetName'", with: "'after'"))
    }

    @Test("which characters a name has is the model's business, its ends and its length are the service's")
    func names() {
        let create = { (name: String) in
            ses.call("CreateReceiptRule", ["RuleSetName": "s", "Rule.Name": name]).error
        }
        #expect(
            create("a b") == one + "'rule.name' failed to satisfy constraint: "
                + "Member must satisfy regular expression pattern: ^[a-zA-Z0-9_.-]+$")
        #expect(create("-a") == "InvalidParameterValue: Not a valid ruleName: -a")
        #expect(create("a.") == "InvalidParameterValue: Not a valid ruleName: a.")
        let long = String(repeating: "a", count: 65)
        #expect(create(long) == "InvalidParameterValue: Not a valid ruleName: \(long)")
        #expect(create(String(repeating: "a", count: 64)) == "200")
        #expect(create("a_b.c-D9") == "200")
        #expect(
            ses.call("CreateReceiptRuleSet", ["RuleSetName": "a-"]).error
                == "InvalidParameterValue: Not a valid ruleSetName: a-")
    }

    @Test("an action is of exactly one type", arguments: [0, 2])
    func exactlyOne(count: Int) {
        let action = "Rule.Actions.member.1."
        let reply =
            count == 0
            ? ses.call("CreateReceiptRule", ["RuleSetName": "s", "Rule.Name": "r", action + "Foo": "x"])
            : ses.call(
                "CreateReceiptRule",
                [
                    "RuleSetName": "s", "Rule.Name": "r", action + "StopAction.Scope": "RuleSet",
                    action + "AddHeaderAction.HeaderName": "X-A", action + "AddHeaderAction.HeaderValue": "1",
                ])
        #expect(
            reply.error == "InvalidParameterValue: Exactly one action type must be specified for each ReceiptAction")
    }

    @Test("what the model constrains is told before what the service checks")
    func order() {
        let reply = ses.call("CreateReceiptRule", ["RuleSetName": "s", "Rule.Name": "-a", "Rule.TlsPolicy": "x"])
        #expect(
            reply.error == one + "'rule.tlsPolicy' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [Require, Optional]")
    }

    @Test("more than a hundred identities at a time are too many")
    func count() {
        let pairs = (1...101).map { ("Identities.member.\($0)", "a\($0)@example.com") }
        let body = pairs.map { "&\($0.0)=\($0.1)" }.joined()
        let reply = ses.send(Array(("Action=GetIdentityDkimAttributes" + body).utf8))
        #expect(reply.text("Code") == "InvalidParameterValue")
    }

    @Test("the constraints are those of the catalogue that the service was given")
    func mutatedCatalog() throws {
        let standard = try #require(Catalog.standard.specification(.v1))
        let operations = standard.operations.map { operation in
            operation.name != "CreateReceiptRuleSet"
                ? operation
                : operation.withParameters(
                    operation.parameters.map { Member($0.name, .string(), "") })
        }
        let catalog = Catalog([Specification(api: .v1, operations: operations, structures: standard.structures)])
        let ses = ServiceUnderTest(catalog: catalog)
        #expect(ses.call("CreateReceiptRuleSet", ["RuleSetName": "a b"]).status == 200)
        #expect(ses.call("CreateReceiptRuleSet").status == 200)
        #expect(self.ses.call("CreateReceiptRuleSet").text("Code") == "ValidationError")
    }
}

extension SpecModel.Operation {
    fileprivate func withParameters(_ parameters: [Member]) -> SpecModel.Operation {
        SpecModel.Operation(
            name, family: family, summary, page: page, parameters: parameters, rules: rules, result: result,
            fixture: fixture)
    }
}
