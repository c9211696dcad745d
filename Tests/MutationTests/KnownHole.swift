@testable import Mutation

/// Faults that no case notices yet, though one could: to be mended in the judge or the cases, not here.
struct KnownHole: Sendable {
    let reason: String
    let holds: @Sendable (MutantResult) -> Bool

    static let all: [KnownHole] = [
        KnownHole(reason: "no case has such a request") { requests.contains($0.what) }
    ]

    private static let requests: Set<String> = [
        "SendBounce ignores BouncedRecipientInfoList.RecipientArn", "SendBounce ignores BounceSenderArn",
        "SendEmail ignores ReturnPathArn", "SendEmail ignores SourceArn", "SendRawEmail ignores FromArn",
        "SendRawEmail ignores ReturnPathArn", "SendRawEmail ignores Source", "SendRawEmail ignores SourceArn",

        "GetIdentityPolicies.PolicyNames: length from 2 to 64", "GetIdentityPolicies.PolicyNames: count from 1 to 19",
        "PutIdentityPolicy.Policy: length from 1 to 4095",
        "DeleteIdentityPolicy.PolicyName: length from 2 to 64", "PutIdentityPolicy.PolicyName: length from 2 to 64",
        "GetIdentityDkimAttributes.Identities: count from 1 to 99",
        "GetIdentityMailFromDomainAttributes.Identities: count from 1 to 99",
        "GetIdentityNotificationAttributes.Identities: count from 1 to 99",
        "GetIdentityVerificationAttributes.Identities: count from 1 to 99",
        "AddHeaderAction.HeaderName: length from 2 to 50", "AddHeaderAction.HeaderValue: length from 1 to 2048",
        "ExtensionField.Name: length from 2 to 50", "ExtensionField.Value: length from 1 to 2048",
        "ReceiptRule.Name: length from 2 to 64",
    ]
}

extension MutantResult {
    func isIn(_ hole: KnownHole) -> Bool { hole.holds(self) }
}
