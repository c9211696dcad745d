import SpecModel

/// How the verification of an identity went.
///
/// Source: the public service model.
extension SESv2 {
    static let verificationInfo = Structure(
        "VerificationInfo", "How the verification of an identity went.", page: "GetEmailIdentity",
        members: [
            Member("LastCheckedTimestamp", .timestamp, "When it was last looked at.", note: untold),
            Member("LastSuccessTimestamp", .timestamp, "When it last succeeded.", note: untold),
            Member("ErrorType", .enumeration(verificationErrors), "Why it failed.", note: untold),
            Member("SOARecord", .structure("SOARecord"), "Who is in charge of the domain's DNS.", note: untold),
        ], isLater: true)

    static let soaRecord = Structure(
        "SOARecord", "Who is in charge of a domain's DNS.", page: "GetEmailIdentity",
        members: [
            Member("PrimaryNameServer", .string(), "The first name server.", note: untold),
            Member("AdminEmail", .string(), "Whom to write to.", note: untold),
            Member("SerialNumber", .long, "The version of the zone.", note: untold),
        ], isLater: true)

    private static let untold = "came after the reference: taken if it is there, never required"

    private static let verificationErrors = [
        "SERVICE_ERROR", "DNS_SERVER_ERROR", "HOST_NOT_FOUND", "TYPE_NOT_FOUND", "INVALID_VALUE",
        "REPLICATION_ACCESS_DENIED", "REPLICATION_PRIMARY_NOT_FOUND", "REPLICATION_PRIMARY_BYO_DKIM_NOT_SUPPORTED",
        "REPLICATION_REPLICA_AS_PRIMARY_NOT_SUPPORTED", "REPLICATION_PRIMARY_INVALID_REGION",
    ]
}
