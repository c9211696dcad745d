import Diff
import Testing

@Suite struct TypeTests {
    static func enabled(_ text: String) -> String {
        "<Rules><member><Name>sc-r1-1-rule</Name><Enabled>\(text)</Enabled></member></Rules>"
    }
    static let path = "RESULT/Rules/member[Name=sc-r1-1-rule]/Enabled"

    static let rows: [Row] = [
        Row("boolean", "DescribeSet", enabled("⟦any⟧"), enabled("false")),
        Row("boolean in capitals", "DescribeSet", enabled("true"), enabled("True"), "type \(path) error"),
        Row("boolean as a number", "DescribeSet", enabled("⟦any⟧"), enabled("1"), "type \(path) error"),
        Row("empty boolean", "DescribeSet", enabled("⟦any⟧"), enabled(""), "type \(path) error"),
        Row("the other boolean", "DescribeSet", enabled("true"), enabled("false"), "value \(path) error"),
        Row("double", "GetQuota", "<MaxSendRate>⟦number⟧</MaxSendRate>", "<MaxSendRate>1.0</MaxSendRate>"),
        Row(
            "double in another form", "GetQuota", "<MaxSendRate>⟦number⟧</MaxSendRate>", "<MaxSendRate>1</MaxSendRate>",
            "type RESULT/MaxSendRate warning"),
        Row(
            "the same number in another form", "GetQuota", "<MaxSendRate>200.0</MaxSendRate>",
            "<MaxSendRate>200</MaxSendRate>", "type RESULT/MaxSendRate warning"),
        Row(
            "another number", "GetQuota", "<MaxSendRate>200.0</MaxSendRate>", "<MaxSendRate>100.0</MaxSendRate>",
            "value RESULT/MaxSendRate error"),
        Row(
            "another number in another form", "GetQuota", "<MaxSendRate>200.0</MaxSendRate>",
            "<MaxSendRate>100</MaxSendRate>", "value RESULT/MaxSendRate error"),
        Row(
            "no number", "GetQuota", "<MaxSendRate>⟦number⟧</MaxSendRate>", "<MaxSendRate>fast</MaxSendRate>",
            "type RESULT/MaxSendRate error"),
        Row(
            "large double", "GetQuota", "<MaxSendRate>⟦number⟧</MaxSendRate>", "<MaxSendRate>1.0E7</MaxSendRate>"),
        Row("integer", "GetQuota", "<Limit>⟦any⟧</Limit>", "<Limit>-12</Limit>"),
        Row(
            "integer with a fraction", "GetQuota", "<Limit>⟦number⟧</Limit>", "<Limit>1.0</Limit>",
            "type RESULT/Limit error"),
        Row("integer with zeros", "GetQuota", "<Limit>⟦any⟧</Limit>", "<Limit>007</Limit>", "type RESULT/Limit error"),
        Row(
            "integer out of range", "GetQuota", "<Limit>⟦any⟧</Limit>", "<Limit>3000000000</Limit>",
            "type RESULT/Limit error"),
        Row(
            "timestamp", "DescribeSet", "<Metadata><CreatedTimestamp>⟦any⟧</CreatedTimestamp></Metadata>",
            "<Metadata><CreatedTimestamp>2018-12-18T17:55:00.123Z</CreatedTimestamp></Metadata>"),
        Row(
            "timestamp without zone", "DescribeSet",
            "<Metadata><CreatedTimestamp>⟦timestamp⟧</CreatedTimestamp></Metadata>",
            "<Metadata><CreatedTimestamp>2018-12-18 17:55:00</CreatedTimestamp></Metadata>",
            "type RESULT/Metadata/CreatedTimestamp error"),
        Row(
            "a value that is not allowed", "DescribeSet",
            "<Rules><member><Name>a</Name><TlsPolicy>⟦any⟧</TlsPolicy></member></Rules>",
            "<Rules><member><Name>a</Name><TlsPolicy>optional</TlsPolicy></member></Rules>",
            "type RESULT/Rules/member[Name=a]/TlsPolicy error"),
        Row(
            "an allowed value that is not this one", "DescribeSet",
            "<Rules><member><Name>a</Name><TlsPolicy>Require</TlsPolicy></member></Rules>",
            "<Rules><member><Name>a</Name><TlsPolicy>optional</TlsPolicy></member></Rules>",
            "value RESULT/Rules/member[Name=a]/TlsPolicy error"),
        Row(
            "others' members are of their types", "GetStatistics", "<SendDataPoints/>",
            "<SendDataPoints><member><Timestamp>2018-12-18T17:55:00Z</Timestamp><Bounces>1</Bounces></member></SendDataPoints>"
        ),
        Row(
            "others' members are not of their types", "GetStatistics", "<SendDataPoints/>",
            "<SendDataPoints><member><Timestamp>now</Timestamp><Bounces>1</Bounces></member>"
                + "<member><Timestamp>then</Timestamp><Bounces>1</Bounces></member></SendDataPoints>",
            "type RESULT/SendDataPoints/member[+]/Timestamp error"),
        Row(
            "others' members are incomplete", "GetStatistics", "<SendDataPoints/>",
            "<SendDataPoints><member><Timestamp>2018-12-18T17:55:00Z</Timestamp></member></SendDataPoints>",
            "missing RESULT/SendDataPoints/member[+]/Bounces error"),
        Row(
            "anything for a whole structure", "DescribeSet", "<Metadata>⟦any⟧</Metadata>",
            "<Metadata><Name>x</Name></Metadata>"),
        Row(
            "anything for a structure of the right types", "DescribeSet", "<Metadata>⟦any⟧</Metadata>",
            "<Metadata><CreatedTimestamp>x</CreatedTimestamp></Metadata>", "type RESULT/Metadata/CreatedTimestamp error"
        ),
    ]

    @Test("texts are of their members' types", arguments: rows) func types(row: Row) throws { try row.check() }
}
