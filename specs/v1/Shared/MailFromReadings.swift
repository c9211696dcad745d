import SpecModel

/// What GetIdentityMailFromDomainAttributes answers for `⟦name:identity⟧@⟦name:domain⟧.example.com`.
///
/// Source: API reference p. 60 and p. 80.
extension SESv1 {
    /// A MAIL FROM domain is set, whatever is done without an MX record.
    static let mailFromSet = Expectation.result(
        [
            "MailFromDomainAttributes": [
                "⟦name:identity⟧@⟦name:domain⟧.example.com": [
                    "MailFromDomain": "mail.⟦name:domain⟧.example.com",
                    "MailFromDomainStatus": "⟦one-of:Pending|Success|Failed|TemporaryFailure⟧",
                    "BehaviorOnMXFailure": "⟦one-of:UseDefaultValue|RejectMessage⟧",
                ]
            ]
        ], .documented(page: 80))

    /// No MAIL FROM domain is set, as far as the reference tells how that looks.
    static let mailFromCleared: [Expectation] = [
        .result(
            [
                "MailFromDomainAttributes": [
                    "⟦name:identity⟧@⟦name:domain⟧.example.com": [
                        "BehaviorOnMXFailure": "⟦one-of:UseDefaultValue|RejectMessage⟧"
                    ]
                ]
            ], .documented(page: 60)),
        .result(["MailFromDomainAttributes": [:]], .documented(page: 60)),
        // All three members are required by p. 80: so a service may give them and leave the domain empty.
        .result(
            [
                "MailFromDomainAttributes": [
                    "⟦name:identity⟧@⟦name:domain⟧.example.com": [
                        "MailFromDomain": "",
                        "MailFromDomainStatus": "⟦one-of:Pending|Success|Failed|TemporaryFailure⟧",
                        "BehaviorOnMXFailure": "⟦one-of:UseDefaultValue|RejectMessage⟧",
                    ]
                ]
            ], .documented(page: 80)),
    ]
}
