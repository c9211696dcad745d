import SpecCatalog
import SpecModel
import Wire

/// The REST-JSON API: reads paths, queries and JSON bodies, answers in JSON.
struct JSONInterface: Sendable {
    private let authentication: Authentication
    private let router: Router

    init(_ catalog: Catalog, _ authentication: Authentication) {
        self.authentication = authentication
        router = Router(catalog)
    }

    /// Whether a request is for this API; all others are for the query API.
    static func takes(_ request: HTTPRequest) -> Bool { request.target.utf8.starts(with: "/v2/".utf8) }

    func answer(_ request: HTTPRequest, _ account: Guarded<Account>, _ context: Context) -> HTTPResponse {
        var answer = JSONAnswerWriter()
        do throws(Refusal) {
            try respond(to: request, account, context, &answer)
            return context.response(200, Self.contentType, body: answer.document)
        } catch {
            let refusal = error.inJSON
            var answer = JSONAnswerWriter()
            answer.leaf("message", orNull: refusal.message)
            let type = Header("x-amzn-ErrorType", refusal.code)
            return context.response(refusal.status, Self.contentType, headers: [type], body: answer.document)
        }
    }

    private static let contentType = "application/json"

    /// The order of checks: signature, operation, form, constraints, then what the handlers check.
    ///
    /// Source: truth, wire format section 3.
    private func respond(
        to request: HTTPRequest, _ account: Guarded<Account>, _ context: Context, _ answer: inout JSONAnswerWriter
    ) throws(Refusal) {
        let target = try RequestTarget(request.target)
        try authentication.check(request, target.query, at: context.now)
        let found = try router.route(request.method, target)
        let input = try ConstraintChecker.check(
            try JSONParameterReader(found.endpoint).read(labels: found.labels, target.query, request.body),
            found.endpoint.schema)
        try account.withLock { (account: inout Account) throws(Refusal) in
            try account.admit(sending: found.endpoint.operation.sends, at: context.now)
            try account.perform(found.endpoint.operation, input, context, &answer)
        }
    }
}

extension Refusal {
    /// The refusal as this API says it, since what both APIs check is written in the codes of v1.
    ///
    /// Source: truth entries "unknown access key" and "no Authorization"; wire format section 2 for the statuses;
    /// the codes of refused signatures are those of AWS's other JSON APIs.
    fileprivate var inJSON: Refusal {
        switch code {
        case "MissingAuthenticationToken":
            Refusal("MissingAuthenticationTokenException", status: 403, "Missing Authentication Token")
        case "InvalidClientTokenId": Refusal("UnrecognizedClientException", status: 403, message)
        case "SignatureDoesNotMatch", "RequestExpired": Refusal("InvalidSignatureException", status: 403, message)
        case "IncompleteSignature": Refusal("IncompleteSignatureException", status: 403, message)
        case "AccessDenied": Refusal("AccessDeniedException", status: 403, message)
        case "MalformedInput", "MalformedQueryString": Refusal("SerializationException", message)
        case "ValidationError", "InvalidParameterValue": Refusal("BadRequestException", message)
        case "Throttling": Refusal("TooManyRequestsException", status: 429, message)
        case "ConfigurationSetDoesNotExist": Refusal("NotFoundException", status: 404, message)
        default: self
        }
    }
}
