import Diff
import SpecModel
import Testing
import Wire

/// A small spec with every kind of shape, and answers of it.
enum Samples {
    static let evidence = Evidence.documented(page: 1)

    static func operation(_ name: String, _ result: [Member]?) -> SpecModel.Operation {
        SpecModel.Operation(
            name, family: .identities, "A sample.", page: 1, result: result, fixture: Fixture(evidence))
    }

    static let structures: [String: Structure] = Dictionary(
        uniqueKeysWithValues: [
            Structure(
                "Attributes", "Verification.", page: 1,
                members: [
                    Member("VerificationStatus", .enumeration(["Pending", "Success", "Failed"]), required: true, ""),
                    Member("VerificationToken", .string(format: .verificationToken), ""),
                ]),
            Structure(
                "Rule", "A rule.", page: 1,
                members: [
                    Member("Name", .string(), required: true, ""),
                    Member("Enabled", .boolean, ""),
                    Member("TlsPolicy", .enumeration(["Optional", "Require"]), ""),
                    Member("Recipients", .list(of: .string()), ""),
                    Member("Actions", .list(of: .structure("Action"), ordered: true), ""),
                    Member("ScanEnabled", .boolean, ""),
                ]),
            Structure(
                "Action", "An action.", page: 1,
                members: [
                    Member("StopAction", .structure("Stop"), ""),
                    Member("ConnectAction", .structure("Stop"), "", isLater: true),
                ]),
            Structure(
                "Stop", "Ends.", page: 1, members: [Member("Scope", .string(), ""), Member("TopicArn", .string(), "")]),
            Structure(
                "Metadata", "A rule set.", page: 1,
                members: [Member("Name", .string(), ""), Member("CreatedTimestamp", .timestamp, "")]),
            Structure(
                "Filter", "A filter.", page: 1,
                members: [
                    Member("Name", .string(), required: true, ""), Member("Cidr", .string(), required: true, ""),
                    Member("Policy", .enumeration(["Block", "Allow"]), required: true, ""),
                ]),
            Structure(
                "Point", "Counters.", page: 1,
                members: [
                    Member("Timestamp", .timestamp, required: true, ""), Member("Bounces", .long, required: true, ""),
                ]),
        ].map { ($0.name, $0) })

    static let operations: [String: SpecModel.Operation] = [
        "SendEmail": operation(
            "SendEmail",
            [
                Member("MessageId", .string(format: .messageID), required: true, ""),
                Member("Charge", .integer(nil), "", isLater: true), Member("Note", .string(), ""),
            ]),
        "ListIdentities": operation(
            "ListIdentities",
            [
                Member("Identities", .list(of: .string(), accountWide: true), required: true, ""),
                Member("NextToken", .string(format: .token), ""),
            ]),
        "ListPolicies": operation("ListPolicies", [Member("PolicyNames", .list(of: .string()), required: true, "")]),
        "ListSets": operation("ListSets", [Member("Names", .list(of: .string(), ordered: true), required: true, "")]),
        "GetAttributes": operation(
            "GetAttributes", [Member("VerificationAttributes", .map(.structure("Attributes")), required: true, "")]),
        "DescribeSet": operation(
            "DescribeSet",
            [
                Member("Metadata", .structure("Metadata"), ""),
                Member("Rules", .list(of: .structure("Rule"), ordered: true, key: "Name"), ""),
            ]),
        "ListFilters": operation(
            "ListFilters", [Member("Filters", .list(of: .structure("Filter"), key: "Name", accountWide: true), "")]),
        "FindFilters": operation("FindFilters", [Member("Filters", .list(of: .structure("Filter")), "")]),
        "GetQuota": operation(
            "GetQuota",
            [
                Member("Max24HourSend", .double, ""), Member("MaxSendRate", .double, ""),
                Member("Limit", .integer(nil), ""),
            ]),
        "GetStatistics": operation(
            "GetStatistics", [Member("SendDataPoints", .list(of: .structure("Point"), accountWide: true), "")]),
        "Delete": operation("Delete", []),
        "VerifyOld": operation("VerifyOld", nil),
    ]

    static let known = [
        "name:rule": "sc-r1-1-rule", "name:rule-two": "sc-r1-1-rule-two", "name:identity": "sc-r1-1-identity",
        "sender": "sc-r1-1-sender@example.com", "resource:sns-topic": "arn:aws:sns:us-east-1:123456789012:topic",
        "capture:token": "Zm9vYmFy", "capture:sent": "3.0",
    ]

    static let requestID = "5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3"

    /// A success around the content of the result; nil: no result element; empty: a void one.
    static func success(_ operation: String, _ result: String?, requestID: String = requestID) -> String {
        let content = result.map {
            $0.isEmpty ? "<\(operation)Result/>" : "<\(operation)Result>\($0)</\(operation)Result>"
        }
        return """
            <\(operation)Response xmlns="\(API.namespace)">\(content ?? "")
            <ResponseMetadata><RequestId>\(requestID)</RequestId></ResponseMetadata></\(operation)Response>
            """
    }

    static func failure(
        code: String = "ValidationError", type: String = "Sender", message: String? = "wrong",
        requestID: String = requestID
    ) -> String {
        let text = message.map { "<Message>\($0)</Message>" } ?? ""
        return """
            <ErrorResponse xmlns="\(API.namespace)"><Error><Type>\(type)</Type><Code>\(code)</Code>\(text)</Error>
            <RequestId>\(requestID)</RequestId></ErrorResponse>
            """
    }

    static func tree(_ text: String) throws -> Tree { try XMLReader.tree(from: Array(text.utf8)) }

    static func answer(
        _ body: String, status: Int = 200, contentType: String? = "text/xml", requestID: String? = requestID
    ) -> Answer {
        var headers: [Header] = []
        if let contentType { headers.append(Header("Content-Type", contentType)) }
        if let requestID { headers.append(Header("x-amzn-RequestId", requestID)) }
        return Answer(reading: HTTPResponse(status: status, headers: headers, body: Array(body.utf8)))
    }

    static func comparer(
        _ operation: String?, exactCounters: Bool = false, strictEnvelope: Bool = false
    ) -> AnswerComparer {
        AnswerComparer(
            operation: operation.flatMap { operations[$0] }, structures: structures, isOwn: { $0.contains("sc-r1-1-") },
            exactCounters: exactCounters, strictEnvelope: strictEnvelope)
    }

    /// The differences of two results of an operation, as `kind path severity`.
    static func differences(
        _ operation: String, _ expected: String?, _ actual: String?, exactCounters: Bool = false
    ) throws -> [Difference] {
        var bindings = Bindings(known: known)
        let golden = ExpectedAnswer(
            status: 200, tree: try tree(success(operation, expected, requestID: "⟦request-id⟧")))
        return comparer(operation, exactCounters: exactCounters)
            .compare(expected: golden, actual: answer(success(operation, actual)), bindings: &bindings)
    }
}

extension Difference {
    /// `missing SendEmailResponse/SendEmailResult/MessageId error`.
    var brief: String { "\(kind.rawValue) \(path) \(severity.rawValue)" }
}

/// One row of a table: what is expected of an operation, what comes, and the differences that are due.
struct Row: Sendable, CustomTestStringConvertible {
    let title: String
    let operation: String
    let expected: String?
    let actual: String?
    /// `missing MessageId error`, the path below the result.
    let differences: [String]

    init(_ title: String, _ operation: String, _ expected: String?, _ actual: String?, _ differences: String...) {
        self.title = title
        self.operation = operation
        self.expected = expected
        self.actual = actual
        self.differences = differences
    }

    var testDescription: String { title }

    func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let found = try Samples.differences(operation, expected, actual).map(\.brief)
        let wanted = differences.map { $0.replacing("RESULT", with: "\(operation)Response/\(operation)Result") }
        #expect(found == wanted, sourceLocation: sourceLocation)
    }
}
