/// Topics for bounces, complaints and deliveries, and their forwarding as mail.
extension Account {
    mutating func setIdentityNotificationTopic(_ input: Arguments) throws(Refusal) {
        let identity = try owned(try name(fromARN: input.required("Identity")))
        let type = input.required("NotificationType")
        // An empty topic is how clients send a null.
        let topic = input.given("SnsTopic")
        if let topic {
            guard ResourceName.isTopic(topic) else { throw .invalidParameterValue("Invalid SNS topic: \(topic)") }
            guard settings.resources.contains(topic) else {
                throw .invalidParameterValue("SNS topic <\(topic)> not found.")
            }
        } else if !identity.forwardingEnabled, type == "Bounce" || type == "Complaint" {
            // Source: API reference p. 61, note.
            throw .invalidParameterValue(
                "A topic for \(type) notifications is needed as long as feedback forwarding is disabled.")
        }
        identities.update(Identity.key(identity.name)) { $0.topics[type] = topic }
    }

    /// Source: API reference p. 58: forwarding may end only where both topics are set.
    mutating func setIdentityFeedbackForwardingEnabled(_ input: Arguments) throws(Refusal) {
        let identity = try owned(input.required("Identity"))
        let enabled = input.boolean("ForwardingEnabled") ?? true
        guard enabled || (identity.topics["Bounce"] != nil && identity.topics["Complaint"] != nil) else {
            throw .invalidParameterValue(
                "Feedback forwarding can be disabled only when topics are set for bounces and complaints.")
        }
        identities.update(Identity.key(identity.name)) { $0.forwardingEnabled = enabled }
    }

    /// Source: truth entries "identity with forwarding only" and "identity with a bounce topic".
    func getIdentityNotificationAttributes(_ input: Arguments, _ answer: inout AnswerWriter) throws(Refusal) {
        try attributes("NotificationAttributes", input, &answer, resolvingARNs: true) {
            value, identity throws(Refusal) in
            value.leaf("BounceTopic", ifPresent: identity.topics["Bounce"])
            value.leaf("ComplaintTopic", ifPresent: identity.topics["Complaint"])
            value.leaf("DeliveryTopic", ifPresent: identity.topics["Delivery"])
            value.leaf("ForwardingEnabled", identity.forwardingEnabled)
        }
    }
}
