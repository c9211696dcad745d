import Conformance

/// Everything that `cleanup` is called with.
struct CleanupOptions: Sendable {
    static let run = Option.text("run", "ID", "only what this run left, rather than all that ended")
    static let list = Flag("list", "say what is left, and where, and take nothing away")

    static let declaration = CommandDeclaration(
        "cleanup", "take away what runs left on endpoints that were killed or could not clean up",
        discussion: [
            "Every run writes down what it makes before it makes it. What is noted and not yet gone is taken away, "
                + "and the active rule set is given back; a run that is still going on is left alone."
        ],
        sections: [
            OptionSection([
                run, list, EndpointOptions.endpoint, EndpointOptions.timeout, EndpointOptions.rate, LiveOptions.live,
            ])
        ],
        examples: [
            Example("ses-conformance cleanup --list", "what is left, of which run, where"),
            Example("ses-conformance cleanup --run k3f9a", "take away what one run left"),
        ],
        environment: EndpointOptions.environment, exitCodes: [.conforms, .differs, .usage, .unreachable])

    let run: String?
    let onlyLists: Bool
    let journals: JournalFolder
    private let arguments: Arguments

    init(_ arguments: Arguments) throws(UsageError) {
        run = try arguments.value(Self.run)
        onlyLists = arguments.has(Self.list)
        journals = StateFolder.journals(arguments)
        self.arguments = arguments
        if let run, run.wholeMatch(of: /[A-Za-z0-9]{1,12}/) == nil {
            throw .conflict("--run got '\(run)': expected the name of a run, such as k3f9a")
        }
    }

    /// How to reach the endpoint of a run: where it was, unless the user says that it is elsewhere now.
    func endpoint(of record: JournalRecord) throws(UsageError) -> EndpointOptions {
        let place = try arguments.value(EndpointOptions.endpoint) ?? record.endpoint
        return try EndpointOptions(
            arguments.replacing(operands: [], options: [EndpointOptions.endpoint.name: place]))
    }
}
