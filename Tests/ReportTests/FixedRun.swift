import Conformance
import Diff
import Foundation
import SpecModel

/// One run for all reporters: a plausible emulator, and texts that mean harm.
enum FixedRun {
    static let title = "missing required parameter accepted"
    /// What an endpoint may answer to do a reader harm.
    static let hostile =
        "<script>alert(\"1\")</script> ]]> a|b `code` \u{1B}[31mred\u{1B}[0m \u{0}\u{7F}\u{9B}2J \u{FFFE} "
        + "\u{202E}desrever\u{202C} \r\nnext & 'last' \\ ⟦⟦x⟧⟧ 日本語 \u{1F600}"
    /// A megabyte that begins like any answer.
    static let huge = "<Huge>" + String(repeating: "0123456789abcdef", count: 65_536)
    static let result: RunResult = {
        var run = RunResult(
            endpoint: "http://127.0.0.1:5000", isEmbedded: false, run: "k3f9",
            started: Date(timeIntervalSince1970: 1_795_253_400.25), duration: 8.2345, exchanges: 1_840,
            toolVersion: "0.1.0", cases: cases.sorted { $0.id < $1.id }, support: support,
            remarks: ["counters were not judged exactly", "a remark that means harm: \(hostile)"],
            staleBaseline: ["v1/ListIdentities/minimal, path status, cause minimal/status"])
        for index in run.cases.indices where run.cases[index].id.hasSuffix("/special-characters-subject") {
            run.cases[index].shrunk = ShrunkRequest(
                cause: "special-characters/unexpected", changes: ["without Tags", "Subject cut to \"\(hostile)\""],
                curl: "curl -sS 'http://127.0.0.1:5000/' --data-raw 'B=\(hostile)'")
        }
        for index in run.cases.indices where run.cases[index].operation == "CreateTemplate" {
            for place in run.cases[index].findings.indices {
                run.cases[index].findings[place].baseline = "moto checks no template"
            }
        }
        return run
    }()

    /// The same as a part of a run.
    static let shard: RunResult = {
        var run = result
        run.cases[0].retries = 2
        run.shard = Shard(index: 2, count: 3).map { shard in
            ShardRecord(
                shard: shard, selection: ["--api", "v1"], suite: "5e1f7e57", total: 3 * run.cases.count,
                accepted: ["v1/SendEmail"], remarks: ["a remark"],
                evidence: [
                    "v1/SendEmail/minimal": .init(shown: [.refusal, .content], shrunk: []),
                    "v1/SendEmail/missing-source": .init(
                        shown: nil, shrunk: [ShrunkRequest(cause: "a/b", changes: ["without Tags"], curl: "curl")]),
                ])
        }
        return run
    }()

    // MARK: - Results

    private static var cases: [CaseResult] {
        missing + sendEmail + lists + passing("GetSendQuota") + passing("GetSendStatistics")
            + passing("SendEmail") + passing("ListIdentities") + passing("VerifyEmailIdentity") + others
    }

    private static var missing: [CaseResult] {
        ["destination", "message"].map {
            accepted("SendEmail", "missing-\($0)", "omits \($0.prefix(1).uppercased())\($0.dropFirst())")
        } + [
            accepted("VerifyEmailIdentity", "missing-email-address", "omits EmailAddress"),
            accepted("CreateTemplate", "missing-template", "omits Template"),
        ]
    }

    private static var sendEmail: [CaseResult] {
        let wording = finding(
            "ErrorResponse/Error/Message", .wording, "1 validation error", "nope", .warning,
            Cause(id: "missing-required/wording", title: "error message worded otherwise"))
        return [
            one(
                "SendEmail", "missing-source", .errors, "omits Source", .failed,
                [
                    finding(
                        "ErrorResponse/Error/Code", .code, "⟦one-of:ValidationError|MissingParameter⟧",
                        "MessageRejected", .error,
                        Cause(
                            id: "missing-required/code",
                            title: "missing required parameter answered with another code")),
                    wording,
                ]),
            one(
                "SendEmail", "special-characters-subject", .values, "sends a subject of special characters", .failed,
                [
                    finding(
                        "SendEmailResponse/\(hostile)", .unexpected, nil, hostile, .error,
                        Cause(id: "special-characters/unexpected", title: "unexpected element")),
                    finding(
                        "SendEmailResponse/SendEmailResult/MessageId", .missing, "⟦message-id⟧", nil, .error,
                        Cause(id: "special-characters/missing", title: "element missing")),
                ], curl: "curl -sS 'http://127.0.0.1:5000/' --data-raw 'A=\(hostile)'"),
            one(
                "SendEmail", "complete", .shape, "sends all parameters", .passed,
                [
                    finding(
                        "header Content-Type", .header, "text/xml", "text/html; charset=utf-8", .warning,
                        Cause(id: "complete/header", title: "content type of another document"))
                ]),
            one(
                "SendEmail", "recipients-51", .values, "names 51 recipients", .failed,
                [
                    finding(
                        "status", .accepted, "400 MessageRejected", huge, .error,
                        Cause(id: "boundary-outside/accepted", title: "value beyond its bound accepted"))
                ], isNew: true),
        ]
    }

    private static var lists: [CaseResult] {
        let paging = Cause(id: "scenario/paging", title: "pages not as asked for")
        let step = finding(
            "ListIdentitiesResponse/ListIdentitiesResult/Identities", .paging, "at most 2 members", "5 members",
            .error, paging, step: "page-1")
        let setup = "curl -sS 'http://127.0.0.1:5000/' --data-raw 'Action=VerifyDomainIdentity&Domain=a.example'"
        let page = "curl -sS 'http://127.0.0.1:5000/' --data-raw 'Action=ListIdentities&MaxItems=2'"
        return [
            CaseResult(
                id: "v1/ListIdentities/pages-to-the-end", api: .v1, operation: "ListIdentities", axis: .behaviour,
                rule: "scenario", title: "reads all identities in pages of two", requirement: requirement,
                source: .documented(page: 42), outcome: .failed, findings: [step],
                exchanges: [
                    ExchangeRecord(step: "setup", curl: setup, expected: "", actual: ""),
                    ExchangeRecord(
                        step: "page-1", curl: "\(setup)\n\(page)", expected: "<a/>",
                        actual: "HTTP/1.1 200 OK\n\n<b/>"),
                ], duration: 0.02),
            one(
                "ListIdentities", "token-damaged", .behaviour, "follows a damaged token", .observed, [],
                reason: "nobody knows the right answer: 200"),
        ]
    }

    private static var others: [CaseResult] {
        [
            one("SendBounce", "minimal", .shape, "bounces a mail", .blocked, [], reason: "needs received-mail"),
            one("SendBounce", "complete", .shape, "bounces with all", .blocked, [], reason: "needs received-mail"),
            one(
                "SendEmail", "error-message-rejected", .errors, "sends from nobody", .blocked, [],
                reason: "its control v1/SendEmail/minimal-\u{1B}[2J did not pass"),
            one(
                "SendRawEmail", "minimal", .shape, "sends a mail", .broken, [],
                reason: "no answer within 5 s"),
            one("CloneReceiptRuleSet", "minimal", .shape, "clones", .unsupported, [], reason: "500 text/html"),
            one("ReorderReceiptRuleSet", "minimal", .shape, "reorders", .unsupported, [], reason: "500 text/html"),
            one("UpdateReceiptRule", "minimal", .shape, "updates", .unsupported, [], reason: "400 InvalidAction"),
        ]
    }

    private static var support: [OperationSupport] {
        let seen = [
            "CloneReceiptRuleSet": "500 text/html, 265 bytes", "ReorderReceiptRuleSet": "500 text/html, 265 bytes",
            "UpdateReceiptRule": "400 InvalidAction <b>|\u{1B}[1m",
        ]
        let names = Set(cases.map(\.operation)).sorted()
        return names.map {
            OperationSupport(api: .v1, operation: $0, isSupported: seen[$0] == nil, seen: seen[$0] ?? "200 text/xml")
        }
    }

    private static func passing(_ operation: String) -> [CaseResult] {
        [
            one(operation, "present", .operation, "calls it", .passed, []),
            one(operation, "minimal", .shape, "calls it with what is required", .passed, []),
            one(operation, "unknown-parameter", .protocol, "adds an unknown parameter", .passed, []),
        ]
    }

    private static func accepted(_ operation: String, _ name: String, _ title: String) -> CaseResult {
        one(
            operation, name, .errors, title, .failed,
            [
                finding(
                    "status", .accepted, "400 ValidationError", "200 \(operation)Response", .error,
                    Cause(id: "missing-required/accepted", title: FixedRun.title))
            ])
    }

    private static let requirement = "The service MUST answer as documented"

    private static func one(
        _ operation: String, _ name: String, _ axis: Axis, _ title: String, _ outcome: Outcome,
        _ findings: [Finding], reason: String? = nil, curl: String? = nil, isNew: Bool = false
    ) -> CaseResult {
        let command = curl ?? "curl -sS 'http://127.0.0.1:5000/' --data-raw 'Action=\(operation)&Version=2010-12-01'"
        let record = ExchangeRecord(
            step: "", curl: command, expected: "HTTP/1.1 400\n\n<ErrorResponse/>",
            actual: "HTTP/1.1 200 OK\n\n\(hostile)")
        return CaseResult(
            id: "v1/\(operation)/\(name)", api: .v1, operation: operation, axis: axis,
            rule: name.hasPrefix("missing-") ? "missing-required" : name, title: title, requirement: requirement,
            source: .documented(page: 49), outcome: outcome, reason: reason,
            findings: findings.map {
                Finding(
                    step: $0.step, difference: $0.difference, cause: $0.cause,
                    golden: "v1/\(operation)/\(name).xml", baseline: nil)
            }, exchanges: outcome == .passed && findings.isEmpty ? [] : [record], duration: 0.0042, isNew: isNew)
    }

    private static func finding(
        _ path: String, _ kind: Difference.Kind, _ expected: String?, _ actual: String?, _ severity: Severity,
        _ cause: Cause, step: String = ""
    ) -> Finding {
        Finding(
            step: step,
            difference: Difference(path: path, kind: kind, expected: expected, actual: actual, severity: severity),
            cause: cause, golden: "v1/ListIdentities/pages-to-the-end.\(step).xml")
    }
}
