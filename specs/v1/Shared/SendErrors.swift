import SpecModel

/// What SendEmail and SendRawEmail have in common: errors, senders and recipients.
///
/// Source: API reference p. 47, p. 49 and p. 53.
extension SESv1 {
    /// An address that nobody verified, below a domain that nobody verified either.
    ///
    /// Not below example.com, which a shared endpoint may hold as a verified domain.
    static let unverifiedAddress: Value = "⟦name:unverified⟧@⟦name:unverified⟧.example.net"

    /// `success+1@simulator.amazonses.com` and so on; the simulator takes any label.
    static func recipients(_ numbers: ClosedRange<Int>) -> Value {
        .list(numbers.map { .text("success+\($0)@simulator.amazonses.com") })
    }

    /// How the service words that a sender is not verified; the region is in capitals.
    static let notVerified = Wording(
        "Email address is not verified. The following identities failed the check in region ⟦any⟧: ⟦any⟧",
        Evidence(
            .published, "FuelPHP log 2016-07-22; mettle/sendportal#94; deliciousbrains/wp-offload-ses-lite#41",
            date: "2016-07-22"))

    static let mailFromDomainNotVerified = ErrorCase(
        "MailFromDomainNotVerified",
        when: "the sender's MAIL FROM domain is set to RejectMessage and its MX record could not be read",
        // Depends on the DNS: the scenario is blocked where the domain's status is Success at once.
        reach: .scenario("mail-from-domain-not-verified"))

    /// Errors that came after the reference: tolerated, never required.
    static let laterSendErrors = [
        ErrorCase(
            "MailFromDomainNotVerifiedException",
            when: "today's spelling of MailFromDomainNotVerified",
            reach: .unreachable("the same as MailFromDomainNotVerified, whose scenario takes both spellings"),
            isLater: true),
        ErrorCase(
            "ConfigurationSetDoesNotExist",
            when: "ConfigurationSetName names no configuration set",
            reach: .unreachable("configuration sets came after the reference"), isLater: true),
        ErrorCase(
            "ConfigurationSetSendingPausedException",
            when: "sending is paused for the configuration set",
            reach: .unreachable("configuration sets came after the reference"), isLater: true),
        ErrorCase(
            "AccountSendingPausedException",
            when: "sending is paused for the whole account",
            reach: .unreachable("pausing an account came after the reference"), isLater: true),
    ]

    /// Parameters that came after the reference, of both sending operations.
    static let laterSendParameters = [
        Member(
            "Tags", .list(of: .structure("MessageTag")), "Labels for event publishing.", isLater: true,
            note: "came after the reference: never sent"),
        Member(
            "ConfigurationSetName", .string(), "The configuration set to send with.", isLater: true,
            note: "came after the reference: never sent"),
    ]
}
