import Foundation
import SpecCatalog
import SpecModel
import Wire

/// Amazon SES in process, as the API reference describes it: v1 over a state of its own.
///
/// It checks parameters by the catalogue that it is given and keeps what mails it accepts; it delivers nothing.
public final class ReferenceService: Service {
    private let authentication: Authentication
    private let clock: any TimeSource
    private let identifiers: any IdentifierSource
    private let operations: [String: (schema: OperationSchema, action: Action)]
    private let account: Guarded<Account>

    public init(
        catalog: Catalog = .standard, settings: Settings = Settings(), clock: any TimeSource = SystemTime(),
        identifiers: any IdentifierSource = RandomIdentifiers()
    ) {
        authentication = Authentication(settings)
        self.clock = clock
        self.identifiers = identifiers
        var compiler = SchemaCompiler(structures: catalog.structures(.v1))
        var operations: [String: (schema: OperationSchema, action: Action)] = [:]
        for operation in catalog.operations where operation.api == .v1 {
            guard let action = Action(rawValue: operation.name) else { continue }
            operations[operation.name] = (compiler.compile(operation), action)
        }
        self.operations = operations
        account = Guarded(Account(settings))
    }

    /// The latest thousand mails that the service accepted, oldest first.
    public var messages: [AcceptedMessage] { account.withLock { $0.mailbox.messages } }

    /// Answers a request; may be called from many threads at a time.
    public func answer(_ request: HTTPRequest) -> HTTPResponse {
        let now = clock.milliseconds
        let id = identifiers.requestID()
        var body = AnswerWriter()
        var status = 200
        do throws(Refusal) {
            try respond(to: request, id: id, now: now, &body)
        } catch {
            status = error.status
            body = AnswerWriter()
            if error == .noParameters { body.empty(error.code) } else { body.refusal(error, requestID: id) }
        }
        let headers = [
            Header("x-amzn-RequestId", id), Header("Content-Type", "text/xml"), Header("Date", HTTPDate.text(now)),
        ]
        return HTTPResponse(status: status, headers: headers, body: body.bytes)
    }

    /// The order of checks: signature, operation, form, constraints, then what the handlers check.
    ///
    /// Source: truth, wire format section 3.
    private func respond(
        to request: HTTPRequest, id: String, now: Int64, _ body: inout AnswerWriter
    ) throws(Refusal) {
        let form = try RequestForm(request)
        if form.parameters.isEmpty { throw .noParameters }
        try authentication.check(request, form.parameters, at: now)
        let (schema, action) = try operation(form)
        let input = try ConstraintChecker.check(
            try ParameterReader.read(form.parameters, schema.input), schema)
        let context = Context(now: now, identifiers: identifiers)
        try body.response(schema, requestID: id) { (result: inout AnswerWriter) throws(Refusal) in
            try account.withLock { (account: inout Account) throws(Refusal) in
                try account.admit(action, at: now)
                try account.perform(action, input, context, &result)
            }
        }
    }

    /// Source: truth entry "unknown Action". Samples of 2011 have no Version, so that none is no fault.
    private func operation(_ form: RequestForm) throws(Refusal) -> (OperationSchema, Action) {
        guard let name = form.first("Action"), !name.isEmpty else {
            throw Refusal("MissingAction", "The request has no Action parameter.")
        }
        let version = form.first("Version") ?? API.v1.version
        guard version == API.v1.version, let operation = operations[name] else {
            throw Refusal("InvalidAction", "Could not find operation \(name) for version \(version)")
        }
        return operation
    }
}

extension Account {
    /// Source: truth entry "per-second rate exceeded"; the wording for other operations is this project's own.
    fileprivate mutating func admit(_ action: Action, at now: Int64) throws(Refusal) {
        guard !throttle.admits(at: now) else { return }
        throw Refusal("Throttling", action.sends ? "Maximum sending rate exceeded." : "Rate exceeded")
    }
}
