/// What an operation belongs to; a table's heading, never a folder.
public enum Family: String, Sendable, Hashable, CaseIterable {
    case identities, policies, sending, receiving, statistics, templates, account
}

/// One operation of one API: everything that is known of it.
public struct Operation: Sendable {
    public let api: API
    /// As AWS spells it.
    public let name: String
    public let family: Family
    /// One line in this project's own words.
    public let summary: String
    /// Where the API reference describes it.
    public let page: ReferencePage
    /// Method and path; nil for the query API, where every request is a POST to the root.
    public let route: Route?
    /// What to use instead, where the operation is deprecated.
    public let deprecated: String?
    /// Requests a second, where the reference states a throttle.
    public let throttle: Double?
    /// In the reference's order.
    public let parameters: [Member]
    public let rules: [MemberRule]
    /// Members of the result; nil where the answer has no result element at all.
    public let result: [Member]?
    /// Errors beside the common ones.
    public let errors: [ErrorCase]
    public let pages: Pages?
    public let undo: Undo?
    public let fixture: Fixture
    /// What the real service was seen to do beside the errors above, each with its source.
    public let observations: [Observation]

    public init(
        _ name: String, api: API = .v1, family: Family, _ summary: String, page: ReferencePage,
        route: Route? = nil,
        deprecated: String? = nil, throttle: Double? = 1, parameters: [Member] = [],
        rules: [MemberRule] = [], result: [Member]?, errors: [ErrorCase] = [], pages: Pages? = nil,
        undo: Undo? = nil, fixture: Fixture, observations: [Observation] = []
    ) {
        self.name = name
        self.api = api
        self.family = family
        self.summary = summary
        self.page = page
        self.route = route
        self.deprecated = deprecated
        self.throttle = throttle
        self.parameters = parameters
        self.rules = rules
        self.result = result
        self.errors = errors
        self.pages = pages
        self.undo = undo
        self.fixture = fixture
        self.observations = observations
    }

    /// `v1/SendEmail`.
    public var id: String { "\(api.rawValue)/\(name)" }
}

/// Where a REST-JSON request goes, and which parameters travel outside its body.
public struct Route: Sendable, Hashable {
    /// `GET`, `POST`, `PUT` or `DELETE`.
    public let method: String
    /// The path with parameters in braces: `/v2/email/identities/{EmailIdentity}/policies/{PolicyName}`.
    public let path: String
    /// Parameters that travel in the query, under their own names.
    public let query: [String]
    /// Where clients of other editions of the service model send the same operation; cases never do.
    public let others: [Route]

    public init(_ method: String, _ path: String, query: [String] = [], others: [Route] = []) {
        self.method = method
        self.path = path
        self.query = query
        self.others = others
    }

    /// Parameters that travel in the path, in its order.
    public var labels: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") && $0.hasSuffix("}") }.map {
            String($0.dropFirst().dropLast())
        }
    }
}

/// How a list is read in pages.
public struct Pages: Sendable, Hashable {
    /// The parameter and the member of the result that carry the token.
    public let token: String
    /// The parameter that limits a page.
    public let size: String?
    /// The member of the result that holds the list.
    public let items: String

    public init(token: String, size: String?, items: String) {
        self.token = token
        self.size = size
        self.items = items
    }
}

/// How what an operation created is taken away again, whoever created it.
public struct Undo: Sendable {
    public let operation: String
    /// Parameter of the undoing operation to the dotted path of the creating operation's parameter.
    public let parameters: [(name: String, from: String)]

    public init(_ operation: String, _ parameters: [(name: String, from: String)]) {
        self.operation = operation
        self.parameters = parameters
    }
}

/// How to exercise an operation: what goes before its request and what is expected of the answer.
public struct Fixture: Sendable {
    public let needs: [Need]
    public let accountWide: Bool
    /// Makes the example parameters valid; with the operation's request these must succeed.
    public let setup: [Step]
    /// The result of a successful request, whatever parameters were given; may use ``Value/echo(_:)``.
    public let result: Fields
    /// Where a request with all parameters gives another result than the minimal one.
    public let completeResult: Fields?
    /// The result by which a success may tell that it refused a part of the request, as good as an error; nil where
    /// the operation has none.
    public let refusal: Fields?
    public let evidence: Evidence
    /// Reads the effect back; may use ``Value/echo(_:)`` for what the operation's request sent.
    public let effect: [Step]
    /// Where a request with all parameters has another effect than the minimal one.
    public let completeEffect: [Step]?
    public let cleanup: [Step]

    public init(
        needs: [Need] = [], accountWide: Bool = false, setup: [Step] = [], result: Fields = [:],
        completeResult: Fields? = nil, refusal: Fields? = nil, _ evidence: Evidence, effect: [Step] = [],
        completeEffect: [Step]? = nil, cleanup: [Step] = []
    ) {
        self.needs = needs
        self.accountWide = accountWide
        self.setup = setup
        self.result = result
        self.completeResult = completeResult
        self.refusal = refusal
        self.evidence = evidence
        self.effect = effect
        self.completeEffect = completeEffect
        self.cleanup = cleanup
    }
}

/// What the real service was seen, or said, to do.
public struct Observation: Sendable, Hashable {
    public let condition: String
    public let status: Int
    /// nil for a success.
    public let code: String?
    /// A template of the wording; nil where it was not captured.
    public let message: String?
    public let evidence: Evidence

    public init(_ condition: String, status: Int, code: String? = nil, message: String? = nil, _ evidence: Evidence) {
        self.condition = condition
        self.status = status
        self.code = code
        self.message = message
        self.evidence = evidence
    }
}
