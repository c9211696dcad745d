import SpecModel

/// The errors that every action may answer.
///
/// Source: API reference p. 96.
/// Note: scenarios are named with their operation here, since these errors belong to none.
extension SESv1 {
    static let commonErrors: [ErrorCase] = [
        ErrorCase(
            "IncompleteSignature", when: "the signature lacks a part",
            reach: .scenario("ListIdentities/incomplete-signature")),
        ErrorCase(
            "InternalFailure", status: 500, when: "the service fails",
            reach: .unreachable("nothing that a client sends makes a sound service fail")),
        ErrorCase(
            "InvalidAction", when: "there is no such action", reach: .scenario("ListIdentities/unknown-action")),
        ErrorCase(
            "InvalidClientTokenId", status: 403, when: "nobody has the access key",
            reach: .scenario("ListIdentities/unknown-access-key")),
        ErrorCase(
            "InvalidParameterCombination", when: "parameters exclude each other",
            reach: .unreachable("the reference names no two parameters to which it applies")),
        ErrorCase(
            "InvalidParameterValue", when: "a value is not allowed or out of range",
            reach: .scenario("CreateReceiptFilter/malformed-cidr")),
        ErrorCase(
            "InvalidQueryParameter", when: "the query is malformed",
            reach: .scenario("ListIdentities/truncated-escape")),
        ErrorCase(
            "MalformedQueryString", status: 404, when: "the query has a syntax error",
            reach: .scenario("ListIdentities/truncated-escape")),
        ErrorCase(
            "MissingAction", when: "an action is missing", reach: .scenario("VerifyEmailIdentity/no-action")),
        ErrorCase(
            "MissingAuthenticationToken", status: 403, when: "the request says not whose it is",
            reach: .scenario("ListIdentities/unsigned")),
        ErrorCase(
            "MissingParameter", when: "a required parameter is missing",
            reach: .scenario("VerifyEmailIdentity/missing-parameters")),
        ErrorCase(
            "OptInRequired", status: 403, when: "the account has not subscribed to the service",
            reach: .unreachable("depends on the account, not on the request")),
        ErrorCase(
            "RequestExpired", when: "the signature's time is over 15 minutes off",
            reach: .scenario("ListIdentities/date-16-minutes-ago")),
        ErrorCase(
            "ServiceUnavailable", status: 503, when: "the service is down for a while",
            reach: .unreachable("depends on the service, not on the request")),
        ErrorCase(
            "Throttling", when: "too many requests come in a second",
            reach: .unreachable("would take the requests of others who share the account")),
        ErrorCase(
            "ValidationError", when: "a value breaks a constraint",
            reach: .scenario("CreateReceiptFilter/malformed-cidr")),
    ]
}
