import SpecModel

/// Queues a message for sending that the client wrote whole.
///
/// Source: API reference p. 51.
/// Note: the reference states no throttle; the send rate of the account limits it.
extension SESv1 {
    static let sendRawEmail = Operation(
        "SendRawEmail", family: .sending, "Queues a message for sending that the client wrote, headers and all.",
        page: 51, throttle: nil,
        parameters: [
            Member(
                "Destinations", .list(of: .string(format: .emailAddress)),
                "The recipients, 50 at most; without them, those of the message's headers.",
                example: ["success+destination@simulator.amazonses.com"]),
            Member(
                "FromArn", .string(format: .arn), "The identity whose policy lets the caller use the From header.",
                example: "⟦resource:sending-authorization⟧", need: .sendingAuthorization),
            Member("RawMessage", .structure("RawMessage"), required: true, "The message, 10 MB at most."),
            Member(
                "ReturnPathArn", .string(format: .arn),
                "The identity whose policy lets the caller use the return path.",
                example: "⟦resource:sending-authorization⟧", need: .sendingAuthorization),
            Member(
                "Source", .string(format: .emailAddress),
                "The sender, in 7-bit ASCII; without it, that of the From header.", example: "⟦sender⟧"),
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
                        title: "sends from an address that is not verified, by Source and by header",
                        changes: [
                            Provocation.Change("Source", unverifiedAddress),
                            Provocation.Change("RawMessage.Data", .blob(unverifiedMessage)),
                        ],
                        message: notVerified, evidence: notVerified.evidence),
                    Provocation(
                        "header", title: "sends from an address that is not verified, by header alone",
                        changes: [Provocation.Change("RawMessage.Data", .blob(unverifiedMessage))],
                        message: notVerified, evidence: notVerified.evidence),
                ])),
        ] + laterSendErrors,
        fixture: Fixture(
            needs: [.verifiedIdentity],
            setup: [verifySender],
            result: ["MessageId": "⟦message-id⟧"],
            Evidence(.published, "anymail/django-anymail tests; evanhoffman.com 2011", date: "2018-03-17")
        ),
        observations: sendRawEmailObservations
    )

    private static let unverifiedMessage = """
        From: ⟦name:unverified⟧@⟦name:unverified⟧.example.net\r
        To: success@simulator.amazonses.com\r
        Subject: Conformance test\r
        \r
        Conformance test\r

        """

    private static let sendRawEmailObservations: [Observation] = [
        Observation(
            "the message is accepted", status: 200,
            Evidence(
                .published,
                "anymail/django-anymail tests; evanhoffman.com 2011 RequestId 64e75a47-bd33-11e0-9d09-8f08f31615ad",
                date: "2018-03-17")),
        Observation(
            "the source is not verified", status: 400, code: "MessageRejected", message: notVerified.text,
            Evidence(
                .published,
                "deliciousbrains/wp-offload-ses-lite#41; WPManageNinja/fluent-smtp#74, #103, #61; "
                    + "localstack/localstack:tests/aws/services/ses/test_ses.snapshot.json")),
        Observation(
            "an empty Source, or an address without '@'", status: 400, code: "InvalidParameterValue",
            message: "Missing final '@domain'",
            Evidence(
                .published, "boto/boto#351; RequestId 4dbff96d-0962-11e5-ac94-dbc2e43ecbb8 (2015)", date: "2011-09-22")),
        Observation(
            "a header without a name", status: 400, code: "InvalidParameterValue",
            message: "Empty header names are illegal.",
            Evidence(.published, "aws/aws-sdk-js#4121; arithmetric/aws-lambda-ses-forwarder#123", date: "2022-06-08")),
        Observation(
            "no Source and no From header", status: 400, code: "InvalidParameterValue",
            message: "Missing required header 'From'.",
            Evidence(
                .published, "aws/aws-sdk-php#68; loopingz/aws-smtp-relay#6; baturorkun/aws-ses-sender#4",
                date: "2018-03-14")),
        Observation(
            "no Destinations and no To header", status: 400, code: "InvalidParameterValue",
            message: "Missing required header 'To'.",
            Evidence(.published, "aristidb/aws#73; tastyigniter/TastyIgniter#895", date: "2013-05-28")),
        Observation(
            "content of a kind that the service does not take", status: 400, code: "InvalidParameterValue",
            message: "Illegal content.",
            Evidence(
                .published, "drewblas/aws-ses#51 RequestId 4a10dfc3-b14b-11e3-a5d3-bdfbde8256a3", date: "2014-03-21")),
        Observation(
            "a group in a list of addresses", status: 400, code: "InvalidParameterValue", message: "Nested group",
            Evidence(
                .published, "nodemailer/nodemailer#1603 RequestId b9340b8e-1d43-4a18-9d9d-803f8a6746a3",
                date: "2023-12-21")),
    ]
}
