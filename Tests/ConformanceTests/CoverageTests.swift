import Foundation
import SpecCatalog
import SpecModel
import Testing

@testable import Conformance

@Suite struct CoverageTests {
    private static let cases = CaseCatalog(.standard)
    private static let coverage = Coverage(.standard, cases: cases)

    @Test("every element of the spec has a case or a reason for having none") func complete() {
        #expect(Self.coverage.uncovered.map(\.description) == [])
    }

    @Test("every case exercises something of its own") func padding() throws {
        #expect(Self.coverage.padding == [])
        let twin = Scenario(
            "odder", "ListThings", title: "asks oddly again", requirement: "None.", source: Things.page,
            steps: [Step("", "ListThings", ["NextToken": "no-such-token"], expect: .observed)])
        let catalog = Things.catalog(scenarios: [Things.unknown, twin])
        let found = Coverage(catalog, cases: CaseCatalog(catalog))
        #expect(found.padding == [["v1/ListThings/odd", "v1/ListThings/odder"]])
        #expect(found.text().contains("beside the first of each row\n  v1/ListThings/odd, v1/ListThings/odder\n"))
        #expect(try String(decoding: found.json(), as: UTF8.self).contains("\"padding\" : [\n    ["))
    }

    @Test("every operation, parameter and declared error is an element, each once") func elements() {
        let names = Self.coverage.elements.map(\.description)
        #expect(Set(names).count == names.count)
        for operation in Catalog.standard.operations {
            #expect(names.contains("\(operation.id) operation"))
            for member in operation.parameters { #expect(names.contains("\(operation.id) parameter \(member.name)")) }
            for error in operation.errors { #expect(names.contains("\(operation.id) error \(error.code)")) }
            for member in operation.result ?? [] { #expect(names.contains("\(operation.id) result \(member.name)")) }
        }
        for error in SESv1Facts.commonErrors { #expect(names.contains("v1 common-error \(error)")) }
    }

    @Test(
        "an element names the cases that exercise it",
        arguments: [
            ("v1/SendEmail required Source", "v1/SendEmail/missing-source"),
            ("v1/SendEmail parameter Destination.ToAddresses", "v1/SendEmail/minimal"),
            ("v1/ListIdentities range MaxItems", "v1/ListIdentities/above-max-items"),
            ("v1/ListIdentities value IdentityType=Domain", "v1/ListIdentities/value-identity-type-domain"),
            ("v1/ListIdentities enumeration IdentityType", "v1/ListIdentities/outside-identity-type"),
            ("v1/ListIdentities result NextToken", "v1/ListIdentities/pages-to-the-end"),
            ("v1/DeleteReceiptRuleSet error CannotDelete", "v1/DeleteReceiptRuleSet/error-cannot-delete"),
            ("v1/GetIdentityDkimAttributes count Identities", "v1/GetIdentityDkimAttributes/too-many-identities"),
            ("v1/SetReceiptRulePosition error RuleDoesNotExist", "v1/SetReceiptRulePosition/error-rule-does-not-exist"),
            ("v1/SendEmail result MessageId", "v1/SendEmail/minimal"),
            ("v1 common-error MissingAction", "v1/VerifyEmailIdentity/no-action"),
        ])
    func exercised(_ name: String, _ id: String) throws {
        let element = try #require(Self.coverage.elements.first { $0.description == name })
        #expect(element.cases.contains(id), "\(element.cases)")
        #expect(element.reason == nil)
        for one in element.cases { #expect(Self.cases[one] != nil) }
    }

    @Test(
        "what a client can't exercise has the reason that the spec gives",
        arguments: [
            ("v1/SendEmail parameter Tags", "came after the reference: never sent"),
            (
                "v1/CreateReceiptRuleSet error LimitExceeded",
                "would fill the account with rule sets, which others share"
            ),
            (
                "v1/SendRawEmail required RawMessage.Data",
                "without it nothing of RawMessage is sent: the same request as one without RawMessage"
            ),
        ])
    func reason(_ name: String, _ reason: String) throws {
        let element = try #require(Self.coverage.elements.first { $0.description == name })
        #expect(element.reason == reason)
        #expect(element.cases == [])
    }

    @Test("without cases, every element lacks one, and only what the spec excuses is excused") func without() {
        let coverage = Coverage(.standard, cases: CaseCatalog(Catalog([])))
        #expect(coverage.elements.count == Self.coverage.elements.count)
        #expect(coverage.elements.allSatisfy { $0.cases.isEmpty })
        #expect(coverage.uncovered.count > 400)
        #expect(coverage.uncovered.map(\.description).contains("v1/SendEmail required Source"))
    }

    @Test("a member without example, note or case is a gap, and so is a scenario that never sees its error")
    func gap() {
        let operation = Operation(
            "Probe", family: .account, "Probes.", page: 1,
            parameters: [
                Member("Seen", .boolean, required: true, "Is sent.", example: true),
                Member("Forgotten", .string(), "Is never sent."),
                Member("Excused", .string(), "Is never sent.", note: "nobody has one"),
            ],
            result: [Member("Shown", .string(), "Is expected."), Member("Hidden", .string(), "Is not.")],
            errors: [ErrorCase("Lost", when: "never", reach: .scenario("no-such-scenario"))],
            fixture: Fixture(result: ["Shown": "⟦any⟧"], .documented(page: 1)))
        let catalog = Catalog([Specification(api: .v1, operations: [operation], structures: [])])
        let coverage = Coverage(catalog, cases: CaseCatalog(catalog))
        #expect(
            coverage.uncovered.map(\.description) == [
                "v1/Probe parameter Forgotten", "v1/Probe error Lost", "v1/Probe result Hidden",
            ])
        let text = coverage.text()
        #expect(
            text.hasSuffix(
                "Neither a case nor a reason\n  v1/Probe parameter Forgotten\n"
                    + "  v1/Probe error Lost\n  v1/Probe result Hidden\n"))
        #expect(text.contains("  nobody has one\n    v1/Probe parameter Excused\n"))
    }

    @Test("the JSON holds every element, and is the same each time") func json() throws {
        let data = try Self.coverage.json()
        #expect(try Coverage(.standard, cases: Self.cases).json() == data)
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(object["schema"] as? String == "ses-conformance/coverage/1")
        #expect((object["elements"] as? [Any])?.count == Self.coverage.elements.count)
        #expect(object["uncovered"] as? Int == Self.coverage.uncovered.count)
    }
}

/// Facts that the spec must not lose.
private enum SESv1Facts {
    /// Source: API reference p. 96.
    static let commonErrors = [
        "IncompleteSignature", "InternalFailure", "InvalidAction", "InvalidClientTokenId",
        "InvalidParameterCombination", "InvalidParameterValue", "InvalidQueryParameter", "MalformedQueryString",
        "MissingAction", "MissingAuthenticationToken", "MissingParameter", "OptInRequired", "RequestExpired",
        "ServiceUnavailable", "Throttling", "ValidationError",
    ]
}
