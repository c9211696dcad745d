/// The account as a whole.
extension Account {
    /// Source: API v2 reference, GetAccount; truth entry "VdmAttributes/Details never set".
    mutating func getAccount(_ context: Context, _ answer: inout JSONAnswerWriter) {
        let sent = statistics.sentLast24Hours(at: context.now)
        let limits = settings.limits
        answer.leaf("DedicatedIpAutoWarmupEnabled", false)
        answer.leaf("EnforcementStatus", "HEALTHY")
        answer.leaf("ProductionAccessEnabled", settings.access == .production)
        answer.object("SendQuota") { quota in
            quota.leaf("Max24HourSend", limits.daily)
            quota.leaf("MaxSendRate", limits.rate)
            quota.leaf("SentLast24Hours", Double(sent))
        }
        answer.leaf("SendingEnabled", true)
        answer.object("SuppressionAttributes") { $0.list("SuppressedReasons", ["BOUNCE", "COMPLAINT"]) }
        if let details { answer.object("Details") { $0.details(details) } }
    }

    /// Production access is not the service's to give: who asks for it from the sandbox is under review from then
    /// on, and who has it keeps it.
    ///
    /// Source: API v2 reference, PutAccountDetails; truth entry "review already under way or denied".
    mutating func putAccountDetails(_ input: Arguments) throws(Refusal) {
        if details?.review == .pending { throw Refusal("ConflictException", status: 409, nil) }
        let isReviewed = settings.access == .sandbox && input.boolean("ProductionAccessEnabled") == true
        details = AccountDetails(
            mailType: input.required("MailType"), websiteURL: input.required("WebsiteURL"),
            contactLanguage: input.text("ContactLanguage"), useCase: input.text("UseCaseDescription"),
            contacts: input.texts("AdditionalContactEmailAddresses"),
            review: settings.access == .production ? .granted : isReviewed ? .pending : nil)
    }
}

extension JSONAnswerWriter {
    fileprivate mutating func details(_ details: AccountDetails) {
        leaf("MailType", details.mailType)
        leaf("WebsiteURL", details.websiteURL)
        leaf("ContactLanguage", ifPresent: details.contactLanguage)
        leaf("UseCaseDescription", ifPresent: details.useCase)
        if !details.contacts.isEmpty { list("AdditionalContactEmailAddresses", details.contacts) }
        if let review = details.review { object("ReviewDetails") { $0.leaf("Status", review.rawValue) } }
    }
}
