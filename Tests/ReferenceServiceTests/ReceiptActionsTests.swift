import SpecCatalog
import Testing

@testable import ReferenceService

struct ReceiptActionsTests {
    private let ses = ServiceUnderTest()

    init() { ses.call("CreateReceiptRuleSet", ["RuleSetName": "s"]) }

    private func create(_ members: [String]) -> String {
        let actions = members.map { "&Rule.Actions.member.\($0)" }.joined()
        return ses.send(Array("Action=CreateReceiptRule&RuleSetName=s&Rule.Name=r\(actions)".utf8)).error
    }

    @Test(
        "what an action names must be well-formed and there",
        arguments: [
            ("1.SNSAction.TopicArn=x", "InvalidSnsTopic: Invalid SNS topic: x"),
            (
                "1.SNSAction.TopicArn=arn:aws:sns:us-east-1:123456789012:x",
                "InvalidSnsTopic: Could not publish to SNS topic: arn:aws:sns:us-east-1:123456789012:x"
            ), ("1.SNSAction.TopicArn=arn:aws:sns:us-east-1:123456789012:ses-conformance", "200"),
            ("1.S3Action.BucketName=", "InvalidParameterValue: Bucket name must not be empty"),
            ("1.S3Action.BucketName=x", "InvalidS3Configuration: No such bucket: x"),
            ("1.S3Action.BucketName=ses-conformance-bucket", "200"),
            ("1.LambdaAction.FunctionArn=", "InvalidParameterValue: Lambda function ARN must not be empty"),
            ("1.LambdaAction.FunctionArn=x", "InvalidLambdaFunction: Could not invoke Lambda function: x"),
            ("1.LambdaAction.FunctionArn=arn:aws:lambda:us-east-1:123456789012:function:ses-conformance", "200"),
            ("1.WorkmailAction.OrganizationArn=x", "InvalidParameterValue: Could not use WorkMail organization: x"),
        ])
    func targets(action: String, answer: String) {
        #expect(create([action]) == answer)
    }

    @Test("every action's topic is looked at, and a bucket's key")
    func topics() {
        let stop = create(["1.StopAction.Scope=RuleSet", "1.StopAction.TopicArn=x"])
        #expect(stop == "InvalidSnsTopic: Invalid SNS topic: x")
        let key = create(["1.S3Action.BucketName=ses-conformance-bucket", "1.S3Action.KmsKeyArn=x"])
        #expect(key.hasPrefix("InvalidS3Configuration: "))
    }

    @Test("a stop is the last action, syntax goes before the set, and the set before targets")
    func order() {
        let stop = ["1.StopAction.Scope=RuleSet", "2.SNSAction.TopicArn=x"]
        #expect(
            create(stop)
                == "InvalidParameterValue: Stop action, if any, must be placed at the end of the actions list")
        let body = "Action=CreateReceiptRule&RuleSetName=x&Rule.Name=r&Rule.Actions.member.1."
        #expect(ses.send(Array((body + "S3Action.BucketName=").utf8)).text("Code") == "InvalidParameterValue")
        #expect(ses.send(Array((body + "S3Action.BucketName=x").utf8)).text("Code") == "RuleSetDoesNotExist")
    }

    @Test("who bounces must be verified")
    func bounceSender() {
        let action = [
            "1.BounceAction.Sender=a@example.com", "1.BounceAction.Message=m", "1.BounceAction.SmtpReplyCode=550",
        ]
        #expect(create(action) == "InvalidParameterValue: Identity is not verified: a@example.com")
        ses.verify("a@example.com")
        #expect(create(action) == "200")
    }

    @Test("recipients are addresses, domains or a dot and a domain")
    func recipients() {
        let create = { (text: String) in
            ses.call("CreateReceiptRule", ["RuleSetName": "s", "Rule.Name": "r", "Rule.Recipients.member.1": text])
                .error
        }
        #expect(create("not valid") == "InvalidParameterValue: Invalid recipient: not valid")
        #expect(create("@example.com") == "InvalidParameterValue: Invalid recipient: @example.com")
        #expect(create(".example.com") == "200")
    }

    @Test("defaults of the catalogue are shown where the catalogue has them")
    func defaults() {
        _ = create(["1.LambdaAction.FunctionArn=arn:aws:lambda:us-east-1:123456789012:function:ses-conformance"])
        let reply = ses.call("DescribeReceiptRule", ["RuleSetName": "s", "RuleName": "r"])
        let known = Catalog.standard.structures(.v1)["LambdaAction"]?.members.first { $0.name == "InvocationType" }
        #expect(reply.text("InvocationType") == (known?.defaultValue == nil ? nil : "Event"))
    }
}
