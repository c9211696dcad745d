import SpecModel

/// How far the verification of an identity is.
///
/// Source: API reference p. 81.
extension SESv1 {
    static let identityVerificationAttributes = Structure(
        "IdentityVerificationAttributes", "The state of an identity's verification.", page: 81,
        members: [
            Member(
                "VerificationStatus", .enumeration(["Pending", "Success", "Failed", "TemporaryFailure", "NotStarted"]),
                required: true, "How far the verification is."),
            Member(
                "VerificationToken", .string(format: .verificationToken),
                "What the domain's TXT record must hold; for domains only."),
        ]
    )
}
