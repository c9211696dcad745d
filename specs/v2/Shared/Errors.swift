import SpecModel

/// Errors that several operations declare.
///
/// Source: the public service model for codes and statuses; it is the only one to list errors by operation.
/// Note: BadRequestException and TooManyRequestsException are declared by all operations: see the common errors.
extension SESv2 {
    static let limitExceeded = ErrorCase(
        "LimitExceededException", when: "the account holds as many things of the kind as it may",
        reach: .unreachable("would fill the account, which others share"))

    static let concurrentModification = ErrorCase(
        "ConcurrentModificationException", status: 500, when: "another request changes the same thing just then",
        reach: .unreachable("which of two requests comes first is chance"))

    static let accountSuspended = ErrorCase(
        "AccountSuspendedException", when: "the account's ability to send was taken away for good",
        reach: .unreachable("depends on the account, not on the request"))

    static let sendingPaused = ErrorCase(
        "SendingPausedException", when: "the account's ability to send is paused for a while",
        reach: .unreachable("depends on the account, not on the request"))

    /// Of operations that name a configuration set only, as this spec has nothing to make one.
    static let configurationSetNotFound = ErrorCase(
        "NotFoundException", status: 404, when: "ConfigurationSetName names no configuration set",
        reach: .unreachable("the parameter came after the reference: never sent"))

    /// An identity, a template or a policy that there is not.
    ///
    /// - Parameter path: the parameter that names it.
    static func notFound(_ path: String, _ value: Value, _ what: String, alternatives: [String] = []) -> ErrorCase {
        ErrorCase(
            "NotFoundException", status: 404, when: "there is no such \(what)",
            reach: .provoked([
                Provocation(
                    title: "names \(article(what)) \(what) that there is not",
                    changes: [Provocation.Change(path, value)], alternatives: alternatives, evidence: fromModel)
            ]))
    }

    private static func article(_ noun: String) -> String { "aeiou".contains(noun.prefix(1)) ? "an" : "a" }
}
