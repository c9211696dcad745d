import SpecModel
import Testing

@testable import Conformance

private let required = SampleOperation.text("Source", required: true)
private let optional = SampleOperation.text("Reply", example: "b")
private let later = Member("Tags", .string(), "Came later.", example: "c", isLater: true)
private let needy = Member("Topic", .string(), "A topic.", example: "⟦resource:sns-topic⟧", need: .snsTopic)
private let unsendable = Member("Token", .string(), "A token.")
private let part = Structure(
    "Part", "A part.", page: 8,
    members: [
        SampleOperation.text("Label", required: true), Member("Size", .integer(nil), "Its size.", example: 3),
    ])
private let owner = Member("Part", .structure("Part"), "A part.")

@Suite struct MinimalRuleTests {
    @Test("the required parameters and no others are sent") func required_() throws {
        let cases = SampleOperation.cases(MinimalRule(), [required, optional, later, needy])
        #expect(cases.lines == ["minimal: Source=a"])
        #expect(cases[0].axis == .operation && cases[0].control == nil && cases[0].rule == "minimal")
        #expect(cases[0].covers == ["operation DoThing"])
    }

    @Test("the fixture is prepared, expected, read back and cleaned up") func fixture() throws {
        let fixture = Fixture(
            needs: [.receivingRegion], accountWide: true, setup: [.setup("Prepare", ["Name": .echo("Source")])],
            result: ["Id": .echo("Source")], SampleOperation.evidence,
            effect: [
                Step("read", "Read", ["Name": .echo("Source")], expect: .result([:], SampleOperation.evidence))
            ], cleanup: [.cleanup("Tidy")])
        let operation = SampleOperation.make([required], result: [SampleOperation.text("Id")], fixture: fixture)
        let one = try #require(SampleOperation.cases(MinimalRule(), operation).first)
        #expect(one.needs == [.receivingRegion] && one.accountWide)
        #expect(one.setup.map(\.operation) == ["Prepare"] && one.setup[0].input.sent == ["Name=a"])
        #expect(one.effect.map(\.name) == ["read"] && one.effect[0].input.sent == ["Name=a"])
        #expect(one.cleanup.map(\.operation) == ["Tidy"])
        guard case .result(let fields, let evidence) = one.steps[0].expectation else {
            Issue.record("a positive expects a result")
            return
        }
        #expect(fields == ["Id": "a"] && evidence == SampleOperation.evidence)
    }

    @Test("what a request names is what its case needs") func needs() throws {
        let topic = Member("Topic", .string(), required: true, "A topic.", example: "⟦resource:sns-topic⟧")
        let source = SampleOperation.text("Source", required: true, example: "⟦sender⟧")
        let one = try #require(SampleOperation.cases(MinimalRule(), [topic, source]).first)
        #expect(Set(one.needs) == [.snsTopic, .verifiedIdentity])
    }
}

@Suite struct CompleteRuleTests {
    @Test("all parameters are sent but those that came later, need something or can't be sent") func all() {
        let cases = SampleOperation.cases(CompleteRule(), [required, optional, later, needy, unsendable])
        #expect(cases.lines == ["complete: Source=a Reply=b"])
        #expect(cases[0].axis == .shape)
    }

    @Test("there is none where the minimal request is complete") func none() {
        #expect(SampleOperation.cases(CompleteRule(), [required, later]).isEmpty)
    }

    @Test("a result and an effect of its own are taken") func own() throws {
        let fixture = Fixture(
            result: ["Id": "minimal"], completeResult: ["Id": "complete"], SampleOperation.evidence,
            effect: [Step("read", "Read", expect: .accepted)], completeEffect: [Step("look", "Look", expect: .accepted)]
        )
        let operation = SampleOperation.make([required, optional], fixture: fixture)
        let one = try #require(SampleOperation.cases(CompleteRule(), operation).first)
        guard case .result(let fields, _) = one.steps[0].expectation else {
            Issue.record("a positive expects a result")
            return
        }
        #expect(fields == ["Id": "complete"] && one.effect.map(\.name) == ["look"])
        let minimal = try #require(SampleOperation.cases(MinimalRule(), operation).first)
        #expect(minimal.effect.map(\.name) == ["read"])
    }
}

@Suite struct OptionalMemberRuleTests {
    @Test("each optional parameter is added to the required ones alone") func each() {
        let cases = SampleOperation.cases(OptionalMemberRule(), [required, optional, needy, later, unsendable])
        #expect(cases.lines == ["with-reply: Source=a Reply=b", "with-topic: Source=a Topic=⟦resource:sns-topic⟧"])
        #expect(cases.map(\.needs) == [[], [.snsTopic]])
    }

    @Test("a nested one brings its owner and what that requires") func nested() {
        let cases = SampleOperation.cases(OptionalMemberRule(), [owner], structures: [part])
        #expect(cases.lines == ["with-part: Part.Label=a", "with-part-size: Part.Label=a Part.Size=3"])
    }

    @Test("one of several that exclude each other takes the place of the other") func rivals() {
        let cases = SampleOperation.cases(
            OptionalMemberRule(),
            [SampleOperation.text("Left", example: "l"), SampleOperation.text("Right", example: "r")],
            rules: [.exactlyOne(["Left", "Right"], source: "p. 8")])
        #expect(cases.lines == ["with-right: Right=r"])
    }
}

@Suite struct AllowedValueRuleTests {
    private let kind = Member("Kind", .enumeration(["Soft", "VeryHard", "UTF-8"]), "A kind.", example: "Soft")

    @Test("each value is sent but the one that every other case sends") func values() {
        let cases = SampleOperation.cases(AllowedValueRule(), [required, kind])
        #expect(
            cases.lines == ["value-kind-very-hard: Source=a Kind=VeryHard", "value-kind-utf-8: Source=a Kind=UTF-8"])
        #expect(cases.allSatisfy { $0.axis == .values && $0.control == nil })
    }

    @Test("a text without values has none") func none() {
        #expect(SampleOperation.cases(AllowedValueRule(), [required, optional]).isEmpty)
    }
}

@Suite struct EnvelopeRuleTests {
    @Test("a success and an error are looked at, at the envelope only") func both() {
        let cases = SampleOperation.cases(EnvelopeRule(), [required, optional])
        #expect(cases.lines == ["envelope: Source=a", "error-envelope: "])
        #expect(cases.allSatisfy { $0.scope == .envelope && $0.axis == .protocol && $0.effect.isEmpty })
        #expect(cases[1].control != nil && cases[0].control == nil)
    }

    @Test("an operation that requires nothing has no error to look at") func success() {
        #expect(SampleOperation.cases(EnvelopeRule(), [optional]).map(\.name) == ["envelope"])
    }
}
