import SpecModel

/// The errors that every operation may answer.
///
/// Source: the public service model, where all operations declare the first two; published answers for the others.
/// Note: scenarios are named with their operation here, since these errors belong to none.
extension SESv2 {
    static let commonErrors: [ErrorCase] = [
        ErrorCase(
            "BadRequestException", when: "the input is not valid",
            reach: .scenario("CreateEmailTemplate/body-empty-object")),
        ErrorCase(
            "TooManyRequestsException", status: 429, when: "too many requests come in a second",
            reach: .unreachable("would take the requests of others who share the account")),
        ErrorCase(
            "SerializationException", when: "the body is not JSON, or holds values of another kind",
            reach: .scenario("CreateEmailTemplate/body-truncated")),
        ErrorCase(
            "UnrecognizedClientException", status: 403, when: "nobody has the access key",
            reach: .scenario("ListEmailIdentities/unknown-access-key")),
        ErrorCase(
            "MissingAuthenticationTokenException", status: 403, when: "the request is not signed",
            reach: .scenario("ListEmailIdentities/unsigned")),
        ErrorCase(
            "AccessDeniedException", status: 403, when: "the caller may not do what it asks for",
            reach: .unreachable("requests are signed with the keys that the user has")),
        ErrorCase(
            "InternalFailure", status: 500, when: "the service fails",
            reach: .unreachable("nothing that a client sends makes a sound service fail")),
    ]
}
