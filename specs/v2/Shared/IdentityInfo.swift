import SpecModel

/// An identity as the list of them shows it.
///
/// Source: the public service model; cloud-custodian/cloud-custodian, a recorded list of one.
extension SESv2 {
    static let identityInfo = Structure(
        "IdentityInfo", "An identity as the list of them shows it.", page: "ListEmailIdentities",
        members: [
            Member("IdentityType", .enumeration(identityTypes), "Whether it is an address or a domain."),
            Member("IdentityName", .string(length: notEmpty, format: .identity), "The address or the domain."),
            Member("SendingEnabled", .boolean, "Whether mail may be sent from it."),
            Member(
                "VerificationStatus", .enumeration(verificationStatuses), "How far its verification is.",
                isLater: true),
        ])
}
