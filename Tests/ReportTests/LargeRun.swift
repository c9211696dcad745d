import Conformance
import Diff
import Foundation
import SpecModel

/// A run as large as one against an emulator that has much wrong: 28 operations of 41, most with failures.
enum LargeRun {
    private static let names: [String] = [
        "CloneReceiptRuleSet", "CreateReceiptFilter", "CreateReceiptRule", "CreateReceiptRuleSet", "DeleteIdentity",
        "DeleteIdentityPolicy", "DeleteReceiptFilter", "DeleteReceiptRule", "DeleteReceiptRuleSet",
        "DeleteVerifiedEmailAddress", "DescribeActiveReceiptRuleSet", "DescribeReceiptRule", "DescribeReceiptRuleSet",
        "GetIdentityDkimAttributes", "GetIdentityMailFromDomainAttributes", "GetIdentityNotificationAttributes",
        "GetIdentityPolicies", "GetIdentityVerificationAttributes", "GetSendQuota", "GetSendStatistics",
        "ListIdentities", "ListIdentityPolicies", "ListReceiptFilters", "ListReceiptRuleSets",
        "ListVerifiedEmailAddresses", "PutIdentityPolicy", "ReorderReceiptRuleSet", "SendBounce", "SendEmail",
        "SendRawEmail", "SetActiveReceiptRuleSet", "SetIdentityDkimEnabled", "SetIdentityFeedbackForwardingEnabled",
        "SetIdentityHeadersInNotificationsEnabled", "SetIdentityMailFromDomain", "SetIdentityNotificationTopic",
        "SetReceiptRulePosition", "UpdateReceiptRule", "VerifyDomainDkim", "VerifyDomainIdentity",
        "VerifyEmailIdentity",
    ]

    static let result: RunResult = {
        var cases: [CaseResult] = []
        var support: [OperationSupport] = []
        for (number, name) in names.enumerated() {
            let isSupported = number % 3 != 1
            support.append(
                OperationSupport(
                    api: .v1, operation: name, isSupported: isSupported,
                    seen: isSupported ? "200 text/xml" : "500 text/html, 265 bytes"))
            for place in 0..<17 { cases.append(one(name, number, place, isSupported)) }
        }
        return RunResult(
            endpoint: "http://127.0.0.1:5000", isEmbedded: false, run: "k3f9", started: Date(timeIntervalSince1970: 0),
            duration: 8.2, exchanges: 2_512, toolVersion: "0.1.0", cases: cases, support: support)
    }()

    private static func one(_ name: String, _ number: Int, _ place: Int, _ isSupported: Bool) -> CaseResult {
        let axis = Axis.allCases[place % Axis.allCases.count]
        let fails = isSupported && number % 7 != 0 && (place + number) % 4 == 0
        let kind = (place * 5 + number) % 13
        let finding = Finding(
            step: "",
            difference: Difference(
                path: "status", kind: .accepted, expected: "400 ValidationError", actual: "200 \(name)Response",
                severity: .error),
            cause: Cause(id: "rule-\(kind)/accepted", title: "fault of kind \(kind) accepted"),
            golden: "v1/\(name)/case-\(place).xml")
        return CaseResult(
            id: "v1/\(name)/case-\(place)", api: .v1, operation: name, axis: axis, rule: "rule-\(kind)",
            title: "does \(kind) wrong", requirement: "", source: .documented(page: .number(number)),
            outcome: !isSupported ? .unsupported : fails ? .failed : .passed, findings: fails ? [finding] : [],
            exchanges: fails
                ? [
                    ExchangeRecord(
                        step: "", curl: "curl -sS 'http://127.0.0.1:5000/' --data-raw 'Action=\(name)'", expected: "",
                        actual: "HTTP/1.1 200 OK")
                ] : [])
    }
}
