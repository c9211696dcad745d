/// Faults of the REST-JSON API that nobody notices.
extension Exemption {
    static let ofJSON: [Exemption] =
        of(.parameterIgnored, "no operation reads a mail or a report back", mails)
        + of(
            .parameterIgnored, "without it the service refuses every request: no case passes, all end blocked", needed)
        + of(
            .requiredOff, "without it the request lacks what it is about, and is refused by the same code", refused)
        + of(.requiredOff, "both answers are right: nobody has seen whether the entry or all of it is refused", entries)
        + of(.boundWidened, "both answers are right: nobody has seen whether the entry or all of it is refused", tags)
        + of(.boundWidened, "an empty one is refused by the same code: there is nothing of that name", emptyNames)
        + of(.boundWidened, "only deep cases send as much", tooLong)
        + of(.boundNarrowed, "only deep cases send as much", longest)
        + of(.boundNarrowed, "nobody has seen whether the service takes an empty value", emptyValues)
        + of(.boundNarrowed, "what a run makes in the account has names unique to the run", names)
        + of(.boundNarrowed, "nothing of one character is one of these", short)
        + of(.boundNarrowed, "nobody has seen a policy of exactly the greatest length; the case is observed", policies)
        + of(.caseFolded, "no operation reads a mail or a report back", unread)
        + single + wanting

    /// Where a case could tell, and none does yet.
    private static let wanting: [Exemption] =
        of(
            .parameterIgnored, "no case signs by a key of its own yet",
            ["CreateEmailIdentity ignores DkimSigningAttributes"]
                + signing.map { "CreateEmailIdentity ignores \($0)" })
        + of(.boundWidened, "no case signs by a key of its own yet", signingWidened)
        + of(.boundNarrowed, "no case signs by a key of its own yet", signingNarrowed)
        + of(.patternOff, "no case signs by a key of its own yet", signing.map { "\($0): any characters" })
        + of(
            .parameterIgnored, "no case names a template by its ARN yet",
            [
                "CreateDeliverabilityTestReport ignores Content.Template.TemplateArn",
                "SendBulkEmail ignores DefaultContent.Template.TemplateArn",
                "SendEmail ignores Content.Template.TemplateArn",
            ])
        + of(
            .boundWidened, "no case names a template by its ARN yet",
            ["Template.TemplateArn: length from 0 to \(Int.max)"])
        + of(
            .boundWidened, "no case sends an empty list, or the shortest address, yet",
            [
                "PutAccountDetails.AdditionalContactEmailAddresses: count from 0 to 4",
                "PutAccountDetails.AdditionalContactEmailAddresses: length from 5 to 254",
            ])
        + of(
            .boundNarrowed, "no case sends the shortest or the longest address yet",
            [
                "PutAccountDetails.AdditionalContactEmailAddresses: length from 6 to 253",
                "PutAccountDetails.AdditionalContactEmailAddresses: length from 7 to 254",
            ])
        + of(.requiredOff, "no case sends a raw mail without data yet", ["RawMessage.Data: is not required"])
        + of(
            .memberRuleOff, "no case sends a body without parts yet",
            ["Body: does not care which of Text, Html are given"])

    private static let single: [Exemption] =
        of(
            .parameterIgnored, "nobody has seen what becomes of a set that there is not; the case is observed",
            ["SendEmail ignores ConfigurationSetName"])
        + of(
            .writeLost, "no operation of the catalogue tells of reports",
            ["loses what CreateDeliverabilityTestReport writes"])
        + of(
            .enumerationNarrowed, "every request has it, so that no case passes, and all end blocked",
            ["PutAccountDetails.MailType: refuses TRANSACTIONAL"])
        + of(
            .patternOff, "both answers are right: nobody has seen whether the entry or all of it is refused",
            ["MessageTag.Name: any characters"])
        + of(
            .boundWidened, "both answers are right: nobody has seen whether an empty name is malformed or not there",
            ["SendCustomVerificationEmail.TemplateName: length from 0 to \(Int.max)"])
        + of(
            .patternOff, "both answers are right: a policy that is not there is deleted, and updated, with success",
            ["Delete", "Update"].map { "\($0)EmailIdentityPolicy.PolicyName: any characters" })
        + of(
            .pagingWrong, "of two pages only the first has a token",
            ["ListCustomVerificationEmailTemplates gives the first NextToken on every page"])
        + of(
            .caseFolded, "nobody has seen whether the service tells addresses by their letter case",
            ["CreateEmailIdentity takes every name in lower case"])

    private static func of(_ faultClass: FaultClass, _ reason: String, _ faults: [String]) -> [Exemption] {
        faults.map { Exemption(faultClass, $0, of: .v2, reason) }
    }

    // MARK: Parameters

    private static let mails: [String] =
        [
            "CreateDeliverabilityTestReport ignores ReportName", "SendBulkEmail ignores ConfigurationSetName",
            "SendBulkEmail ignores BulkEmailEntries.Destination.CcAddresses",
            "SendBulkEmail ignores BulkEmailEntries.Destination.BccAddresses",
            "SendCustomVerificationEmail ignores ConfigurationSetName",
            "SendEmail ignores ReplyToAddresses", "SendEmail ignores FeedbackForwardingEmailAddress",
        ]
        + ["CreateDeliverabilityTestReport", "SendEmail"].flatMap { name in
            [
                "Simple.Subject.Charset", "Simple.Body.Text.Charset", "Simple.Body.Html.Charset",
                "Template.TemplateData",
            ].map { "\(name) ignores Content.\($0)" }
        }
        + [
            "DefaultContent.Template.TemplateData", "FeedbackForwardingEmailAddress", "ReplyToAddresses",
            "BulkEmailEntries.ReplacementEmailContent",
            "BulkEmailEntries.ReplacementEmailContent.ReplacementTemplate",
            "BulkEmailEntries.ReplacementEmailContent.ReplacementTemplate.ReplacementTemplateData",
        ].map { "SendBulkEmail ignores \($0)" }

    private static let needed: [String] = [
        "CreateDeliverabilityTestReport ignores Content.Simple",
        "CreateDeliverabilityTestReport ignores Content.Simple.Body.Text", "SendEmail ignores Content.Simple.Body.Text",
        "SendEmail ignores Content.Simple", "SendEmail ignores Destination",
        "SendEmail ignores Destination.ToAddresses", "SendEmail ignores FromEmailAddress",
    ]

    private static let refused: [String] = [
        "CreateCustomVerificationEmailTemplate.FailureRedirectionURL",
        "CreateCustomVerificationEmailTemplate.FromEmailAddress",
        "CreateCustomVerificationEmailTemplate.SuccessRedirectionURL",
        "CreateDeliverabilityTestReport.FromEmailAddress", "CreateEmailIdentity.EmailIdentity",
        "CreateEmailIdentityPolicy.Policy", "SendBulkEmail.BulkEmailEntries", "SendBulkEmail.DefaultContent",
        "SendCustomVerificationEmail.EmailAddress", "TestRenderEmailTemplate.TemplateData",
        "UpdateCustomVerificationEmailTemplate.FailureRedirectionURL",
        "UpdateCustomVerificationEmailTemplate.FromEmailAddress",
        "UpdateCustomVerificationEmailTemplate.SuccessRedirectionURL", "UpdateEmailIdentityPolicy.Policy",
    ].map { "\($0): is not required" }

    private static let entries: [String] = ["BulkEmailEntry.Destination", "MessageTag.Name"].map {
        "\($0): is not required"
    }

    // MARK: Bounds

    private static let tags: [String] = [
        "MessageTag.Name: length from 0 to 256", "MessageTag.Name: length from 1 to 257",
        "MessageTag.Value: length from 0 to 257",
    ]

    private static let emptyNames: [String] = ["CreateEmailIdentity.EmailIdentity", "Template.TemplateName"].map {
        "\($0): length from 0 to \(Int.max)"
    }

    private static let data = [
        "ReplacementTemplate.ReplacementTemplateData", "Template.TemplateData", "TestRenderEmailTemplate.TemplateData",
    ]

    private static let tooLong =
        data.map { "\($0): length from 0 to 262145" } + ["PutAccountDetails.UseCaseDescription: length from 0 to 5001"]

    private static let longest =
        data.map { "\($0): length from 0 to 262143" } + ["PutAccountDetails.UseCaseDescription: length from 0 to 4999"]

    private static let emptyValues =
        data.map { "\($0): length from 1 to 262144" } + [
            "MessageTag.Value: length from 1 to 256", "PutAccountDetails.UseCaseDescription: length from 1 to 5000",
            "Tag.Value: length from 1 to 256",
        ]

    private static let names: [String] =
        ["Create", "Delete", "Update"].map { "\($0)EmailIdentityPolicy.PolicyName: length from 2 to 64" }
        + [
            "CreateCustomVerificationEmailTemplate.TemplateName", "CreateEmailTemplate.TemplateName",
            "SendCustomVerificationEmail.TemplateName", "Template.TemplateName",
        ].map { "\($0): length from 2 to \(Int.max)" }

    private static let short: [String] = [
        "CreateEmailIdentity.EmailIdentity", "SendBulkEmail.FeedbackForwardingEmailAddressIdentityArn",
        "SendBulkEmail.FromEmailAddressIdentityArn", "SendEmail.FeedbackForwardingEmailAddressIdentityArn",
        "SendEmail.FromEmailAddressIdentityArn", "Template.TemplateArn",
    ].map { "\($0): length from 2 to \(Int.max)" }

    private static let policies: [String] = ["Create", "Update"].map {
        "\($0)EmailIdentityPolicy.Policy: length from 1 to 4095"
    }

    // MARK: Signing

    private static let signing: [String] = ["Selector", "PrivateKey"].map { "DkimSigningAttributes.DomainSigning\($0)" }

    private static let signingWidened = zip(signing, [64, 20481]).map { "\($0): length from 1 to \($1)" }

    private static let signingNarrowed = zip(signing, [63, 20480]).flatMap { name, greatest in
        ["\(name): length from 1 to \(greatest - 1)", "\(name): length from 2 to \(greatest)"]
    }

    // MARK: Names

    private static let unread: [String] = [
        "CreateDeliverabilityTestReport", "SendBulkEmail", "SendCustomVerificationEmail", "SendEmail",
    ].map { "\($0) takes every name in lower case" }
}
