import SpecModel
import Testing

@testable import SpecsV2

/// What holds of the operations of v2, beside what lint finds.
@Suite struct RestOperationTests {
    static let names = SESv2.operations.map(\.name)

    private static func operation(_ name: String) throws -> Operation {
        try #require(SESv2.operations.first { $0.name == name })
    }

    /// Method and path by the public service model.
    static let routes: [(String, String, String)] = [
        ("CreateCustomVerificationEmailTemplate", "POST", "/v2/email/custom-verification-email-templates"),
        ("CreateDeliverabilityTestReport", "POST", "/v2/email/deliverability-dashboard/test"),
        ("CreateEmailIdentity", "POST", "/v2/email/identities"),
        ("CreateEmailIdentityPolicy", "POST", "/v2/email/identities/{EmailIdentity}/policies/{PolicyName}"),
        ("CreateEmailTemplate", "POST", "/v2/email/templates"),
        (
            "DeleteCustomVerificationEmailTemplate", "DELETE",
            "/v2/email/custom-verification-email-templates/{TemplateName}"
        ),
        ("DeleteEmailIdentity", "DELETE", "/v2/email/identities/{EmailIdentity}"),
        ("DeleteEmailIdentityPolicy", "DELETE", "/v2/email/identities/{EmailIdentity}/policies/{PolicyName}"),
        ("DeleteEmailTemplate", "DELETE", "/v2/email/templates/{TemplateName}"),
        ("GetAccount", "GET", "/v2/email/account"),
        (
            "GetCustomVerificationEmailTemplate", "GET",
            "/v2/email/custom-verification-email-templates/{TemplateName}"
        ),
        ("GetEmailIdentity", "GET", "/v2/email/identities/{EmailIdentity}"),
        ("GetEmailIdentityPolicies", "GET", "/v2/email/identities/{EmailIdentity}/policies"),
        ("GetEmailTemplate", "GET", "/v2/email/templates/{TemplateName}"),
        ("ListCustomVerificationEmailTemplates", "GET", "/v2/email/custom-verification-email-templates"),
        ("ListEmailIdentities", "GET", "/v2/email/identities"),
        ("ListEmailTemplates", "GET", "/v2/email/templates"),
        ("PutAccountDetails", "POST", "/v2/email/account/details"),
        ("SendBulkEmail", "POST", "/v2/email/outbound-bulk-emails"),
        ("SendCustomVerificationEmail", "POST", "/v2/email/outbound-custom-verification-emails"),
        ("SendEmail", "POST", "/v2/email/outbound-emails"),
        ("TestRenderEmailTemplate", "POST", "/v2/email/templates/{TemplateName}/render"),
        (
            "UpdateCustomVerificationEmailTemplate", "PUT",
            "/v2/email/custom-verification-email-templates/{TemplateName}"
        ),
        ("UpdateEmailIdentityPolicy", "PUT", "/v2/email/identities/{EmailIdentity}/policies/{PolicyName}"),
        ("UpdateEmailTemplate", "PUT", "/v2/email/templates/{TemplateName}"),
    ]

    @Test("there are 25 operations with the routes of the service model", arguments: routes)
    func route(_ name: String, _ method: String, _ path: String) throws {
        #expect(Self.names.count == 25)
        let route = try #require(try Self.operation(name).route)
        #expect(route.method == method)
        #expect(route.path == path)
    }

    @Test("each label of a path and each name of a query is a parameter", arguments: names)
    func labels(name: String) throws {
        let operation = try Self.operation(name)
        let route = try #require(operation.route)
        for label in route.labels {
            #expect(operation.parameters.first { $0.name == label }?.required == true, "\(label)")
        }
        for name in route.query { #expect(operation.parameters.contains { $0.name == name }, "\(name)") }
        if route.method == "GET" || route.method == "DELETE" {
            #expect(operation.parameters.allSatisfy { (route.labels + route.query).contains($0.name) })
        }
    }

    @Test("each operation has a file of its name")
    func files() throws {
        let files = try SpecFolder.files(of: .v2).map(\.name)
        for name in Self.names { #expect(files.contains(name), "\(name)") }
    }

    /// Statuses by the public service model.
    static let statuses = [
        "AccountSuspendedException": 400, "AlreadyExistsException": 400, "BadRequestException": 400,
        "ConcurrentModificationException": 500, "ConflictException": 409, "LimitExceededException": 400,
        "MailFromDomainNotVerifiedException": 400, "MessageRejected": 400, "NotFoundException": 404,
        "SendingPausedException": 400, "TooManyRequestsException": 429,
    ]

    @Test("an error has the status of the service model", arguments: names)
    func errors(name: String) throws {
        for error in try Self.operation(name).errors {
            #expect(Self.statuses[error.code] == error.status, "\(error.code)")
        }
    }

    @Test("what all operations declare is a common error")
    func commonErrors() {
        for code in ["BadRequestException", "TooManyRequestsException"] {
            #expect(SESv2.commonErrors.first { $0.code == code }?.status == Self.statuses[code])
            #expect(!SESv2.operations.contains { $0.errors.contains { $0.code == code } })
        }
    }

    @Test("an operation without a result has its effect read back", arguments: names)
    func effects(name: String) throws {
        let operation = try Self.operation(name)
        if operation.result?.isEmpty ?? true { #expect(!operation.fixture.effect.isEmpty) }
    }

    @Test("pages of templates are 1 to 10 by one source and 1 to 100 by the other")
    func pageSizes() throws {
        let size = try Self.operation("ListEmailTemplates").parameters.first { $0.name == "PageSize" }
        guard case .integer(let bound?) = size?.shape else {
            Issue.record("no bound")
            return
        }
        #expect(bound.agreed == 1...10)
        #expect(bound.widest == 1...100)
    }

    @Test("what is usual is sent with the minimal request and required by nobody")
    func usual() {
        let members = SESv2.operations.flatMap(\.parameters) + SESv2.structures.flatMap(\.members)
        let usual = members.filter(\.isUsual)
        #expect(usual.count > 8)
        #expect(usual.allSatisfy { !$0.required && !$0.isLater })
    }
}
