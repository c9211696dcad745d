import SpecCatalog
import SpecModel
import Testing

/// A spec with one defect and what lint says of it.
struct Defect: Sendable, CustomTestStringConvertible {
    let findings: [String]
    let specification: Specification

    var testDescription: String { findings.first ?? "" }

    init(_ findings: String..., in specification: Specification) {
        self.findings = findings
        self.specification = specification
    }

    /// What lint says.
    var found: [String] { Lint.findings(in: Catalog([specification])).map(\.description) }
}

@Suite struct LintTests {
    @Test("a sound spec has no findings") func sound() {
        #expect(Lint.findings(in: Catalog([Sound.specification()])).isEmpty)
    }

    @Test("the specs of this build have no findings") func standard() {
        let findings = Lint.findings(in: .standard)
        #expect(findings.isEmpty, "\(findings.map { "\($0)\n" }.joined())")
    }

    private static let typeDefects = [
        Defect(
            "v1/CreateRule parameters.Other: there is no type 'Gone' [dangling-type]",
            in: Sound.with(parameter: Member("Other", .list(of: .structure("Gone")), "It.", note: "why"))),
        Defect(
            "v1 type Spare: no operation uses it [unused-type]",
            in: Sound.specification(structures: [
                Sound.rule, Structure("Spare", "Spare.", page: 1, members: [Sound.name]),
            ])),
        Defect(
            "v1: operation 'ListRules' occurs more than once [duplicate-name]",
            in: Sound.specification(operations: [Sound.create(), Sound.delete(), Sound.list(), Sound.list()])),
        Defect(
            "v1: operation 'CreateRule' stands after 'DeleteRule'; the order is alphabetical [unordered-name]",
            in: Sound.specification(operations: [Sound.delete(), Sound.create(), Sound.list()])),
        Defect(
            "v1/CreateRule: page 0 is no page of the reference [missing-page]",
            in: Sound.with(create: Sound.create(page: 0))),
        Defect(
            "v1/CreateRule parameters: member 'Rule' occurs more than once [duplicate-name]",
            in: Sound.with(parameter: Sound.ruleMember)),
        Defect(
            "v1/CreateRule parameters.X: it is required and came with a later version: one can't hold "
                + "[contradictory-member]",
            "v1/CreateRule/creates-twice step first: it must succeed without 'X', which is required [malformed-step]",
            "v1/DeleteRule fixture setup step 1: it must succeed without 'X', which is required [malformed-step]",
            in: Sound.with(parameter: Member("X", .boolean, required: true, "X.", example: true, isLater: true))),
    ]

    private static let constraintDefects = [
        Defect(
            "v1/CreateRule parameters.X: no length suits all sources: 1…9 by a, 20…30 by b [empty-range]",
            in: Sound.with(
                parameter: Member("X", .string(length: Bound(1...9, by: "a").or(20...30, by: "b")), "X.", note: "n"))),
        Defect(
            "v1/CreateRule parameters.X: example '⟦x' has 2 characters, not 3 to 9 [contradictory-example]",
            in: Sound.with(
                parameter: Member("X", .string(length: Bound(3...9, by: "a")), "X.", example: "⟦⟦x"))),
        Defect(
            "v1/CreateRule parameters.X: example '12x' is no Integer [contradictory-example]",
            in: Sound.with(parameter: Member("X", .integer(nil), "X.", example: "12x"))),
        Defect(
            "v1/CreateRule parameters.X: example 11 is not within 1 to 10 [contradictory-example]",
            in: Sound.with(
                parameter: Member("X", .integer(Bound(1...10, by: "a")), "X.", example: 11))),
        Defect(
            "v1/CreateRule parameters.X: default 'Maybe' is none of On, Off [contradictory-default]",
            in: Sound.with(
                parameter: Member("X", .enumeration(["On", "Off"]), "X.", example: "On", defaultValue: "Maybe"))),
        Defect(
            "v1/CreateRule parameters.X: allowed value 'On' occurs more than once [malformed-enumeration]",
            in: Sound.with(parameter: Member("X", .enumeration(["On", "On"]), "X.", example: "On"))),
        Defect(
            "v1/CreateRule parameters.X: example 'sc-k3f9-12-x' does not match '[a-z]+' [contradictory-example]",
            in: Sound.with(
                parameter: Member(
                    "X", .string(pattern: Pattern("[a-z]+", "letters", by: "a")), "X.", example: "⟦name:x⟧"))),
        Defect(
            "v1/CreateRule parameters.X: example 'nobody' is no email address [contradictory-example]",
            in: Sound.with(parameter: Member("X", .string(format: .emailAddress), "X.", example: "nobody"))),
        Defect(
            "v1/CreateRule parameters.X: example has 3 members, not 1 to 2 [contradictory-example]",
            in: Sound.with(
                parameter: Member(
                    "X", .list(of: .boolean, count: Bound(1...2, by: "a")), "X.", example: [true, false, true]))),
        Defect(
            "v1/CreateRule parameters.X.member.1: example lacks 'Name', which Rule requires [contradictory-example]",
            "v1/CreateRule parameters.X.member.1: example has 'Nam', which is no member of Rule "
                + "[contradictory-example]",
            in: Sound.with(
                parameter: Member("X", .list(of: .structure("Rule")), "X.", example: [["Nam": "⟦name:rule⟧"]]))),
        Defect(
            "v1/CreateRule parameters.X: the list's key 'Id' is no member of Rule [unknown-member]",
            in: Sound.with(
                parameter: Member("X", .list(of: .structure("Rule"), key: "Id"), "X.", note: "n"))),
        Defect(
            "v1/CreateRule parameters.X: example uses ⟦resource:kms-key⟧ but the member has no need 'kms-key' "
                + "[contradictory-example]",
            in: Sound.with(parameter: Member("X", .string(), "X.", example: "⟦resource:kms-key⟧"))),
        Defect(
            "v1/CreateRule parameters: a rule names 'Gone', which is no member [malformed-rule]",
            in: Sound.with(
                create: Sound.create(
                    parameters: [Sound.ruleMember, Sound.mode],
                    rules: [.atLeastOne(["Mode", "Gone"], source: "p. 1")]))),
    ]

    private static let exampleDefects = [
        Defect(
            "v1/CreateRule parameter X: it is required and has no example to send [missing-example]",
            "v1/CreateRule/creates-twice step first: it must succeed without 'X', which is required [malformed-step]",
            "v1/DeleteRule fixture setup step 1: it must succeed without 'X', which is required [malformed-step]",
            in: Sound.with(parameter: Member("X", .boolean, required: true, "X."))),
        Defect(
            "v1/CreateRule parameter X: it has neither an example nor a note that says why [missing-note]",
            in: Sound.with(parameter: Member("X", .boolean, "X."))),
        Defect(
            "v1/CreateRule: one of X, Y must be sent and none has an example [missing-example]",
            in: Sound.with(
                create: Sound.create(
                    parameters: [
                        Sound.ruleMember, Member("X", .boolean, "X.", note: "n"),
                        Member("Y", .boolean, "Y.", note: "n"),
                    ], rules: [.exactlyOne(["X", "Y"], source: "p. 1")]))),
    ]

    @Test("types and names", arguments: typeDefects) func types(_ defect: Defect) {
        #expect(Set(defect.found) == Set(defect.findings))
    }

    @Test("constraints, examples and defaults", arguments: constraintDefects) func constraints(_ defect: Defect) {
        #expect(Set(defect.found) == Set(defect.findings))
    }

    @Test("what can't be sent", arguments: exampleDefects) func examples(_ defect: Defect) {
        #expect(Set(defect.found) == Set(defect.findings))
    }
}
