import Diff
import Testing

@Suite struct ListTests {
    static func names(_ texts: String..., list: String = "PolicyNames") -> String {
        "<\(list)>" + texts.map { "<member>\($0)</member>" }.joined() + "</\(list)>"
    }
    static func identities(_ texts: String...) -> String {
        "<Identities>" + texts.map { "<member>\($0)</member>" }.joined() + "</Identities>"
    }
    static func sets(_ texts: String...) -> String {
        "<Names>" + texts.map { "<member>\($0)</member>" }.joined() + "</Names>"
    }
    static func rules(_ rules: (String, String)...) -> String {
        "<Rules>" + rules.map { "<member><Name>\($0.0)</Name><Enabled>\($0.1)</Enabled></member>" }.joined()
            + "</Rules>"
    }
    static func filters(_ filters: (String, String)...) -> String {
        "<Filters>"
            + filters.map { "<member><Name>\($0.0)</Name><Cidr>\($0.1)</Cidr><Policy>Block</Policy></member>" }.joined()
            + "</Filters>"
    }
    static let own = "sc-r1-1-identity@example.com"

    static let unordered: [Row] = [
        Row("equal", "ListPolicies", names("a", "b"), names("a", "b")),
        Row("another order", "ListPolicies", names("a", "b", "c"), names("c", "a", "b")),
        Row("both empty", "ListPolicies", names(), "<PolicyNames/>"),
        Row("list not there", "ListPolicies", names(), "", "missing RESULT/PolicyNames error"),
        Row(
            "one missing", "ListPolicies", names("a", "b", "c"), names("c", "b"),
            "missing RESULT/PolicyNames/member[1] error"),
        Row(
            "all missing", "ListPolicies", names("a", "b"), names(), "missing RESULT/PolicyNames/member[1] error",
            "missing RESULT/PolicyNames/member[2] error"),
        Row("one more", "ListPolicies", names("a"), names("b", "a"), "unexpected RESULT/PolicyNames/member[+] error"),
        Row(
            "two more are one", "ListPolicies", names("a"), names("b", "a", "c"),
            "unexpected RESULT/PolicyNames/member[+] error"),
        Row(
            "one twice", "ListPolicies", names("a", "b"), names("b", "a", "b"),
            "duplicate RESULT/PolicyNames/member[+] error"),
        Row(
            "one changed", "ListPolicies", names("a", "b"), names("x", "a"), "value RESULT/PolicyNames/member[2] error"),
        Row("open members take what is left", "ListPolicies", names("⟦any⟧", "b", "c"), names("b", "x", "c")),
        Row(
            "items of another name", "ListPolicies", names("a", "b"),
            "<PolicyNames><item>a</item><item>b</item></PolicyNames>", "unexpected RESULT/PolicyNames error"),
        Row(
            "flattened", "ListPolicies", names("a", "b"), "<PolicyNames>a</PolicyNames><PolicyNames>b</PolicyNames>",
            "unexpected RESULT/PolicyNames error"),
        Row(
            "flattened, one", "ListPolicies", names("a"), "<PolicyNames>a</PolicyNames>",
            "unexpected RESULT/PolicyNames error"),
        Row(
            "flattened structures", "FindFilters", filters(("a", "1"), ("b", "2")),
            "<Filters><Name>a</Name><Cidr>1</Cidr><Policy>Block</Policy></Filters>"
                + "<Filters><Name>b</Name><Cidr>2</Cidr><Policy>Block</Policy></Filters>",
            "unexpected RESULT/Filters error"),
        Row(
            "one flattened structure", "FindFilters", filters(("a", "1")),
            "<Filters><Name>a</Name><Cidr>1</Cidr><Policy>Block</Policy></Filters>", "unexpected RESULT/Filters error"),
        Row(
            "structures by content", "FindFilters", filters(("a", "1"), ("b", "2"), ("c", "3")),
            filters(("c", "3"), ("b", "9"), ("a", "1")), "value RESULT/Filters/member[2]/Cidr error"),
        Row(
            "structures, one missing", "FindFilters", filters(("a", "1"), ("b", "2"), ("c", "3")),
            filters(("c", "3"), ("b", "2")), "missing RESULT/Filters/member[1] error"),
    ]

    static let accountWide: [Row] = [
        Row("others are tolerated", "ListIdentities", identities(own), identities("x@example.com", own, "example.org")),
        Row(
            "own are expected", "ListIdentities", identities(own), identities("x@example.com"),
            "missing RESULT/Identities/member[1] error"),
        Row(
            "own and not expected", "ListIdentities", identities(), identities("x@example.com", own),
            "unexpected RESULT/Identities/member[+] error"),
        Row(
            "own, listed twice", "ListIdentities", identities(own), identities(own, own),
            "unexpected RESULT/Identities/member[+] error"),
        Row(
            "structures of others", "ListFilters", filters(("⟦name:rule⟧", "1")),
            filters(("theirs", "1"), ("sc-r1-1-rule", "1"))),
        Row(
            "an own structure that is not expected", "ListFilters", filters(),
            filters(("theirs", "1"), ("sc-r1-1-rule", "1")),
            "unexpected RESULT/Filters/member[+] error"),
        Row(
            "an own structure with another value", "ListFilters", filters(("⟦name:rule⟧", "1")),
            filters(("theirs", "1"), ("sc-r1-1-rule", "2")), "value RESULT/Filters/member[Name=⟦name:rule⟧]/Cidr error"),
        Row(
            "an own structure that is missing", "ListFilters", filters(("⟦name:rule⟧", "1")), filters(("theirs", "1")),
            "missing RESULT/Filters/member[Name=⟦name:rule⟧] error"),
    ]

    static let ordered: [Row] = [
        Row("texts in order", "ListSets", sets("a", "b"), sets("a", "b")),
        Row("texts swapped", "ListSets", sets("a", "b", "c"), sets("b", "a", "c"), "order RESULT/Names error"),
        Row(
            "texts reversed", "ListSets", sets("a", "b", "c", "d"), sets("d", "c", "b", "a"), "order RESULT/Names error"
        ),
        Row("first missing", "ListSets", sets("a", "b", "c"), sets("b", "c"), "missing RESULT/Names/member[1] error"),
        Row("middle missing", "ListSets", sets("a", "b", "c"), sets("a", "c"), "missing RESULT/Names/member[2] error"),
        Row(
            "one in between", "ListSets", sets("a", "b"), sets("a", "x", "b"), "unexpected RESULT/Names/member[+] error"
        ),
        Row("one changed", "ListSets", sets("a", "b", "c"), sets("a", "x", "c"), "value RESULT/Names/member[2] error"),
        Row(
            "one missing, one changed", "ListSets", sets("a", "b", "c", "d"), sets("b", "x", "d"),
            "value RESULT/Names/member[3] error", "missing RESULT/Names/member[1] error"),
        Row("rules in order", "DescribeSet", rules(("a", "true"), ("b", "true")), rules(("a", "true"), ("b", "true"))),
        Row(
            "rules swapped", "DescribeSet", rules(("a", "true"), ("b", "true")), rules(("b", "true"), ("a", "true")),
            "order RESULT/Rules error"),
        Row(
            "rules swapped, one changed", "DescribeSet", rules(("a", "true"), ("b", "true")),
            rules(("b", "false"), ("a", "true")), "order RESULT/Rules error",
            "value RESULT/Rules/member[Name=b]/Enabled error"),
        Row(
            "a rule missing", "DescribeSet", rules(("⟦name:rule⟧", "true"), ("b", "true"), ("c", "true")),
            rules(("b", "true"), ("c", "true")), "missing RESULT/Rules/member[Name=⟦name:rule⟧] error"),
        Row(
            "a rule of another name", "DescribeSet", rules(("a", "true"), ("b", "true")),
            rules(("A", "true"), ("b", "true")),
            "value RESULT/Rules/member[Name=a]/Name error"),
        Row(
            "a rule without a name", "DescribeSet", rules(("a", "true"), ("b", "true")),
            "<Rules><member><Enabled>true</Enabled></member><member><Name>b</Name><Enabled>true</Enabled></member></Rules>",
            "missing RESULT/Rules/member[Name=a]/Name error"),
    ]

    @Test("lists without order are matched by key or content", arguments: unordered)
    func matched(row: Row) throws { try row.check() }

    @Test("lists of the whole account may hold what others made", arguments: accountWide)
    func shared(row: Row) throws { try row.check() }

    @Test("lists with an order are matched by position", arguments: ordered)
    func aligned(row: Row) throws { try row.check() }

    @Test("an order is told in both") func orderTexts() throws {
        let found = try Samples.differences(
            "DescribeSet", Self.rules(("⟦name:rule⟧", "true"), ("b", "true")),
            Self.rules(("b", "true"), ("sc-r1-1-rule", "true")))
        #expect(found.map(\.expected) == ["⟦name:rule⟧, b"])
        #expect(found.map(\.actual) == ["b, sc-r1-1-rule"])
    }

    @Test("a thousand members in another order, one missing, are one difference", .timeLimit(.minutes(10)))
    func thousand() throws {
        let member = { (number: Int) in
            "<member><Name>n\(number)</Name><Cidr>c\(number)</Cidr><Policy>Block</Policy></member>"
        }
        let expected = "<Filters>" + (0..<1_000).map(member).joined() + "</Filters>"
        let actual = "<Filters>" + (1..<1_000).reversed().map(member).joined() + "</Filters>"
        let found = try Samples.differences("FindFilters", expected, actual).map(\.brief)
        #expect(found == ["missing FindFiltersResponse/FindFiltersResult/Filters/member[1] error"])
    }

    @Test("two long lists that have nothing in common end", .timeLimit(.minutes(10))) func strangers() throws {
        let member = { (number: Int) in
            "<member><Name>n\(number)</Name><Cidr>c\(number)</Cidr><Policy>Block</Policy></member>"
        }
        let expected = "<Filters>" + (0..<1_000).map(member).joined() + "</Filters>"
        let actual = "<Filters>" + (5_000..<6_000).map(member).joined() + "</Filters>"
        #expect(try !Samples.differences("FindFilters", expected, actual).isEmpty)
    }
}
