import SpecModel

/// The state of DKIM for an identity.
///
/// Source: API v2 reference, GetEmailIdentity.
extension SESv2 {
    static let dkimAttributes = Structure(
        "DkimAttributes", "The state of DKIM for an identity.", page: "GetEmailIdentity",
        members: [
            Member("SigningEnabled", .boolean, "Whether mail from the identity is signed."),
            Member(
                "Status", .enumeration(verificationStatuses), "Whether the tokens were found in the domain's DNS."),
            Member(
                "Tokens", .list(of: .string(format: .dkimToken)),
                "What the domain's CNAME records are made from; for domains only."),
            Member(
                "SigningHostedZone", .string(), "Where the records of the tokens point to.", isLater: true),
            Member(
                "SigningAttributesOrigin", .enumeration(signingOrigins),
                "Whose keys sign: those of the service, or the client's own."),
            Member(
                "NextSigningKeyLength", .enumeration(keyLengths), "Length of the keys that come next.",
                isLater: true),
            Member(
                "CurrentSigningKeyLength", .enumeration(keyLengths), "Length of the keys in use.", isLater: true),
            Member(
                "LastKeyGenerationTimestamp", .timestamp, "When the keys in use were made.", isLater: true),
        ])

    static let dkimSigningAttributes = Structure(
        "DkimSigningAttributes", "By what keys the mail of a domain is to be signed.", page: "CreateEmailIdentity",
        members: [
            Member(
                "DomainSigningSelector",
                .string(
                    length: Bound(1...63, by: fromModel),
                    pattern: Pattern(
                        "[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]",
                        "letters, digits and dashes; starts and ends with a letter or digit", by: fromModel)),
                "The name of the public key in the domain's DNS.", note: ownKeys),
            Member(
                "DomainSigningPrivateKey",
                .string(
                    length: Bound(1...20_480, by: fromModel),
                    pattern: Pattern("[a-zA-Z0-9+/]+={0,2}", "base64", by: fromModel)),
                "The private key in base64.", note: ownKeys),
            Member(
                "NextSigningKeyLength", .enumeration(keyLengths), "Length of the service's own keys.",
                isLater: true, note: neverSent),
            Member(
                "DomainSigningAttributesOrigin", .enumeration(signingOrigins), "The region whose keys are used.",
                isLater: true, note: neverSent),
        ])

    private static let ownKeys = "signing by the client's own keys is beyond this spec: nobody has published answers"
}
