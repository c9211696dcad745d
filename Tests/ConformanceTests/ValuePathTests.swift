import SpecModel
import Testing

@testable import Conformance

@Suite struct ValuePathTests {
    private let request: Fields = [
        "Rule": ["Name": "n", "Actions": [["Stop": ["Scope": "s"]], ["Add": "x"]]], "After": "a",
    ]

    @Test(
        "a value is found at its path",
        arguments: [
            ("After", "a"), ("Rule.Name", "n"), ("Rule.Actions.member.1.Stop.Scope", "s"),
            ("Rule.Actions.member.2.Add", "x"), ("Rule.Actions.member.3.Add", nil), ("Rule.Actions.member.0.Add", nil),
            ("Rule.Actions.1", nil), ("Rule.Name.More", nil), ("Nothing", nil), ("Rule.Actions.member", nil),
        ] as [(String, String?)])
    func reading(_ path: String, _ expected: String?) {
        #expect(request.value(at: path)?.scalarText == expected)
    }

    @Test("a value is replaced, added and taken out, and all others stay") func setting() {
        #expect(request.setting("After", to: "b").sent.last == "After=b")
        #expect(request.setting("After", to: nil).sent.contains { $0.hasPrefix("After") } == false)
        #expect(request.setting("New.Deep", to: "d").sent == request.sent + ["New.Deep=d"])
        #expect(
            request.setting("Rule.Actions.member.1.Stop.Scope", to: "t").sent
                == ["Rule.Name=n", "Rule.Actions.member.1.Stop.Scope=t", "Rule.Actions.member.2.Add=x", "After=a"])
        #expect(
            request.setting("Rule.Actions.member.1", to: nil).sent
                == ["Rule.Name=n", "Rule.Actions.member.1.Add=x", "After=a"])
        #expect(request.setting("Rule.Actions.member.3.Add", to: "y").sent.contains("Rule.Actions.member.3.Add=y"))
        #expect(request.setting("Nothing.At.All", to: nil).sent == request.sent)
    }

    @Test("what would send nothing is empty") func empty() {
        #expect(Value.fields([]).isEmpty && Value.list([.list([]), .fields([])]).isEmpty)
        #expect(!Value.text("").isEmpty && !Value.list([""]).isEmpty && !Value.boolean(false).isEmpty)
    }

    @Test("texts are found and changed wherever they stand, map keys included") func texts() {
        let value: Value = ["key": ["a", .blob("b"), 1], "other": .echo("Path")]
        #expect(value.texts == ["key", "a", "b", "other"])
        #expect(value.mapTexts { $0 + "!" } == ["key!": ["a!", .blob("b!"), 1], "other!": .echo("Path")])
    }
}

@Suite struct EchoTests {
    private static let structures = [
        "Rule": Structure(
            "Rule", "", page: 1,
            members: [
                SampleOperation.text("Name", required: true),
                Member("Enabled", .boolean, "", defaultValue: false),
                Member("Recipients", .list(of: .string()), ""),
            ])
    ]

    private func echo(_ input: Fields) -> Echo {
        let parameters = [
            Member("Rule", .structure("Rule"), required: true, ""), Member("Raw", .blob, ""),
            Member("Colour", .string(), "", defaultValue: "Red"),
        ]
        return Echo(operation: SampleOperation.make(parameters), structures: Self.structures, input: input)
    }

    @Test("what was sent comes back, with the defaults of what was not") func defaults() {
        let echo = echo(["Rule": ["Name": "n"]])
        #expect(echo.resolve(["It": .echo("Rule")]) == ["It": ["Name": "n", "Enabled": false]])
        #expect(echo.resolve(["It": .echo("Colour")]) == ["It": "Red"])
        #expect(echo.resolve(["It": .echo("Rule.Name"), "No": .echo("Rule.Recipients")]) == ["It": "n"])
    }

    @Test("bytes come back as text, lists as lists, and templates are filled in") func kinds() {
        let echo = echo(["Rule": ["Name": "⟦name:x⟧", "Recipients": ["a", "b"]], "Raw": .blob("bytes")])
        #expect(echo.resolve(["It": .echo("Raw")]) == ["It": "bytes"])
        #expect(echo.resolve(["It": .echo("Rule.Recipients")]) == ["It": ["a", "b"]])
        #expect(echo.resolve(["⟦input:Rule.Name⟧": "<⟦input:Rule.Name⟧> ⟦any⟧"]) == ["⟦name:x⟧": "<⟦name:x⟧> ⟦any⟧"])
    }

    @Test("every choice of an expectation is filled in") func choices() throws {
        let evidence = SampleOperation.evidence
        let resolved = echo(["Rule": ["Name": "n"]]).resolve(
            .anyOf([.result(["It": .echo("Rule.Name")], evidence), .failure(Failure(["A"], evidence))]))
        guard case .anyOf(let choices) = resolved, case .result(let fields, _) = choices[0] else {
            Issue.record("\(resolved)")
            return
        }
        #expect(fields == ["It": "n"] && choices.count == 2)
    }
}
