/// What kind of request is made at random; the id of the rule that its case names.
public enum FuzzKind: String, Sendable, Hashable, CaseIterable {
    /// Every member as the spec allows it.
    case valid = "fuzz-valid"
    /// A valid request with one thing wrong, or spelt oddly.
    case nearlyValid = "fuzz-nearly-valid"

    /// What a cause's title calls such requests.
    var subject: String {
        switch self {
        case .valid: "random valid request"
        case .nearlyValid: "random nearly valid request"
        }
    }
}
