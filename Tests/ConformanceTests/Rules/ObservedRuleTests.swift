import SpecModel
import Testing

@testable import Conformance

/// What nobody has seen is reported, and what is only said fails nobody.
@Suite struct ObservedRuleTests {
    private func text(_ name: String, _ shape: Shape, example: Value = "a", required: Bool = true) -> Member {
        Member(name, shape, required: required, "", example: example)
    }

    @Test("an empty value is observed, except where its length or its type says what becomes of it") func empty() {
        let cases = SampleOperation.cases(
            EmptyValueRule(),
            [
                text("Plain", .string()), text("Long", .string(length: Bound(1...3, by: "p. 1"))),
                text("Names", .list(of: .string()), example: ["a"]), text("Flag", .boolean, example: true),
                text("Count", .integer(nil), example: 5), text("When", .timestamp, example: "2016-03-25T12:00:00Z"),
            ])
        #expect(cases.map({ $0.name }) == ["blank-plain", "blank-names", "blank-flag", "blank-count", "blank-when"])
        #expect(cases.map({ $0.isObserved }) == [true, true, false, false, true])
        #expect(cases[0].sent.contains("Plain=") && cases[1].sent.contains("Names="))
        #expect(cases[2].codes == ["MalformedInput"] && cases[2].evidence?.provenance == .claimed)
    }

    @Test("a list is miscounted in every way; only a member 0 is said to be refused") func index() {
        let names = text("Names", .list(of: .string()), example: ["⟦name:one⟧"])
        let cases = SampleOperation.cases(ListIndexRule(), [names])
        #expect(
            cases.lines == [
                "index-names-zero: Names.member.0=⟦name:one⟧",
                "index-names-gap: Names.member.1=⟦name:one⟧ Names.member.3=⟦name:one-2⟧",
                "index-names-unordered: Names.member.2=⟦name:one⟧ Names.member.1=⟦name:one-2⟧",
                "index-names-from-two: Names.member.2=⟦name:one⟧",
            ])
        #expect(cases.map({ $0.isObserved }) == [false, true, true, true])
        #expect(cases[0].codes == ["MalformedInput"] && cases[0].evidence?.provenance == .claimed)
        #expect(SampleOperation.cases(ListIndexRule(), [text("Name", .string())]).isEmpty)
    }

    @Test("the first parameter is sent twice, and in lower case") func names() {
        let parameters = [text("Names", .list(of: .string()), example: ["a"]), text("Other", .string())]
        #expect(
            SampleOperation.cases(RepeatedParameterRule(), parameters).lines
                == ["repeated-parameter: Names.member.1=a Other=a Names.member.1=a"])
        #expect(
            SampleOperation.cases(LetterCaseRule(), parameters).lines
                == ["lower-case-parameter: names.member.1=a Other=a"])
        #expect(SampleOperation.cases(RepeatedParameterRule(), []).isEmpty)
        #expect(SampleOperation.cases(LetterCaseRule(), []).isEmpty)
    }

    @Test("scalars are spelt otherwise") func spelling() {
        let cases = SampleOperation.cases(
            SpellingRule(), [text("Flag", .boolean, example: true), text("Count", .integer(nil), example: 5)])
        #expect(
            cases.map { $0.title } == [
                "sends Flag=TRUE", "sends Flag=1", "sends Count=+5", "sends Count=5.0", "sends Count=05",
            ])
        #expect(cases.allSatisfy { $0.isObserved })
    }

    @Test("an ARN is malformed, unfinished, and a stranger's") func arns() {
        let cases = SampleOperation.cases(
            ARNRule(),
            [
                Member(
                    "SourceArn", .string(format: .arn), "", example: "⟦resource:sending-authorization⟧",
                    need: .sendingAuthorization)
            ])
        #expect(
            cases.lines == [
                "arn-source-arn-malformed: SourceArn=no-arn",
                "arn-source-arn-unfinished: SourceArn=arn:aws:ses:us-east-",
                "arn-source-arn-stranger: SourceArn=arn:aws:ses:us-east-1:999999999999:identity/example.com",
            ])
        #expect(cases.allSatisfy { $0.isObserved && $0.needs.isEmpty })
    }

    @Test("what a misspelt request creates is taken away by the names of the right one") func undo() throws {
        let operation = Things.make
        let found = SampleOperation.cases(LetterCaseRule(), operation)
        let cleanup = try #require(found.first).cleanup
        #expect(cleanup.map({ $0.operation }) == ["DropThing"] && cleanup.first?.input.sent == ["Name=⟦name:thing⟧"])
    }
}
