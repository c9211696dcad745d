import SpecModel

/// Calls a Lambda function for a received mail.
///
/// Source: API reference p. 82.
extension SESv1 {
    static let lambdaAction = Structure(
        "LambdaAction", "Calls a Lambda function for a received mail.", page: 82,
        members: [
            Member(
                "FunctionArn", .string(format: .arn), required: true, "Function to call.",
                example: "⟦resource:lambda-function⟧", need: .lambdaFunction),
            Member(
                "InvocationType", .enumeration(["Event", "RequestResponse"]),
                "Whether the rule waits for the function.", example: "Event", defaultValue: "Event",
                note: "whether an answer shows the default that was left out is not known, so examples give it"),
            actionTopic,
        ])
}
