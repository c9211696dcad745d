import SpecModel

/// Where the facts of this API come from, beside the pages of its reference.
extension SESv2 {
    /// What AWS makes its SDKs from: botocore's `sesv2`.
    static let serviceModel = "public service model, sesv2 2019-09-27"

    /// A fact of the public service model.
    static let fromModel = Evidence.derived(serviceModel)

    /// Of a text that may not be empty and has no other bound.
    static let notEmpty = Bound(1...Int.max, by: fromModel)

    /// Of a member that today's service has beyond the pages of 2020.
    static let neverSent = "came after the reference: never sent"
}
