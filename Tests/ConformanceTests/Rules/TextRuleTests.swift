import SpecModel
import Testing

@testable import Conformance

@Suite struct AddressSyntaxRuleTests {
    private static let seen = Observation(
        "no '@'", status: 400, code: "InvalidParameterValue", message: "Missing final '@domain'",
        Evidence(.published, "somewhere"))

    private func cases(_ members: [Member], effect: [Step] = []) -> [Case] {
        let operation = Operation(
            "DoThing", family: .sending, "Does a thing.", page: 7, parameters: members, result: [],
            fixture: Fixture(SampleOperation.evidence, effect: effect), observations: [Self.seen])
        return SampleOperation.cases(AddressSyntaxRule(), operation)
    }

    private func address(_ name: String, example: Value = "me@mail.example.com") -> Member {
        Member(name, .string(format: .emailAddress), required: true, "", example: example)
    }

    @Test("every form is made of the example") func forms() {
        let sent = cases([address("ReplyTo")]).map { $0.sent[0].replacing("ReplyTo=", with: "") }
        #expect(sent.contains("me") && sent.contains("me@") && sent.contains("@mail.example.com"))
        #expect(sent.contains("me@mail .example.com") && sent.contains("a me@mail.example.com"))
        #expect(sent.contains("me@mail.example.com.") && sent.contains("Some: me@mail.example.com;"))
        #expect(sent.contains("Some Body <me@mail.example.com>"))
        #expect(Set(sent).count == sent.count)
    }

    @Test("a fault is judged only where it was seen, and more loosely at the sender") func judged() {
        let found = cases([
            address("Source", example: "⟦sender⟧"), address("ReplyTo"),
            Member("Destinations", .list(of: .string(format: .emailAddress)), required: true, "", example: ["a@b.c"]),
        ])
        #expect(
            found.filter({ $0.isNegative }).map({ $0.name })
                == ["address-source-without-at", "address-destinations-without-at"])
        #expect(
            found.filter({ $0.isNegative }).map({ $0.codes }) == [
                ["InvalidParameterValue", "MessageRejected", "ValidationError"],
                ["InvalidParameterValue", "ValidationError"],
            ])
    }

    @Test("a right form is judged if it is accepted, unless something shows the address again") func right() {
        let sending = cases([address("ReplyTo")])
        #expect(
            sending.filter({ $0.mayBeRefused }).map({ $0.name })
                == ["display-name", "quoted-name", "encoded-word"].map { "address-reply-to-\($0)" })
        let read = Step("read", "ReadThing", expect: .result([:], SampleOperation.evidence))
        #expect(!cases([address("ReplyTo")], effect: [read]).contains { $0.mayBeRefused })
    }
}

@Suite struct UnharmedTextRuleTests {
    private func cases(_ shape: Shape, example: Value = "a", echo: Value = .echo("Text")) -> [Case] {
        let read = Step("read", "ReadThing", expect: .result(["Text": echo], SampleOperation.evidence))
        let fixture = Fixture(SampleOperation.evidence, effect: [read])
        let text = Member("Text", shape, required: true, "", example: example)
        return SampleOperation.cases(UnharmedTextRule(), SampleOperation.make([text], fixture: fixture))
    }

    @Test("each kind of character is sent and expected back, if it is accepted") func kinds() throws {
        let found = cases(.string())
        #expect(found.count > 10 && found.allSatisfy { $0.mayBeRefused && !$0.isNegative })
        let tab = try #require(found.first { $0.name == "unharmed-text-tab" })
        #expect(tab.sent == ["Text=a\tb"] && tab.readings == ["a\tb"])
    }

    @Test("a carriage return may come back as the line feed that a reader of XML makes of it") func lineEnds() throws {
        let found = cases(.string())
        let both = try #require(found.first { $0.name == "unharmed-text-both-line-ends" })
        #expect(both.sent == ["Text=a\r\nb"] && both.readings == ["a\r\nb", "a\nb"])
    }

    @Test("characters that the pattern forbids are for the rule on patterns") func pattern() {
        let line = Pattern("[^\\r\\n]*", "one line", by: "p. 3")
        let names = cases(.string(pattern: line)).map({ $0.name })
        #expect(names.contains("unharmed-text-tab") && !names.contains("unharmed-text-line-feed"))
    }

    @Test("what nothing shows again, or what has a form of its own, is left out") func others() {
        #expect(cases(.string(), echo: .echo("Other")).isEmpty)
        #expect(cases(.string(), example: "https://example.com/").isEmpty)
        #expect(cases(.string(), example: "⟦name:thing⟧").isEmpty)
        #expect(cases(.string(format: .emailAddress)).isEmpty && cases(.enumeration(["a"])).isEmpty)
    }
}

@Suite struct UnknownParameterRuleTests {
    @Test("the rest of the request is judged as ever, if it is not refused") func unknown() {
        let cases = SampleOperation.cases(UnknownParameterRule(), Things.make)
        #expect(cases.lines == ["unknown-parameter: Name=⟦name:thing⟧ NoSuchParameter=x"])
        #expect(cases[0].mayBeRefused && cases[0].effect.map({ $0.operation }) == ["ReadThing"])
    }

    @Test("a parameter of another action is one that this action has not") func foreign() {
        let flag = Member("Flag", .boolean, "", example: false)
        let family = [
            SampleOperation.make([SampleOperation.text("Name", required: true)]),
            Operation(
                "OtherThing", family: .account, "Another.", page: 7, parameters: [flag], result: [],
                fixture: Fixture(SampleOperation.evidence)),
        ]
        func cases(_ operation: Operation) -> [Case] {
            ForeignParameterRule().cases(for: OperationUnderTest(operation, structures: [:], family: family))
        }
        #expect(cases(family[0]).lines == ["foreign-parameter: Name=a Flag=false"])
        #expect(cases(family[0])[0].title == "adds Flag, a parameter of OtherThing")
        #expect(cases(family[1]).isEmpty)
    }
}

extension Case {
    /// What is expected of `Text` when it is read back, each way that will do.
    fileprivate var readings: [String] {
        effect.flatMap(\.expectation.choices).compactMap { expectation in
            guard case .result(let fields, _) = expectation else { return nil }
            return fields["Text"]?.scalarText
        }
    }
}
