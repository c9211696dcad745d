/// The syntax of names of things outside of the service.
enum ResourceName {
    /// `arn:aws:sns:us-east-1:123456789012:name`.
    static func isTopic(_ text: String) -> Bool { isARN(text, service: "sns") }

    /// `arn:aws:lambda:us-east-1:123456789012:function:name`.
    static func isFunction(_ text: String) -> Bool { isARN(text, service: "lambda", prefix: "function:") }

    /// `arn:aws:kms:us-east-1:123456789012:key/id` or `…:alias/name`.
    static func isKey(_ text: String) -> Bool {
        isARN(text, service: "kms", prefix: "key/") || isARN(text, service: "kms", prefix: "alias/")
    }

    /// `arn:aws:workmail:us-east-1:123456789012:organization/m-…`.
    static func isOrganization(_ text: String) -> Bool {
        isARN(text, service: "workmail", prefix: "organization/")
    }

    /// `arn:aws:ses:us-east-1:123456789012:identity/example.com`.
    static func isIdentity(_ text: String) -> Bool { isARN(text, service: "ses", prefix: "identity/") }

    /// Six parts: partition, service, region and account before the name.
    private static func isARN(_ text: String, service: String, prefix: String = "") -> Bool {
        let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "arn", parts[1].hasPrefix("aws"), parts[2] == service else { return false }
        let isAccount = !parts[4].isEmpty && parts[4].utf8.allSatisfy { 0x30...0x39 ~= $0 }
        let name = parts[5].hasPrefix(prefix) ? parts[5].dropFirst(prefix.count) : ""
        return !parts[3].isEmpty && isAccount && !name.isEmpty && name.utf8.allSatisfy { 0x21...0x7e ~= $0 }
    }
}
