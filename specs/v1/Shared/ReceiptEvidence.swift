import SpecModel

/// Who saw or says what about receiving mail; each is used by several operations.
extension SESv1 {
    /// Probes of the real service that a developer reports, without captures.
    static let receiptProbes = Evidence(.claimed, "floci-io/floci PRs #2128, #3119, #3163, #3176", date: "2026")

    /// Answers recorded from the real service while rule sets were cloned.
    static let cloneRecording = Evidence(
        .published, "localstack/localstack:tests/aws/services/ses/test_ses.snapshot.json test_clone_receipt_rule_set",
        date: "2025-09-17")

    /// Answers recorded from the real service while rule sets were listed, described and deleted.
    static let ruleSetRecording = Evidence(
        .published, "cloud-custodian/cloud-custodian:tests/data/placebo/test_ses_rule_set_delete", date: "2023-06-22")

    /// Messages that users of Terraform got from the real service.
    static let missingRuleSetPaste = Evidence(
        .published, "hashicorp/terraform-provider-aws#3509; hybox/aws#75", date: "2016 to 2018")

    /// What the real service answered when a user tried to switch receiving off.
    static let deactivationPaste = Evidence(.published, "boto/botocore#1759", date: "2019-06-14")

    /// What the real service said of a bounce sender that is not verified.
    static let bounceSenderPaste = Evidence(
        .published, "alchemy-run/distilled#391; aws-cloudformation/rain#272", date: "2024 to 2026")

    /// The void answer that follows from the service model and the form of every recorded answer.
    static let voidResult = Observation("success", status: 200, .derived("service model"))
}
