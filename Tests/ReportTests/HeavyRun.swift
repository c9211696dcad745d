import Conformance
import Diff
import Foundation
import SpecModel

/// A run of 3,000 cases whose failures are as long as real ones: two answers each, three commands, three differences.
enum HeavyRun {
    private static let command = """
        curl -sS -X POST 'http://127.0.0.1:5111/' --aws-sigv4 'aws:amz:us-east-1:ses' --user \
        "${AWS_ACCESS_KEY_ID:-test}:${AWS_SECRET_ACCESS_KEY:-test}" -H 'Content-Type: \
        application/x-www-form-urlencoded; charset=utf-8' --data-raw 'Action=
        """
    private static let rule = (1...4).map { number in
        "<member><Name>rule-\(number)</Name><Enabled>true</Enabled><TlsPolicy>Optional</TlsPolicy></member>"
    }.joined()

    /// - Parameter every: each so-manieth case fails; 1 for all.
    static func result(failing every: Int) -> RunResult {
        let cases = (0..<3_000).map { one($0, isFailing: $0 % every == 0) }
        return RunResult(
            endpoint: "http://127.0.0.1:5111", isEmbedded: false, run: "k3f9",
            started: Date(timeIntervalSince1970: 1_795_253_400), duration: 61, exchanges: 9_000, toolVersion: "0.1.0",
            cases: cases.sorted { $0.id < $1.id }, support: [])
    }

    private static func one(_ number: Int, isFailing: Bool) -> CaseResult {
        let operation = "DescribeThingNumber\(number % 60)"
        let axis = Axis.allCases[number % Axis.allCases.count]
        return CaseResult(
            id: "v1/\(operation)/missing-rule-actions-\(number)", api: .v1, operation: operation, axis: axis,
            rule: "missing-required", title: "omits Rule.Actions.member.1.S3Action.BucketName",
            requirement: "The service MUST answer 400 to a request without the member that it requires.",
            source: .documented(page: 90), outcome: isFailing ? .failed : .passed,
            findings: isFailing ? findings(operation, number) : [],
            exchanges: isFailing ? exchanges(operation, number) : [], duration: 0.004)
    }

    private static func findings(_ operation: String, _ number: Int) -> [Finding] {
        [
            ("status", Severity.error), ("\(operation)Response/Metadata/CreatedTimestamp", .warning),
            ("RequestId", .note),
        ]
        .map { path, severity in
            Finding(
                step: "",
                difference: Difference(
                    path: path, kind: .accepted, expected: "400 ⟦one-of:MissingParameter|ValidationError⟧",
                    actual: "200 \(operation)Response", severity: severity),
                cause: Cause(id: "rule-\(number % 50)/\(path)", title: "missing parameter \(number % 50) accepted"),
                golden: "v1/\(operation)/missing-rule-actions-\(number).xml")
        }
    }

    private static func exchanges(_ operation: String, _ number: Int) -> [ExchangeRecord] {
        let setup = "\(command)CreateReceiptRuleSet&Version=2010-12-01&RuleSetName=sc-k3f9-\(number)-rule-set'"
        let create =
            "\(command)CreateReceiptRule&Version=2010-12-01&RuleSetName=sc-k3f9-\(number)-rule-set&Rule.Name=a'"
        let last = "\(command)\(operation)&Version=2010-12-01&RuleSetName=sc-k3f9-\(number)-rule-set'"
        let answer =
            "<\(operation)Response xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><Rules>\(rule)</Rules>"
            + "<ResponseMetadata><RequestId>\(number)</RequestId></ResponseMetadata></\(operation)Response>"
        let received = "200\nServer: Werkzeug/3.1.8\nContent-Type: text/xml\nConnection: close\n\n\(answer)"
        return [("create", [setup, create]), ("", [setup, create, last])].map { step, commands in
            ExchangeRecord(
                step: step, curl: commands.joined(separator: "\n"), expected: "200\n\(answer)\n", actual: received)
        }
    }
}
