/// What a case needs of an endpoint beyond the operation itself.
///
/// A need is met by what the endpoint grants when probed, or by `--resource KIND=VALUE`; a case
/// whose need is not met is blocked, never failed.
public enum Need: String, Sendable, Hashable, CaseIterable {
    /// Verifying an address makes it usable at once, or `--sender` names a verified one.
    case verifiedIdentity = "verified-identity"
    /// A topic that notifications about an identity's mail may go to.
    case snsTopic = "sns-topic"
    /// A topic that the service itself can publish to, as it tries when a receipt action names one.
    case publishableTopic = "publishable-topic"
    case s3Bucket = "s3-bucket"
    case kmsKey = "kms-key"
    case lambdaFunction = "lambda-function"
    case workmailOrganization = "workmail-organization"
    /// The message id of a mail that the service received for the account within 24 hours.
    case receivedMail = "received-mail"
    /// A region in which the service receives mail.
    case receivingRegion = "receiving-region"
    /// An identity ARN under which a sending authorization policy lets the caller send.
    case sendingAuthorization = "sending-authorization"
    /// Requests with a wrong signature are refused.
    case signatureCheck = "signature-check"
    /// The account's details may be changed at any time: no review of them is under way.
    case accountDetails = "account-details"
    /// Predictive inbox placement tests, which an account has after it enabled the deliverability dashboard.
    case deliverabilityDashboard = "deliverability-dashboard"
    /// Requests reach the endpoint byte for byte as a case has them, which only plain `http` does.
    case plainHTTP = "plain-http"

    /// The value that `⟦resource:…⟧` stands for unless the user names another.
    public var defaultResource: String? {
        switch self {
        case .verifiedIdentity, .receivingRegion, .receivedMail, .signatureCheck, .accountDetails,
            .deliverabilityDashboard, .plainHTTP:
            nil
        case .snsTopic, .publishableTopic: "arn:aws:sns:us-east-1:123456789012:ses-conformance"
        case .s3Bucket: "ses-conformance-bucket"
        case .kmsKey: "arn:aws:kms:us-east-1:123456789012:alias/aws/ses"
        case .lambdaFunction: "arn:aws:lambda:us-east-1:123456789012:function:ses-conformance"
        case .workmailOrganization:
            "arn:aws:workmail:us-east-1:123456789012:organization/m-68755160c4cb4e29a2b2f8fb58f359d7"
        case .sendingAuthorization: "arn:aws:ses:us-east-1:123456789012:identity/example.com"
        }
    }
}

/// A way to find out once in a run whether an endpoint offers what cases need.
///
/// A need that has several is met where one succeeds. A probe holds nothing that could be left out: a fault in that
/// would block the cases that should show it.
public struct NeedProbe: Sendable {
    public let need: Need
    /// Made before; the need is not met where one is refused that should be accepted, or accepted that should be refused.
    public let steps: [Step]
    /// Where the answer of a step holds the resource itself: the capture's key.
    public let resource: String?

    public init(_ need: Need, steps: [Step], resource: String? = nil) {
        self.need = need
        self.steps = steps
        self.resource = resource
    }
}
