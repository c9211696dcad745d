import SpecModel

/// Tells the account's sending limits and how much of them is used.
///
/// Source: API reference p. 30.
extension SESv1 {
    static let getSendQuota = Operation(
        "GetSendQuota", family: .statistics, "Tells the account's sending limits and how much of them is used.",
        page: 30,
        result: [
            Member("Max24HourSend", .double, required: true, "Mails that may be sent in 24 hours; -1 for no limit."),
            Member("MaxSendRate", .double, required: true, "Mails that may be sent in a second."),
            Member("SentLast24Hours", .double, required: true, "Mails that were sent in the last 24 hours."),
        ],
        fixture: Fixture(
            result: ["Max24HourSend": "⟦number⟧", "MaxSendRate": "⟦number⟧", "SentLast24Hours": "⟦number⟧"],
            Evidence(
                .published, "boto/botocore:tests/unit/response_parsing/xml/responses/ses-get-send-quota.xml",
                date: "2013-03")
        ),
        observations: [
            Observation(
                "an account in the sandbox", status: 200,
                Evidence(
                    .published,
                    "boto/botocore:tests/unit/response_parsing/xml/responses/ses-get-send-quota.xml; "
                        + "index file id 1323530830 (python SES client) RequestId ba515dd9-a04f-11e0-9268-25f102548904",
                    date: "2011-06 / 2013-03")),
            Observation(
                "an account in the sandbox: the same members in another order", status: 200,
                Evidence(
                    .published, "ex_aws_ses fork parser_test.exs RequestId 12c706f8-0487-11e9-9129-897ed4cc1009",
                    date: "2018-12")),
            Observation(
                "an account in the sandbox: 200.0 a day, 1.0 a second", status: 200,
                Evidence(
                    .published,
                    "localstack/localstack:tests/aws/services/ses/test_ses.snapshot.json test_sent_message_counter",
                    date: "2024-11-27")),
            Observation(
                "IAM denies the action", status: 403, code: "AccessDenied",
                message: "User: ⟦any⟧ is not authorized to perform: ses:GetSendQuota",
                Evidence(.published, "django-ses/django-ses#85", date: "2016-02")),
        ]
    )
}
