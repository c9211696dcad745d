import SpecCatalog
import SpecModel

/// A spec of five operations, small enough to see through, with every kind of case that a run treats apart.
enum Things {
    static let page = Evidence.documented(page: 1)

    private static let name = Member(
        "Name", .string(length: Bound(1...40, by: "p. 1")), required: true, "Its name.", example: "⟦name:thing⟧")
    private static let colour = Member("Colour", .enumeration(["Red", "Green"]), "Its colour.", example: "Green")
    static let made = Step.setup("MakeThing", ["Name": "⟦name:thing⟧"])
    /// Makes the thing that the request names.
    private static let named = Step.setup("MakeThing", ["Name": .echo("Name")])

    /// Has no result; its effect is read back.
    static let make = Operation(
        "MakeThing", family: .account, "Makes a thing.", page: 1, parameters: [name, colour], result: [],
        errors: [
            ErrorCase(
                "AlreadyExists", when: "the name is taken",
                reach: .provoked([Provocation(title: "takes a name twice", changes: [], setup: [made])]))
        ],
        undo: Undo("DropThing", [(name: "Name", from: "Name")]),
        fixture: Fixture(
            page,
            effect: [
                Step(
                    "read", "ReadThing", ["Name": .echo("Name")],
                    expect: .result(["Name": .echo("Name"), "Colour": .echo("Colour")], page))
            ]))

    static let read = Operation(
        "ReadThing", family: .account, "Reads a thing.", page: 1, parameters: [name],
        result: [
            Member("Name", .string(), required: true, "Its name."), Member("Colour", .string(), "Its colour."),
        ],
        fixture: Fixture(setup: [named], result: ["Name": .echo("Name")], page))

    static let drop = Operation(
        "DropThing", family: .account, "Drops a thing.", page: 1, parameters: [name], result: [],
        fixture: Fixture(
            setup: [named], page,
            effect: [
                Step(
                    "read", "ReadThing", ["Name": .echo("Name")],
                    expect: .failure(Failure(["NoSuchThing"], page)))
            ]))

    /// Has no result, and nothing reads its effect back.
    static let touch = Operation(
        "TouchThing", family: .account, "Touches a thing.", page: 1, parameters: [name], result: [],
        fixture: Fixture(setup: [named], page))

    static let list = Operation(
        "ListThings", family: .account, "Lists the things.", page: 1,
        parameters: [Member("MaxItems", .integer(nil), "A page's size."), Member("NextToken", .string(), "Goes on.")],
        result: [
            Member("Names", .list(of: .string(), accountWide: true), required: true, "The names."),
            Member("NextToken", .string(), "Goes on."),
        ],
        pages: Pages(token: "NextToken", size: "MaxItems", items: "Names"),
        fixture: Fixture(result: ["Names": []], page))

    /// Three things listed two at a time.
    static let pages = Scenario(
        "pages", "ListThings", title: "lists in pages", requirement: "All MUST come.", source: page,
        accountWide: true,
        setup: ["one", "two", "three"].map { .setup("MakeThing", ["Name": .text("⟦name:\($0)⟧")]) },
        steps: [
            Step(
                "", "ListThings",
                expect: .result(["Names": ["⟦name:one⟧", "⟦name:two⟧", "⟦name:three⟧"]], page), paging: Paging(size: 2))
        ])

    /// Nobody knows the answer.
    static let unknown = Scenario(
        "odd", "ListThings", title: "asks oddly", requirement: "None.", source: page,
        steps: [Step("", "ListThings", ["NextToken": "no-such-token"], expect: .observed)])

    static func catalog(
        operations: [Operation]? = nil, scenarios: [Scenario] = [pages, unknown], probes: [NeedProbe] = []
    ) -> Catalog {
        Catalog([
            Specification(
                api: .v1, operations: operations ?? [drop, list, make, read, touch], structures: [],
                scenarios: scenarios, probes: probes)
        ])
    }
}
