import SpecModel

/// A small spec in which nothing is wrong, with every part to be replaced by a test.
enum Sound {
    static let evidence = Evidence.documented(page: 9)
    static let name = Member(
        "Name", .string(length: Bound(1...63, by: "reference").or(1...64, by: "model")), required: true,
        "The rule's name.", example: "⟦name:rule⟧")
    static let mode = Member("Mode", .enumeration(["On", "Off"]), "How.", example: "On", defaultValue: "Off")
    static let rule = Structure(
        "Rule", "A rule.", page: 3,
        members: [name, mode, Member("Topic", .string(format: .arn), "Where to.", example: topic, need: .snsTopic)])
    static let topic: Value = "⟦resource:sns-topic⟧"
    static let ruleMember = Member("Rule", .structure("Rule"), required: true, "What is made.")
    static let noSuchRule = ErrorCase(
        "RuleDoesNotExist", when: "the rule is not there",
        reach: .provoked([
            Provocation(title: "names a rule that is not there", changes: [.init("Name", "⟦name:absent⟧")])
        ]))
    static let read = Step(
        "read", "ListRules", expect: .result(["Rules": [.echo("Rule")]], evidence))

    /// `CreateRule`, which makes what ``list(parameters:result:pages:fixture:)`` shows.
    static func create(
        page: ReferencePage = 7, throttle: Double? = 1, parameters: [Member] = [ruleMember], rules: [MemberRule] = [],
        errors: [ErrorCase] = [
            ErrorCase("AlreadyExists", when: "the name is taken", reach: .scenario("creates-twice")),
            ErrorCase("LimitExceeded", when: "there are too many", reach: .unreachable("takes 10,000 requests")),
        ], undo: Undo? = Undo("DeleteRule", [(name: "Name", from: "Rule.Name")]), effect: [Step] = [read],
        observations: [Observation] = [
            Observation(
                "name taken", status: 400, code: "AlreadyExists", message: "Rule exists: ⟦any⟧",
                Evidence(.published, "issue 7", date: "2020"))
        ]
    ) -> Operation {
        Operation(
            "CreateRule", family: .receiving, "Makes a rule.", page: page, throttle: throttle,
            parameters: parameters, rules: rules, result: [], errors: errors, undo: undo,
            fixture: Fixture(evidence, effect: effect), observations: observations)
    }

    static func delete(errors: [ErrorCase] = [noSuchRule], setup: [Step]? = nil) -> Operation {
        let made = Step.setup("CreateRule", ["Rule": ["Name": "⟦name:rule⟧"]])
        return Operation(
            "DeleteRule", family: .receiving, "Takes a rule away.", page: 8, parameters: [name], result: nil,
            errors: errors, fixture: Fixture(setup: setup ?? [made], evidence))
    }

    static let token = Member("NextToken", .string(), "Goes on.", note: "needs an earlier answer's token")
    static let size = Member("MaxItems", .integer(Bound(1...10, by: "reference")), "The page's size.", example: 2)
    static let rulesMember = Member(
        "Rules", .list(of: .structure("Rule"), key: "Name", accountWide: true), required: true, "All rules.")

    static func list(
        parameters: [Member] = [token, size], result: [Member]? = [rulesMember, token],
        pages: Pages? = Pages(token: "NextToken", size: "MaxItems", items: "Rules"),
        fixture: Fixture = Fixture(result: ["Rules": []], evidence)
    ) -> Operation {
        Operation(
            "ListRules", family: .receiving, "Lists rules.", page: 11, parameters: parameters, result: result,
            pages: pages, fixture: fixture)
    }

    static let createInput: Fields = ["Rule": ["Name": "⟦name:rule⟧", "Mode": "On"]]
    static let twice = [
        Step("first", "CreateRule", createInput, expect: .accepted),
        Step(
            "second", "CreateRule", createInput,
            expect: .failure(Failure(["AlreadyExists"], message: Wording("Exists: ⟦any⟧", evidence), evidence))),
    ]

    static func scenario(
        _ name: String = "creates-twice", operation: String = "CreateRule", title: String = "creates a rule twice",
        requirement: String = "The service MUST refuse the second.", source: Evidence = evidence,
        setup: [Step] = [], steps: [Step] = twice
    ) -> Scenario {
        Scenario(
            name, operation, title: title, requirement: requirement, source: source, setup: setup, steps: steps)
    }

    static func specification(
        operations: [Operation] = [create(), delete(), list()], structures: [Structure] = [rule],
        commonParameters: [Member] = [Member("Version", .string(), required: true, "The API's.", example: "1")],
        commonErrors: [ErrorCase] = [
            ErrorCase("Throttling", when: "too often", reach: .unreachable("depends on the account"))
        ], scenarios: [Scenario] = [scenario()], samples: [Scenario] = [],
        probes: [NeedProbe] = [
            NeedProbe(
                .receivingRegion, steps: [Step("", "ListRules", expect: .accepted, captures: ["t": "NextToken"])],
                resource: "t")
        ]
    ) -> Specification {
        Specification(
            api: .v1, operations: operations, structures: structures, commonParameters: commonParameters,
            commonErrors: commonErrors, scenarios: scenarios, samples: samples, probes: probes)
    }

    /// The spec with these scenarios beside its own.
    static func adding(_ scenarios: Scenario...) -> Specification {
        specification(scenarios: [scenario()] + scenarios)
    }

    /// The spec with `CreateRule` replaced.
    static func with(create operation: Operation) -> Specification {
        specification(operations: [operation, delete(), list()])
    }

    /// The spec with a parameter beside those of `CreateRule`.
    static func with(parameter: Member) -> Specification {
        with(create: create(parameters: [ruleMember, parameter]))
    }

    /// The spec with a scenario of one step beside its own.
    static func with(step: Step) -> Specification { adding(scenario("other", steps: [step])) }
}
