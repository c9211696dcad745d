import SpecCatalog
import SpecModel
import Wire

/// The query API: reads forms, answers in XML.
struct QueryInterface: Sendable {
    private let authentication: Authentication
    private let operations: [String: (schema: OperationSchema, action: Action)]

    init(_ catalog: Catalog, _ authentication: Authentication) {
        self.authentication = authentication
        var compiler = SchemaCompiler(structures: catalog.structures(.v1))
        var operations: [String: (schema: OperationSchema, action: Action)] = [:]
        for operation in catalog.operations where operation.api == .v1 {
            guard let action = Action(rawValue: operation.name) else { continue }
            operations[operation.name] = (compiler.compile(operation), action)
        }
        self.operations = operations
    }

    func answer(_ request: HTTPRequest, _ account: Guarded<Account>, _ context: Context) -> HTTPResponse {
        var body = AnswerWriter()
        var status = 200
        do throws(Refusal) {
            try respond(to: request, account, context, &body)
        } catch {
            status = error.status
            body = AnswerWriter()
            if error == .noParameters {
                body.empty(error.code)
            } else {
                body.refusal(error, requestID: context.requestID)
            }
        }
        return context.response(status, "text/xml", body: body.bytes)
    }

    /// The order of checks: signature, operation, form, constraints, then what the handlers check.
    ///
    /// Source: truth, wire format section 3.
    private func respond(
        to request: HTTPRequest, _ account: Guarded<Account>, _ context: Context, _ body: inout AnswerWriter
    ) throws(Refusal) {
        let form = try RequestForm(request)
        if form.parameters.isEmpty { throw .noParameters }
        try authentication.check(request, form.parameters, at: context.now)
        let (schema, action) = try operation(form)
        let input = try ConstraintChecker.check(
            try ParameterReader.read(form.parameters, schema.input), schema)
        try body.response(schema, requestID: context.requestID) { (result: inout AnswerWriter) throws(Refusal) in
            try account.withLock { (account: inout Account) throws(Refusal) in
                try account.admit(sending: action.sends, at: context.now)
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
