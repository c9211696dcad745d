import Testing

@testable import ReferenceService

struct NotificationsTests {
    private let ses = ServiceUnderTest()
    private let identity = "a@example.com"
    private let topic = "arn:aws:sns:us-east-1:123456789012:ses-conformance"

    init() { ses.verify(identity) }

    private func set(_ type: String, _ topic: String?) -> Reply {
        guard let topic else {
            return ses.call("SetIdentityNotificationTopic", ["Identity": identity, "NotificationType": type])
        }
        return ses.call(
            "SetIdentityNotificationTopic", ["Identity": identity, "NotificationType": type, "SnsTopic": topic])
    }

    private func forward(_ flag: String) -> Reply {
        ses.call("SetIdentityFeedbackForwardingEnabled", ["Identity": identity, "ForwardingEnabled": flag])
    }

    private var attributes: Reply {
        ses.call("GetIdentityNotificationAttributes", ["Identities.member.1": identity])
    }

    @Test("topics are set one by one and cleared without a topic or with an empty one")
    func topics() {
        #expect(set("Bounce", topic).status == 200)
        #expect(attributes.text("BounceTopic") == topic)
        #expect(attributes.text("ComplaintTopic") == nil)
        #expect(set("Bounce", "").status == 200)
        #expect(attributes.text("BounceTopic") == nil)
        #expect(set("Delivery", topic).status == 200)
        #expect(set("Delivery", nil).status == 200)
        #expect(attributes.text("DeliveryTopic") == nil)
    }

    @Test("a topic must be well-formed and there")
    func badTopics() {
        #expect(set("Bounce", "x").error == "InvalidParameterValue: Invalid SNS topic: x")
        #expect(
            set("Bounce", topic + "-2").error
                == "InvalidParameterValue: SNS topic &lt;\(topic)-2&gt; not found.")
        let any = ServiceUnderTest(Settings(resources: .any))
        any.verify(identity)
        let reply = any.call(
            "SetIdentityNotificationTopic",
            ["Identity": identity, "NotificationType": "Bounce", "SnsTopic": topic + "-2"])
        #expect(reply.status == 200)
    }

    @Test("forwarding ends only where both topics are set, and both stay as long as it is off")
    func forwarding() {
        #expect(forward("false").text("Code") == "InvalidParameterValue")
        _ = set("Bounce", topic)
        #expect(forward("false").text("Code") == "InvalidParameterValue")
        _ = set("Complaint", topic)
        #expect(forward("false").status == 200)
        #expect(attributes.text("ForwardingEnabled") == "false")
        #expect(set("Bounce", nil).text("Code") == "InvalidParameterValue")
        #expect(forward("true").status == 200)
        #expect(set("Bounce", nil).status == 200)
    }

    @Test("unknown identities are refused by the setters and left out by the getter")
    func unknown() {
        let reply = ses.call(
            "SetIdentityFeedbackForwardingEnabled", ["Identity": "b@example.com", "ForwardingEnabled": "true"])
        #expect(
            reply.error
                == "InvalidParameterValue: Identity b@example.com is invalid. Must be a verified email address or domain."
        )
        let topics = ses.call(
            "SetIdentityNotificationTopic", ["Identity": "b@example.com", "NotificationType": "Bounce"])
        #expect(topics.text("Code") == "InvalidParameterValue")
        let arn = "arn:aws:ses:us-east-1:123456789012:identity/a@example.com"
        let attributes = ses.call(
            "GetIdentityNotificationAttributes",
            ["Identities.member.1": "b@example.com", "Identities.member.2": arn])
        #expect(attributes.texts("key") == [arn])
    }
}
