@testable import Mutation

/// Faults that no case notices yet, though one could: to be mended in the judge or the cases, not here.
struct KnownHole: Sendable {
    let reason: String
    let holds: @Sendable (MutantResult) -> Bool

    static let all: [KnownHole] = [
        KnownHole(reason: "of the pages of a list only the last one's envelope is looked at") {
            $0.subject.hasPrefix("v1/ListIdentities/pages-")
        },
        KnownHole(reason: "a missing result is taken for an empty one, which blocks the case") {
            $0.subject.hasSuffix("/envelope")
                && [.resultMissing, .elementRenamed, .elementEmptied].contains($0.faultClass)
        },
        KnownHole(reason: "no case has such a request") { requests.contains($0.what) },
        KnownHole(reason: "the probe of a need holds what the fault is about, so that its cases are blocked") {
            blocking.contains($0.what)
        },
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

    private static let blocking: Set<String> = [
        "SendBounce ignores BouncedRecipientInfoList.BounceType", "SendEmail ignores Destination.ToAddresses",
        "SendEmail ignores Message.Body.Text", "BouncedRecipientInfo.BounceType: refuses DoesNotExist",
        "LambdaAction.InvocationType: refuses Event", "SNSAction.Encoding: refuses UTF-8",
    ]
}

extension MutantResult {
    func isIn(_ hole: KnownHole) -> Bool { hole.holds(self) }
}
