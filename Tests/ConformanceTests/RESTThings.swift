import SpecCatalog
import SpecModel

/// Things once more, as the REST-JSON API would have them: labels, a query, numbers, booleans, a map and a time.
enum RESTThings {
    static let page = Evidence(.documented, "API v2 reference, Things")

    private static let name = Member(
        "Name", .string(length: Bound(1...60, by: "Things")), required: true, "Its name.",
        example: "⟦name:thing⟧+a@example.com")
    private static let parts: [Member] = [
        Member("Colour", .enumeration(["Red", "Green"]), "Its colour.", example: "Green"),
        Member("Size", .integer(Bound(1...9, by: "Things")), "Its size.", example: 5),
        Member("IsOpen", .boolean, "Whether it is open.", example: true),
        Member("Notes", .map(.string()), "What is said of it.", example: ["⟦name:note⟧": "<\"n\">"]),
        Member("Parts", .list(of: .structure("Part")), "What it is made of.", example: [["Weight": 2]]),
    ]
    static let part = Structure(
        "Part", "A part.", page: "Part", members: [Member("Weight", .integer(nil), required: true, "Its weight.")])
    private static let named = Step.setup("MakeThing", ["Name": .echo("Name")])

    static let make = Operation(
        "MakeThing", api: .v2, family: .account, "Makes a thing.", page: "MakeThing",
        route: Route("POST", "/v2/things"), parameters: [name] + parts, result: [],
        errors: [
            ErrorCase(
                "AlreadyExistsException", when: "the name is taken",
                reach: .provoked([
                    Provocation(
                        title: "takes a name twice", changes: [],
                        setup: [.setup("MakeThing", ["Name": "⟦name:thing⟧+a@example.com"])])
                ]))
        ],
        undo: Undo("DropThing", [(name: "Name", from: "Name")]),
        fixture: Fixture(
            page, effect: [Step("read", "ReadThing", ["Name": .echo("Name")], expect: .result(whole, page))]))

    private static let absent = ErrorCase(
        "NotFoundException", status: 404, when: "it is not there",
        reach: .provoked([Provocation(title: "names nothing", changes: [.init("Name", "⟦name:nothing⟧")])]))

    private static let whole: Fields = [
        "Name": .echo("Name"), "Colour": .echo("Colour"), "Size": .echo("Size"), "IsOpen": .echo("IsOpen"),
        "Notes": .echo("Notes"), "Parts": .echo("Parts"), "Made": "⟦timestamp⟧", "Ratio": "⟦number⟧",
    ]

    static let read = Operation(
        "ReadThing", api: .v2, family: .account, "Reads a thing.", page: "ReadThing",
        route: Route("GET", "/v2/things/{Name}"), parameters: [name],
        result: [Member("Name", .string(), required: true, "Its name.")] + parts + [
            Member("Made", .timestamp, required: true, "When it was made."),
            Member("Ratio", .double, required: true, "A number."),
        ],
        errors: [absent],
        fixture: Fixture(
            setup: [named], result: ["Name": .echo("Name"), "Made": "⟦timestamp⟧", "Ratio": "⟦number⟧"], page))

    static let drop = Operation(
        "DropThing", api: .v2, family: .account, "Drops a thing.", page: "DropThing",
        route: Route("DELETE", "/v2/things/{Name}"), parameters: [name], result: [], errors: [absent],
        fixture: Fixture(
            setup: [named], page,
            effect: [
                Step(
                    "read", "ReadThing", ["Name": .echo("Name")],
                    expect: .failure(Failure(["NotFoundException"], status: 404, page)))
            ]))

    static let list = Operation(
        "ListThings", api: .v2, family: .account, "Lists the things.", page: "ListThings",
        route: Route("GET", "/v2/things", query: ["PageSize", "NextToken"]),
        parameters: [Member("PageSize", .integer(nil), "A page's size."), Member("NextToken", .string(), "Goes on.")],
        result: [
            Member("Names", .list(of: .string(), accountWide: true), required: true, "The names."),
            Member("NextToken", .string(), "Goes on."),
        ],
        pages: Pages(token: "NextToken", size: "PageSize", items: "Names"),
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

    /// What the service itself answers, to a body that is no JSON and to a thing with everything.
    static let modelled = Scenario(
        "modelled", "MakeThing", title: "sends what is no JSON", requirement: "None.", source: page,
        steps: [
            Step("broken", "MakeThing", expect: .modelled, envelope: Envelope(body: .text("{\"Name\": \"⟦name:x⟧\","))),
            Step("made", "MakeThing", ["Name": "⟦name:y⟧", "Notes": ["⟦name:note⟧": "x"]], expect: .accepted),
            Step("read", "ReadThing", ["Name": "⟦name:y⟧"], expect: .modelled),
        ])

    /// Made by one API and read by the other.
    static let across = Scenario(
        "across", "ReadThing", title: "reads what the other API made", requirement: "It MUST be there.", source: page,
        setup: [.setup("MakeThing", ["Name": "⟦name:thing⟧"], api: .v1)],
        steps: [
            Step(
                "", "ReadThing", ["Name": "⟦name:thing⟧"],
                expect: .result(["Name": "⟦name:thing⟧", "Made": "⟦timestamp⟧", "Ratio": "⟦number⟧"], page)),
            Step(
                "query", "ReadThing", ["Name": "⟦name:thing⟧"], api: .v1,
                expect: .result(["Name": "⟦name:thing⟧"], Things.page)),
        ])

    static func specification(_ scenarios: [Scenario] = [pages, modelled], probes: [NeedProbe] = []) -> Specification {
        Specification(
            api: .v2, operations: [drop, list, make, read], structures: [part], scenarios: scenarios, probes: probes)
    }

    static func catalog(_ scenarios: [Scenario] = [pages, modelled], probes: [NeedProbe] = []) -> Catalog {
        Catalog([specification(scenarios, probes: probes)])
    }

    /// Both APIs over the same things.
    static let both = Catalog([Things.catalog().specifications[0], specification([pages, across])])
}
