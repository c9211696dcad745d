import ReferenceService
import Wire

/// `ses-conformance serve`.
struct Serve: Command {
    static let declaration = ServeOptions.declaration

    private let options: ServeOptions

    init(_ arguments: Arguments) throws(UsageError) { options = try ServeOptions(arguments) }

    func run() async throws -> ExitCode {
        let settings = Settings(
            access: options.isSandbox ? .sandbox : .production,
            verification: options.verification == .pending ? .pending : .immediate, region: options.region,
            resources: Resources.standard.adding(options.resources.values), credentials: options.credentials,
            throttle: options.throttle)
        try await Interruption.watching { interruption in
            let server = try Server(MailboxPage(ReferenceService(settings: settings)), port: options.port)
            try Output.standard.write("listening on http://127.0.0.1:\(server.port)\n")
            await interruption.wait()
            server.stop()
        }
        return .conforms
    }
}
