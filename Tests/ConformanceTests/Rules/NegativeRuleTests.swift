import SpecModel
import Testing

@testable import Conformance

private let required = SampleOperation.text("Source", required: true)
private let optional = SampleOperation.text("Reply", example: "b")

@Suite struct MissingRequiredRuleTests {
    private let part = Structure(
        "Part", "A part.", page: 8,
        members: [
            SampleOperation.text("Label", required: true), Member("Size", .integer(nil), "Its size.", example: 3),
        ])
    private let lone = Structure(
        "Lone", "One member.", page: 8, members: [SampleOperation.text("Label", required: true)])

    @Test("each required parameter is left out, and the control has it") func top() {
        let cases = SampleOperation.cases(MissingRequiredRule(), [required, optional])
        #expect(cases.lines == ["missing-source: "])
        #expect(cases[0].controlSent == ["Source=a"])
        #expect(cases[0].codes == ["MissingParameter", "ValidationError"])
        #expect(cases[0].axis == .errors && cases[0].title == "omits Source")
    }

    @Test("a nested one is left out of an owner that is still sent") func nested() {
        let owner = Member("Part", .structure("Part"), "A part.")
        let cases = SampleOperation.cases(MissingRequiredRule(), [owner], structures: [part])
        #expect(cases.lines == ["missing-part-label: Part.Size=3"])
        #expect(cases[0].controlSent == ["Part.Label=a", "Part.Size=3"])
    }

    @Test("nothing tells a structure without its only member from none") func lonely() {
        let owner = Member("Lone", .structure("Lone"), "A part.")
        #expect(SampleOperation.cases(MissingRequiredRule(), [owner], structures: [lone]).isEmpty)
    }

    @Test("a list that is absent may be called empty") func list() {
        let names = Member("Names", .list(of: .string()), required: true, "Names.", example: ["a"])
        let cases = SampleOperation.cases(MissingRequiredRule(), [names])
        #expect(cases.lines == ["missing-names: "] && cases[0].codes.contains("InvalidParameterValue"))
    }
}

@Suite struct OutsideEnumerationRuleTests {
    @Test("a value that is none is refused where one is accepted") func value() {
        let kind = Member("Kind", .enumeration(["Soft", "Hard"]), "A kind.", example: "Soft")
        let cases = SampleOperation.cases(OutsideEnumerationRule(), [required, optional, kind])
        #expect(cases.lines == ["outside-kind: Source=a Kind=NoSuchValue"])
        #expect(cases[0].controlSent == ["Source=a", "Kind=Soft"])
        #expect(cases[0].codes == ["InvalidParameterValue", "ValidationError"])
    }
}

@Suite struct WrongTypeRuleTests {
    @Test(
        "text that is not of the type is refused",
        arguments: [
            (.boolean, true, "maybe"), (.integer(nil), 1, "abc"), (.long, 1, "abc"), (.double, 1, "abc"),
            (.timestamp, "2026-01-01T00:00:00Z", "yesterday"),
        ] as [(Shape, Value, String)])
    func types(_ shape: Shape, _ example: Value, _ wrong: String) {
        let member = Member("Value", shape, "A value.", example: example)
        let cases = SampleOperation.cases(WrongTypeRule(), [member])
        #expect(cases.lines == ["wrong-type-value: Value=\(wrong)"])
        #expect(cases[0].codes == ["InvalidParameterValue", "MalformedInput", "ValidationError"])
        #expect(cases[0].controlSent?.count == 1)
    }

    @Test("any text is a text") func text() {
        #expect(SampleOperation.cases(WrongTypeRule(), [required]).isEmpty)
    }
}

@Suite struct MemberRuleRuleTests {
    private let pair = [SampleOperation.text("Left", example: "l"), SampleOperation.text("Right", example: "r")]

    @Test("exactly one: neither and both are refused") func exactlyOne() {
        let cases = SampleOperation.cases(
            MemberRuleRule(), [required] + pair, rules: [.exactlyOne(["Left", "Right"], source: "p. 8")])
        #expect(
            cases.lines == ["neither-left-or-right: Source=a", "both-left-or-right: Source=a Left=l Right=r"])
        #expect(cases.allSatisfy { $0.controlSent == ["Source=a", "Left=l"] && $0.source.source == "p. 8" })
        #expect(cases[0].codes.contains("InvalidParameterCombination"))
    }

    @Test("at least one: only neither is refused") func atLeastOne() {
        let cases = SampleOperation.cases(
            MemberRuleRule(), [required] + pair, rules: [.atLeastOne(["Left", "Right"], source: "p. 8")])
        #expect(cases.lines == ["neither-left-or-right: Source=a"])
    }

    @Test("a rule of a structure is broken within it, if there is something left of it") func nested() {
        let part = Structure(
            "Part", "A part.", page: 8, members: pair + [SampleOperation.text("Label", required: true)],
            rules: [.exactlyOne(["Left", "Right"], source: "p. 9")])
        let list = Member("Parts", .list(of: .structure("Part")), required: true, "Parts.")
        let cases = SampleOperation.cases(MemberRuleRule(), [list], structures: [part])
        #expect(
            cases.map(\.sent) == [
                ["Parts.member.1.Label=a"],
                ["Parts.member.1.Left=l", "Parts.member.1.Label=a", "Parts.member.1.Right=r"],
            ])
    }
}

@Suite struct DeclaredErrorRuleTests {
    private func cases(_ reach: ErrorCase.Reach, status: Int = 400) -> [Case] {
        let error = ErrorCase("AlreadyExists", status: status, when: "the name is taken", reach: reach)
        return SampleOperation.cases(
            DeclaredErrorRule(), SampleOperation.make([required, optional], errors: [error]))
    }

    @Test("each provocation is a case of its own, with the unchanged request as control") func provoked() throws {
        let found = cases(
            .provoked([
                Provocation(title: "takes it", changes: [], setup: [.setup("Prepare")]),
                Provocation(
                    "other", title: "takes another", changes: [.init("Source", "x"), .init("Reply", nil)],
                    base: .complete, alternatives: ["AAA"]),
            ]), status: 409)
        #expect(
            found.lines == ["error-already-exists: Source=a", "error-already-exists-other: Source=x"])
        #expect(found.map(\.controlSent) == [["Source=a"], ["Source=a", "Reply=b"]])
        #expect(found.map(\.codes) == [["AlreadyExists"], ["AAA", "AlreadyExists"]])
        #expect(found[0].setup.map(\.operation) == ["Prepare"] && found[0].control?.setup.isEmpty == true)
        guard case .failure(let failure) = found[1].steps[0].expectation else {
            Issue.record("a negative expects a failure")
            return
        }
        #expect(failure.status == 409 && failure.evidence == .documented(page: 7))
    }

    @Test("what a scenario shows, or nobody can provoke, has no derived case") func others() {
        #expect(cases(.scenario("story")).isEmpty && cases(.unreachable("why")).isEmpty)
    }
}
