import SpecModel

/// How far Easy DKIM is set up for an identity.
///
/// Source: API reference p. 79.
extension SESv1 {
    static let identityDkimAttributes = Structure(
        "IdentityDkimAttributes", "The state of Easy DKIM for an identity.", page: 79,
        members: [
            Member("DkimEnabled", .boolean, required: true, "Whether mail from the identity is signed."),
            Member(
                "DkimTokens", .list(of: .string(format: .dkimToken)),
                "What the domain's CNAME records are made from; for an address, those of its domain."),
            Member(
                "DkimVerificationStatus", .enumeration(dkimVerificationStatuses),
                "Whether the tokens were found in the domain's DNS.",
                note: "required by p. 79, but p. 21 and p. 79 say that it is given for domains only"),
        ]
    )

    /// Source: API reference p. 79 and p. 81.
    static let dkimVerificationStatuses = ["Pending", "Success", "Failed", "TemporaryFailure", "NotStarted"]
}
