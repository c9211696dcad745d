/// The actions of receipt rules: what the service checks by itself, and what must exist outside of it.
extension Account {
    /// Source: truth entries "Stop action not last", "bucket name empty" and "Lambda ARN empty".
    func checkActions(_ actions: [Arguments]) throws(Refusal) {
        for (position, action) in actions.enumerated() {
            if action["StopAction"] != nil, position < actions.count - 1 {
                throw .invalidParameterValue("Stop action, if any, must be placed at the end of the actions list")
            }
            if action.structure("S3Action")?.text("BucketName")?.isEmpty == true {
                throw .invalidParameterValue("Bucket name must not be empty")
            }
            if action.structure("LambdaAction")?.text("FunctionArn")?.isEmpty == true {
                throw .invalidParameterValue("Lambda function ARN must not be empty")
            }
            if let sender = action.structure("BounceAction")?.text("Sender"), !EmailAddress.isPlain(sender) {
                throw .invalidParameterValue("Invalid email address<\(sender)>.")
            }
        }
    }

    func checkTargets(_ rule: ReceiptRule) throws(Refusal) {
        for action in rule.actions {
            if let sender = action.structure("BounceAction")?.given("Sender") { try checkSender(sender) }
            for case .structure(let members)? in action.values { try checkTargets(members) }
        }
    }

    /// Source: alchemy-run/distilled#391; aws-cloudformation/rain#272.
    private func checkSender(_ sender: String) throws(Refusal) {
        guard isVerified(try EmailAddress(plain: sender)) else {
            throw .invalidParameterValue("Identity is not verified: \(sender)")
        }
    }

    private func checkTargets(_ action: Arguments) throws(Refusal) {
        if let topic = action.given("TopicArn") { try checkTopic(topic) }
        if let bucket = action.given("BucketName"), !settings.resources.contains(bucket) {
            throw Refusal("InvalidS3Configuration", "No such bucket: \(bucket)")
        }
        if let key = action.given("KmsKeyArn"), !ResourceName.isKey(key) || !settings.resources.contains(key) {
            throw Refusal("InvalidS3Configuration", "Could not use KMS key: \(key)")
        }
        if let function = action.given("FunctionArn") { try checkFunction(function) }
        if let organization = action.given("OrganizationArn") { try checkOrganization(organization) }
    }

    /// Source: truth entries "malformed topic ARN" and "SNS topic not publishable".
    private func checkTopic(_ topic: String) throws(Refusal) {
        guard ResourceName.isTopic(topic) else { throw Refusal("InvalidSnsTopic", "Invalid SNS topic: \(topic)") }
        guard settings.resources.contains(topic) else {
            throw Refusal("InvalidSnsTopic", "Could not publish to SNS topic: \(topic)")
        }
    }

    /// Source: truth entry "Lambda not invocable".
    private func checkFunction(_ function: String) throws(Refusal) {
        guard ResourceName.isFunction(function), settings.resources.contains(function) else {
            throw Refusal("InvalidLambdaFunction", "Could not invoke Lambda function: \(function)")
        }
    }

    private func checkOrganization(_ organization: String) throws(Refusal) {
        guard ResourceName.isOrganization(organization), settings.resources.contains(organization) else {
            throw .invalidParameterValue("Could not use WorkMail organization: \(organization)")
        }
    }
}
