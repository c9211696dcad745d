import Conformance
import Diff
import Foundation
import SpecCatalog
import SpecModel

/// A run against an emulator as CloudMock's page tells of it: seven operations, every identity verified at once, no
/// check of what it is sent, errors without their envelope, and no other API.
enum CloudMockRun {
    private static let names: Set = [
        "DeleteIdentity", "GetIdentityVerificationAttributes", "ListIdentities", "ListVerifiedEmailAddresses",
        "SendEmail", "SendRawEmail", "VerifyEmailIdentity",
    ]

    static let result: RunResult = {
        let operations = Catalog.standard.operations.filter { $0.api == .v1 }
        let support = operations.map { operation in
            let isThere = names.contains(operation.name)
            return OperationSupport(
                api: .v1, operation: operation.name, isSupported: isThere,
                seen: isThere ? "200 text/xml" : "400 InvalidAction")
        }
        return RunResult(
            endpoint: "http://127.0.0.1:4566", isEmbedded: false, run: "k3f9",
            started: Date(timeIntervalSince1970: 1_795_253_400), duration: 2, exchanges: 90, toolVersion: "0.1.0",
            cases: operations.flatMap(cases).sorted { $0.id < $1.id }, support: support)
    }()

    private static func cases(_ operation: SpecModel.Operation) -> [CaseResult] {
        guard names.contains(operation.name) else {
            return [one(operation, "minimal", .operation, "sends the required parameters only", .unsupported)]
        }
        let required = operation.parameters.filter(\.required).map(\.name)
        let missing = required.map { name in
            one(
                operation, "missing-\(name.lowercased())", .errors, "omits \(name)", .failed, kind: .accepted,
                path: "status", rule: "missing-required")
        }
        let envelope = one(
            operation, "error-envelope", .protocol, "looks at what surrounds an error", .failed, kind: .missing,
            path: "ErrorResponse/RequestId", rule: "declared-error")
        let minimal = one(operation, "minimal", .operation, "sends the required parameters only", .passed)
        return [minimal] + missing + (required.isEmpty ? [] : [envelope])
    }

    private static func one(
        _ operation: SpecModel.Operation, _ name: String, _ axis: Axis, _ title: String, _ outcome: Outcome,
        kind: Difference.Kind = .accepted, path: String = "", rule: String = "minimal"
    ) -> CaseResult {
        let difference = Difference(
            path: path, kind: kind, expected: kind == .accepted ? "400 ValidationError" : "⟦request-id⟧",
            actual: kind == .accepted ? "200 \(operation.name)Response" : nil, severity: .error)
        let finding = Finding(
            step: "", difference: difference, cause: Cause(id: "\(rule)/\(kind.rawValue)", title: rule),
            golden: "v1/\(operation.name)/\(name).xml")
        return CaseResult(
            id: "v1/\(operation.name)/\(name)", api: .v1, operation: operation.name, axis: axis, rule: rule,
            title: title, requirement: "", source: .documented(page: operation.page), outcome: outcome,
            findings: outcome == .failed ? [finding] : [])
    }
}
