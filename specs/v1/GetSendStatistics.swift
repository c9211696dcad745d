import SpecModel

/// Gives counters of the last two weeks of sending.
///
/// Source: API reference p. 32.
/// Note: a new account has no data points, and counters lag by up to a data point's 15 minutes.
extension SESv1 {
    static let getSendStatistics = Operation(
        "GetSendStatistics", family: .statistics, "Gives counters of the last two weeks of sending, by 15 minutes.",
        page: 32,
        result: [
            Member(
                "SendDataPoints", .list(of: .structure("SendDataPoint"), accountWide: true), required: true,
                "The data points, in no order.")
        ],
        fixture: Fixture(result: ["SendDataPoints": []], .documented(page: 32)),
        observations: [
            Observation(
                "one data point", status: 200,
                Evidence(
                    .published,
                    "index file id 1323530830 (python SES client) RequestId d9263087-a063-11e0-a423-636455206539",
                    date: "2011-06-27")),
            Observation(
                "one data point: the same members in another order", status: 200,
                Evidence(
                    .published, "ex_aws_ses fork parser_test.exs RequestId e7ccb0d6-048a-11e9-bc84-65c13fca9f09",
                    date: "2018-12")),
            Observation(
                "many data points: quarters of an hour, not in the order of time", status: 200,
                Evidence(
                    .published,
                    "cloud-custodian/cloud-custodian:tests/data/placebo/test_ses_agg_send_stats/"
                        + "email.GetSendStatistics_1.json",
                    date: "2022-10")),
        ]
    )
}
