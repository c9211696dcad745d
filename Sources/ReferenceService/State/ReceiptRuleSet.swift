/// A named list of receipt rules.
struct ReceiptRuleSet: Sendable {
    let name: String
    /// Milliseconds since 1970.
    let created: Int64
    var rules: [ReceiptRule] = []

    func position(of rule: String) -> Int? { rules.firstIndex { $0.name == rule } }
}

/// What to do with mail for some recipients.
struct ReceiptRule: Sendable {
    let name: String
    let enabled: Bool
    let tlsPolicy: String
    let recipients: [String]
    /// Each a structure of one member.
    let actions: [Arguments]
    let scanEnabled: Bool
}

/// Lets mail from some hosts in, or keeps it out.
struct ReceiptFilter: Sendable {
    let name: String
    let policy: String
    let cidr: String
}

/// How many an account may have.
///
/// Source: Amazon SES developer guide, "Limits"; truth entry "201st rule".
enum ReceiptLimits {
    static let ruleSets = 40
    static let rules = 200
    static let filters = 100
    /// Source: API reference p. 39.
    static let page = 100
}
