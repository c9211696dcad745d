import Diff
import SpecModel
import Testing

/// Answers as large as are read: what takes time with the square of their size would never end.
@Suite struct HugeAnswerTests {
    private static func strangers(_ count: Int) -> String { (0..<count).map { "<m\($0)/>" }.joined() }

    @Test("of members that nobody knows the first are told, and that there are more") func members() throws {
        let found = try Samples.differences(
            "SendEmail", "<MessageId>⟦any⟧</MessageId>", "<MessageId>a</MessageId>" + Self.strangers(50_000))
        #expect(found.first?.brief == "unexpected SendEmailResponse/SendEmailResult/m0 warning")
        #expect(found.count == 201)
        #expect(found.last?.actual == "more differences than are told: these are the first 200")
        #expect(found.last?.severity == .note)
    }

    @Test("what is graver is told, however much comes before it") func graver() throws {
        let long = "<MessageId>a</MessageId>" + Self.strangers(1_000)
        var bindings = Bindings(known: Samples.known)
        let expected = ExpectedAnswer(
            status: 200,
            tree: try Samples.tree(
                Samples.success("SendEmail", "<MessageId>⟦any⟧</MessageId>", requestID: "⟦request-id⟧")))
        let found = Samples.comparer("SendEmail").compare(
            expected: expected, actual: Samples.answer(Samples.success("SendEmail", long, requestID: " ")),
            bindings: &bindings)
        #expect(found.contains { $0.path == "SendEmailResponse/ResponseMetadata/RequestId" && $0.severity == .error })
    }

    @Test("members of a list are told together, twice the same or not") func lists() throws {
        let members = String(repeating: "<member>x</member>", count: 40_000)
        let found = try Samples.differences(
            "ListPolicies", ListTests.names("a"), "<PolicyNames><member>a</member>\(members)</PolicyNames>")
        #expect(found.map(\.brief) == ["duplicate ListPoliciesResponse/ListPoliciesResult/PolicyNames/member[+] error"])
    }

    @Test("members that others made are checked, and the same fault of them all told once") func others() throws {
        let members = String(repeating: "<member><Name>x</Name></member>", count: 40_000)
        let found = try Samples.differences("ListFilters", "<Filters/>", "<Filters>\(members)</Filters>")
        let place = "ListFiltersResponse/ListFiltersResult/Filters/member[+]"
        #expect(found.map(\.brief) == ["missing \(place)/Cidr error", "missing \(place)/Policy error"])
    }

    @Test("long names are cut where they are shown") func names() throws {
        let name = String(repeating: "n", count: 40_000)
        let found = try Samples.differences("Delete", "", "<\(name)/>")
        #expect(found.count == 1)
        #expect(found[0].path.utf8.count < 600)
    }
}
