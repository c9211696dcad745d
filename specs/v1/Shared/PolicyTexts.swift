import SpecModel

/// Sending authorization policies that cases put.
///
/// Source: API reference p. 42; the syntax is that of the developer guide's examples.
/// Note: `*` as the resource, since the account's number is not known; without blanks, so that a service
/// that reads and writes the JSON anew does not change it.
extension SESv1 {
    static let policyName = Pattern(
        "[A-Za-z0-9_-]+", "letters, digits, dashes and underscores", by: "API reference p. 42")
    static let policyNameLength = Bound(1...64, by: "API reference p. 42")

    /// Lets everybody send one way.
    static let sendPolicy: Value = #"""
        {"Version":"2012-10-17","Statement":[{"Sid":"Send","Effect":"Allow","Principal":{"AWS":"*"},\#
        "Action":"ses:SendEmail","Resource":"*"}]}
        """#

    /// Lets everybody send another way.
    static let sendRawPolicy: Value = #"""
        {"Version":"2012-10-17","Statement":[{"Sid":"SendRaw","Effect":"Allow","Principal":{"AWS":"*"},\#
        "Action":"ses:SendRawEmail","Resource":"*"}]}
        """#

    /// Holds what XML, JSON and forms must escape, and characters outside ASCII.
    static let policyOfSpecialCharacters: Value = #"""
        {"Version":"2012-10-17","Statement":[{"Sid":"Special","Effect":"Allow","Principal":{"AWS":"*"},\#
        "Action":"ses:SendEmail","Resource":"*","Condition":{"StringEquals":{"ses:FromDisplayName":\#
        "R&D <test> \"quoted\" 'single' 100% a+b=c; ~ é ü 日本 🙂"}}}]}
        """#
}
