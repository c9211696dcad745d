import SpecModel
import Testing

@Suite struct LintCaseTests {
    private static let operationDefects = [
        Defect(
            "v1/ListRules: pages are read by 'Limit', which is no parameter [malformed-pages]",
            "v1/ListRules: pages hold 'Items', which is no list of the result [malformed-pages]",
            in: Sound.specification(operations: [
                Sound.create(), Sound.delete(),
                Sound.list(pages: Pages(token: "NextToken", size: "Limit", items: "Items")),
            ])),
        Defect(
            "v1/CreateRule: undo calls 'DropRule', which is no operation [malformed-undo]",
            in: Sound.with(create: Sound.create(undo: Undo("DropRule", [])))),
        Defect(
            "v1/CreateRule: undo takes 'Rule.Title', which is no parameter [malformed-undo]",
            in: Sound.with(create: Sound.create(undo: Undo("DeleteRule", [(name: "Name", from: "Rule.Title")])))),
        Defect(
            "v1/CreateRule: undo does not send 'Name', which DeleteRule requires [malformed-undo]",
            in: Sound.with(create: Sound.create(undo: Undo("DeleteRule", [])))),
        Defect(
            "v1/CreateRule error E: there is no scenario 'gone' of it [unknown-scenario]",
            in: Sound.with(create: Sound.create(errors: [ErrorCase("E", when: "e", reach: .scenario("gone"))]))),
        Defect(
            "v1/CreateRule error E: status 200 is not from 400 to 599 [malformed-error]",
            in: Sound.with(
                create: Sound.create(errors: [ErrorCase("E", status: 200, when: "e", reach: .unreachable("r"))]))),
        Defect(
            "v1/CreateRule error E: it changes 'Rule.Nmae', which is no parameter [unknown-parameter]",
            in: Sound.with(
                create: Sound.create(errors: [
                    ErrorCase(
                        "E", when: "e",
                        reach: .provoked([Provocation(title: "t", changes: [.init("Rule.Nmae", "x")])]))
                ]))),
        Defect(
            "v1/ListRules fixture: the result lacks 'Rules', which is required [unknown-member]",
            in: Sound.specification(operations: [
                Sound.create(), Sound.delete(), Sound.list(fixture: Fixture(Sound.evidence)),
            ])),
        Defect(
            "v1/CreateRule fixture effect step read: it takes over 'Role', which is no parameter of CreateRule "
                + "[unknown-parameter]",
            in: Sound.with(
                create: Sound.create(effect: [
                    Step("read", "ListRules", expect: .result(["Rules": [.echo("Role")]], Sound.evidence))
                ]))),
        Defect(
            "v1/CreateRule fixture effect: a judged step has no name, so that its golden has none either "
                + "[malformed-step]",
            in: Sound.with(
                create: Sound.create(effect: [Step("", "ListRules", expect: .result(["Rules": []], Sound.evidence))]))),
        Defect(
            "v1/CreateRule observation 'c': source 'API reference p. 0' names no page of the reference "
                + "[malformed-evidence]",
            in: Sound.with(
                create: Sound.create(observations: [Observation("c", status: 200, .documented(page: 0))]))),
    ]

    private static let scenarioDefects = [
        Defect(
            "v1: scenario 'CreateRule/creates-twice' occurs more than once [duplicate-name]",
            in: Sound.adding(Sound.scenario())),
        Defect(
            "v1/CreateRule/createsTwice: scenario 'createsTwice' is not kebab-case, such as 'missing-source' "
                + "[malformed-name]",
            in: Sound.adding(Sound.scenario("createsTwice"))),
        Defect(
            "v1/CreateRule/other: requirement 'It should.' says nothing that MUST hold [malformed-requirement]",
            in: Sound.adding(Sound.scenario("other", requirement: "It should."))),
        Defect(
            "v1/DropRule/other: there is no operation 'DropRule' [unknown-operation]",
            in: Sound.adding(Sound.scenario("other", operation: "DropRule"))),
        Defect(
            "v1/CreateRule/other: the source is empty [malformed-evidence]",
            in: Sound.adding(Sound.scenario("other", source: Evidence(.claimed, " ")))),
        Defect(
            "v1/CreateRule/other: no step is judged, so that the scenario can't fail [malformed-step]",
            in: Sound.adding(Sound.scenario("other", steps: [.setup("ListRules")]))),
        Defect(
            "v1/CreateRule/other: step 'second' occurs more than once [duplicate-name]",
            in: Sound.adding(Sound.scenario("other", steps: Sound.twice + Sound.twice))),
    ]

    private static let stepDefects = [
        Defect(
            "v1/CreateRule/other setup step 1: there is no operation 'DropRule' [unknown-operation]",
            in: Sound.adding(Sound.scenario("other", setup: [.setup("DropRule")]))),
        Defect(
            "v1/CreateRule/other step a: 'Nmae' is no parameter of DeleteRule [unknown-parameter]",
            in: Sound.with(
                step: Step("a", "DeleteRule", ["Name": "x", "Nmae": "y"], expect: .result([:], Sound.evidence)))),
        Defect(
            "v1/CreateRule/other step a: it must succeed without 'Name', which is required [malformed-step]",
            in: Sound.with(step: Step("a", "DeleteRule", expect: .result([:], Sound.evidence)))),
        Defect(
            "v1/CreateRule/other step a Rule.Mode: 'Maybe' is none of On, Off [unknown-parameter]",
            in: Sound.with(
                step: Step(
                    "a", "CreateRule", ["Rule": ["Name": "x", "Mode": "Maybe"]], expect: .result([:], Sound.evidence)))),
        Defect(
            "v1/CreateRule/other step a: 'Names' is no member of the result of ListRules [unknown-member]",
            in: Sound.with(step: Step("a", "ListRules", expect: .result(["Names": []], Sound.evidence)))),
        Defect(
            "v1/CreateRule/other step a: '⟦nmae:x⟧' in a request; the kinds there are capture, input, name, "
                + "resource, sender, serial [unknown-placeholder]",
            in: Sound.with(step: Step("a", "DeleteRule", ["Name": "⟦nmae:x⟧"], expect: .observed))),
        Defect(
            "v1/CreateRule/other step a: '⟦one-of:A⟧' needs two values or more [unknown-placeholder]",
            in: Sound.with(
                step: Step("a", "ListRules", expect: .result(["NextToken": "⟦one-of:A⟧"], Sound.evidence)))),
        Defect(
            "v1/CreateRule/other step a: 'token' is captured by no earlier step [unknown-capture]",
            in: Sound.with(step: Step("a", "ListRules", ["NextToken": "⟦capture:token⟧"], expect: .observed))),
        Defect(
            "v1/CreateRule/other step a: 't' captures 'Token', which the result does not have [unknown-member]",
            in: Sound.with(step: Step("a", "ListRules", expect: .observed, captures: ["t": "Token"]))),
        Defect(
            "v1/CreateRule/other step a: it reads pages, which DeleteRule does not have [malformed-step]",
            in: Sound.with(step: Step("a", "DeleteRule", ["Name": "x"], expect: .observed, paging: Paging()))),
        Defect(
            "v1/CreateRule/other step a: one request can't be sent at once [malformed-step]",
            in: Sound.with(step: Step("a", "ListRules", expect: .observed, isAtOnce: true))),
        Defect(
            "v1/CreateRule/other step a: it reads pages several times [malformed-step]",
            in: Sound.with(step: Step("a", "ListRules", expect: .observed, paging: Paging(), times: 2))),
        Defect(
            "v1/CreateRule/other step a: the failure has no code [malformed-expectation]",
            in: Sound.with(step: Step("a", "ListRules", expect: .failure(Failure([], Sound.evidence))))),
        Defect(
            "v1/CreateRule/other step a: it gives no choice [malformed-expectation]",
            in: Sound.with(step: Step("a", "ListRules", expect: .anyOf([.observed])))),
    ]

    @Test("operations", arguments: operationDefects) func operations(_ defect: Defect) {
        #expect(Set(defect.found) == Set(defect.findings))
    }

    @Test("scenarios", arguments: scenarioDefects) func scenarios(_ defect: Defect) {
        #expect(Set(defect.found) == Set(defect.findings))
    }

    @Test("steps", arguments: stepDefects) func steps(_ defect: Defect) {
        #expect(Set(defect.found) == Set(defect.findings))
    }

    @Test("what must be refused may be wrong in every way, with names that say so") func refused() {
        let failure = Expectation.failure(Failure(["InvalidParameterValue"], Sound.evidence))
        let step = Step(
            "a", "CreateRule", ["Rule": ["Mode": "Maybe", "NoSuchMember": 1], "UnknownParameter": 1], expect: failure)
        #expect(Defect(in: Sound.with(step: step)).found.isEmpty)
    }

    @Test("a captured value may be used by what comes after it") func captured() {
        let first = Step("a", "ListRules", expect: .observed, captures: ["t": "NextToken"])
        let second = Step("b", "ListRules", ["NextToken": "⟦capture:t⟧"], expect: .observed)
        #expect(Defect(in: Sound.adding(Sound.scenario("other", steps: [first, second]))).found.isEmpty)
    }
}
