import SpecModel

/// Composes a message and queues it for sending.
///
/// Source: API reference p. 47.
/// Note: the reference states no throttle; the send rate of the account limits it.
extension SESv1 {
    static let sendEmail = Operation(
        "SendEmail", family: .sending, "Composes a message from its parts and queues it for sending.", page: 47,
        throttle: nil,
        parameters: [
            Member(
                "Destination", .structure("Destination"), required: true, "The recipients, 50 at most over all lists."),
            Member("Message", .structure("Message"), required: true, "The message, 10 MB at most."),
            Member(
                "ReplyToAddresses", .list(of: .string(format: .emailAddress)), "Where replies are to go.",
                example: ["reply@example.com"]),
            Member(
                "ReturnPath", .string(format: .emailAddress),
                "Where bounces and complaints are to go; a verified address or one of a verified domain.",
                example: "⟦sender⟧"),
            Member(
                "ReturnPathArn", .string(format: .arn), "The identity whose policy lets the caller use ReturnPath.",
                example: "⟦resource:sending-authorization⟧", need: .sendingAuthorization),
            Member(
                "Source", .string(format: .emailAddress), required: true,
                "The sender; a verified address or one of a verified domain, in 7-bit ASCII.", example: "⟦sender⟧"),
            Member(
                "SourceArn", .string(format: .arn), "The identity whose policy lets the caller use Source.",
                example: "⟦resource:sending-authorization⟧", need: .sendingAuthorization),
        ] + laterSendParameters,
        result: [
            Member("MessageId", .string(format: .messageID), required: true, "The message's id.")
        ],
        errors: [
            mailFromDomainNotVerified,
            ErrorCase(
                "MessageRejected", when: "the message may not be sent, such as from an address that is not verified",
                reach: .provoked([
                    Provocation(
                        title: "sends from an address that is not verified",
                        changes: [Provocation.Change("Source", unverifiedAddress)],
                        message: notVerified, evidence: notVerified.evidence),
                    Provocation(
                        "display-name", title: "sends from an address with a display name that is not verified",
                        changes: [
                            Provocation.Change("Source", "Test <⟦name:unverified⟧@⟦name:unverified⟧.example.net>")
                        ],
                        message: notVerified,
                        evidence: Evidence(.published, "ymirapp/wordpress-plugin#16", date: "2023-09-21")),
                    Provocation(
                        "return-path", title: "names a return path that is not verified",
                        changes: [Provocation.Change("ReturnPath", unverifiedAddress)],
                        evidence: .documented(page: 47)),
                ])),
        ] + laterSendErrors,
        fixture: Fixture(
            needs: [.verifiedIdentity],
            setup: [verifySender],
            result: ["MessageId": "⟦message-id⟧"],
            Evidence(
                .published, "boto3 pastes; ex-aws/ex_aws_ses RequestId 8194094b-c58a-11e6-b49d-838795cc7d3f",
                date: "2016-12-19")
        ),
        observations: sendEmailObservations
    )

    private static let sendEmailObservations: [Observation] = [
        Observation(
            "the message is accepted", status: 200,
            Evidence(
                .published, "boto3 pastes; ex-aws/ex_aws_ses RequestId 8194094b-c58a-11e6-b49d-838795cc7d3f",
                date: "2016-12-19")),
        Observation(
            "IAM or a sending policy denies it; the resource is the sender's identity, or a recipient's", status: 403,
            code: "AccessDenied",
            message: "User `⟦any⟧' is not authorized to perform `ses:SendEmail' on resource `⟦any⟧'",
            Evidence(
                .published,
                "emfoundation/ce100-app#572; dwyl/aws-ses-lambda#10; danielireson/formplug#11; "
                    + "aws-samples/aws-serverless-batch-architecture#1")),
        Observation(
            "more mails in a second than the account may send", status: 400, code: "Throttling",
            message: "Maximum sending rate exceeded.",
            Evidence(
                .published,
                "awsdocs/amazon-ses-developer-guide#60 RequestId 8f23e6e6-b4f2-4572-b426-343b370cb32c; aws/aws-sdk#76",
                date: "2022-05-17")),
        // The wording that the suite looks for is not known to be the whole.
        Observation(
            "more mails in 24 hours than the account may send", status: 400, code: "Throttling",
            Evidence(.published, "boto/boto:boto/ses/connection.py (live suite)")),
        Observation(
            "the source, or in the sandbox a recipient, is not verified; the region in capitals, the identities "
                + "as given", status: 400, code: "MessageRejected", message: notVerified.text,
            Evidence(
                .published,
                "FuelPHP log 2016-07-22; mettle/sendportal#94; ymirapp/wordpress-plugin#16; aws-cognito-passwordless#8",
                date: "2016-07-22")),
        Observation(
            "the list of identities that are not verified is cut", status: 400, code: "MessageRejected",
            message: notVerified.text + "...",
            Evidence(
                .published, "aws/aws-sdk-php#1654 RequestId 58e89ac1-d665-11e8-ac15-499d3915ff39", date: "2018-10-23")),
        Observation(
            "a blank in the domain of an address", status: 400, code: "InvalidParameterValue",
            message: "Domain contains control or whitespace",
            Evidence(.published, "monde-sistemas/delphi-aws-ses#22; boto/boto3#4587", date: "2025-08-06")),
        Observation(
            "an address without a domain", status: 400, code: "InvalidParameterValue", message: "Missing domain",
            Evidence(
                .published, "brave/accounts#35 RequestId d4727599-e6f4-494a-bf40-6880993c65a5", date: "2025-03-24")),
        Observation(
            "an address without '@'", status: 400, code: "InvalidParameterValue", message: "Missing final '@domain'",
            Evidence(.published, "cloud-custodian/cloud-custodian#885", date: "2017-02-01")),
        Observation(
            "more than 50 recipients", status: 400, code: "InvalidParameterValue",
            message: "Recipient count exceeds 50.",
            Evidence(.published, "doubleunion/arooo#243", date: "2016")),
        Observation(
            "no Message and no Destination", status: 400, code: "ValidationError",
            message: "2 validation errors detected: Value null at 'message' failed to satisfy constraint: Member must "
                + "not be null; Value null at 'destination' failed to satisfy constraint: Member must not be null",
            Evidence(.published, "aws-amplify/aws-sdk-ios#27", date: "2014")),
        Observation(
            "an unknown configuration set", status: 400, code: "ConfigurationSetDoesNotExist",
            message: "Configuration set <⟦any⟧> does not exist.",
            Evidence(
                .published, "stub of a captured answer, RequestId 659dd3aa-f235-11e7-8e98-893a4841b6c6", date: "2018-01"
            )),
        Observation(
            "other characters in a tag's name; told before its value's, and before the source's verification",
            status: 400, code: "InvalidParameterValue",
            message: "Invalid tag name <⟦any⟧>: only alphanumeric ASCII characters, '_',  '-' are allowed.",
            localStackTags),
        Observation(
            "a tag's name of over 255 characters", status: 400, code: "InvalidParameterValue",
            message: "Tag name cannot exceed 255 characters.", localStackTags),
        Observation(
            "a tag's value of over 255 characters", status: 400, code: "InvalidParameterValue",
            message: "Tag value cannot exceed 255 characters.", localStackTags),
        Observation(
            "an empty tag name", status: 400, code: "InvalidParameterValue", message: "The tag name must be specified.",
            localStackTags),
        Observation(
            "other characters in a tag's value, as worded in 2023", status: 400, code: "InvalidParameterValue",
            message: "Invalid tag value <⟦any⟧>: only alphanumeric ASCII characters, '_', and '-' are allowed.",
            Evidence(
                .published, "localstack/localstack#8588 RequestId 7a8b9317-e8c6-4ae9-a999-f7ee53ffe487",
                date: "2023-06-28")),
    ]

    private static let localStackTags = Evidence(
        .published, "localstack/localstack:tests/aws/services/ses/test_ses.snapshot.json test_invalid_tags_send_email",
        date: "2024-07-30")
}
