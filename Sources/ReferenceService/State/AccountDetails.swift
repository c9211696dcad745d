/// What the account's owner told about its mail.
struct AccountDetails: Sendable {
    /// `PENDING`, `FAILED`, `GRANTED` or `DENIED`.
    enum Review: String, Sendable {
        case pending = "PENDING"
        case granted = "GRANTED"
    }

    let mailType: String
    let websiteURL: String
    let contactLanguage: String?
    let useCase: String?
    let contacts: [String]
    /// nil where nothing was asked for that needs one.
    let review: Review?
}
