import Foundation
import SpecModel
import Testing

@testable import Conformance

@Suite struct LengthRuleTests {
    private func cases(_ length: Bound, example: Value = "aab", format: Format = .text) -> [Case] {
        SampleOperation.cases(
            LengthRule(),
            [Member("Name", .string(length: length, format: format), required: true, "", example: example)])
    }

    @Test("the shortest and the longest are accepted, one more is refused, and none is refused") func bounds() {
        let found = cases(Bound(1...5, by: "p. 1"))
        #expect(
            found.lines == [
                "shortest-name: Name=a", "longest-name: Name=aabbb", "too-long-name: Name=aabbbb", "empty-name: Name=",
            ])
        #expect(found.map(\.isNegative) == [false, false, true, true])
        #expect(found.allSatisfy { !$0.isDeep && !$0.mayBeRefused })
        #expect(found[2].controlSent == ["Name=aab"])
        #expect(found[3].codes == ["InvalidParameterValue", "MissingParameter", "ValidationError"])
    }

    @Test("where sources disagree, only what all agree on is sent") func disagreement() {
        let found = cases(Bound(1...63, by: "p. 1").or(1...64, by: "model"), example: "⟦name:rule⟧")
        #expect(
            found.lines == [
                "shortest-name: Name=r", "longest-name: Name=⟦name:rule*63⟧", "too-long-name: Name=⟦name:rule*65⟧",
                "empty-name: Name=",
            ])
    }

    @Test("a name that must be unique to the run is not made one character long") func unique() {
        #expect(cases(Bound(1...5, by: "p. 1"), example: "⟦name:rule-set⟧").first?.name == "longest-name")
    }

    @Test("texts that may be empty or endless have no such cases, and long ones are deep") func none() {
        #expect(cases(Bound(0...3, by: "p. 1")).map(\.name) == ["longest-name", "too-long-name"])
        #expect(cases(Bound(0...(.max), by: "p. 1")).isEmpty)
        let long = cases(Bound(0...100_000, by: "p. 1"))
        #expect(long.map(\.name) == ["longest-name", "too-long-name"] && long.allSatisfy { $0.isDeep })
    }

    @Test("a policy is refused for its length, and need not be accepted for it; JSON stays JSON") func policy() {
        let found = cases(Bound(1...20, by: "p. 1"), example: "{\"a\":1}", format: .policy)
        #expect(
            found.lines == [
                "longest-name: Name={\"Id\":\"xxxxx\",\"a\":1}", "too-long-name: Name={\"Id\":\"xxxxxx\",\"a\":1}",
                "empty-name: Name=",
            ])
        #expect(found.map { $0.mayBeRefused } == [true, false, false])
    }

    @Test("a malformed name may be answered as one that nothing has, except by who creates it") func absent() throws {
        func codes(_ errors: [String], example: Value = "⟦name:rule⟧") throws -> [String] {
            let name = Member("Name", .string(length: Bound(1...5, by: "p. 1")), required: true, "", example: example)
            let operation = SampleOperation.make(
                [name], errors: errors.map { ErrorCase($0, when: "so", reach: .unreachable("no")) })
            let found = SampleOperation.cases(LengthRule(), operation).first { $0.name == "too-long-name" }
            return try #require(found).codes
        }
        #expect(try codes(["RuleDoesNotExist"]) == ["InvalidParameterValue", "RuleDoesNotExist", "ValidationError"])
        #expect(try codes(["RuleDoesNotExist"], example: "text") == ["InvalidParameterValue", "ValidationError"])
        #expect(try codes(["AlreadyExists", "RuleDoesNotExist"]) == ["InvalidParameterValue", "ValidationError"])
    }

    @Test("an error of another status for a name that nothing has is as right as the usual refusal")
    func absentElsewhere() throws {
        func failures(_ errors: [ErrorCase]) throws -> [String] {
            let name = Member("Name", .string(length: Bound(1...5, by: "D")), required: true, "", example: "⟦name:x⟧")
            let found = SampleOperation.cases(LengthRule(), SampleOperation.rest(name, errors: errors))
            return try #require(found.first { $0.name == "too-long-name" }).failures
        }
        let usual = "400 BadRequestException|ValidationException"
        #expect(try failures([SampleOperation.absence("Name")]) == [usual, "404 NotFoundException"])
        let taken = ErrorCase("AlreadyExistsException", when: "it is there", reach: .unreachable("no"))
        #expect(try failures([SampleOperation.absence("Name"), taken]) == [usual])
    }

    @Test("what stands behind a case is what its end of the bound rests on, and the weaker of that and the codes")
    func evidence() {
        let model = Evidence.derived("model")
        let found = cases(Bound(1...5, by: model, lower: Evidence(.claimed, "somebody")))
        #expect(found.map(\.source.provenance) == [.derived, .derived, .derived, .claimed])
        #expect(found.map(\.evidence?.source) == ["model", "model", "model", "somebody"])
        let stated = cases(Bound(0...5, by: "p. 1"))
        #expect(stated.map(\.source.source) == ["p. 1", "p. 1"])
        #expect(stated.map(\.evidence?.source) == ["API reference p. 7", "API reference p. 97"])
    }
}

@Suite struct RangeRuleTests {
    @Test("both ends are accepted, and what lies past them is refused") func ends() {
        let size = Member("MaxItems", .integer(Bound(1...10, by: "2020").or(1...100, by: "today")), "", example: 5)
        let cases = SampleOperation.cases(RangeRule(), [size])
        #expect(
            cases.lines == [
                "lowest-max-items: MaxItems=1", "highest-max-items: MaxItems=10", "below-max-items: MaxItems=0",
                "above-max-items: MaxItems=101",
            ])
        #expect(cases.map(\.isNegative) == [false, false, true, true])
        #expect(cases[3].controlSent == ["MaxItems=5"])
    }

    @Test("the service model's bounds are derived, whatever the pages say of the rest") func evidence() {
        let size = Member("MaxItems", .integer(Bound(1...10, by: .derived("model"))), "", example: 5)
        let cases = SampleOperation.cases(RangeRule(), [size])
        #expect(cases.allSatisfy { $0.source == .derived("model") && $0.evidence == .derived("model") })
    }

    @Test("a number without bounds has none") func none() {
        #expect(SampleOperation.cases(RangeRule(), [Member("N", .integer(nil), "", example: 5)]).isEmpty)
    }
}

@Suite struct ListCountRuleTests {
    private let names = Member(
        "Names", .list(of: .string(), count: Bound(1...3, by: "p. 1")), required: true, "", example: ["⟦name:one⟧@x"])

    @Test("a full list is accepted, one more is refused, members under names of their own") func full() {
        let cases = SampleOperation.cases(ListCountRule(), [names])
        #expect(cases.map(\.name) == ["full-names", "too-many-names"])
        #expect(
            cases[0].sent == [
                "Names.member.1=⟦name:one⟧@x", "Names.member.2=⟦name:one-2⟧@x", "Names.member.3=⟦name:one-3⟧@x",
            ])
        #expect(cases[1].sent.count == 4 && cases[1].controlSent == ["Names.member.1=⟦name:one⟧@x"])
    }

    @Test("an answer that has an entry for each is held against the types alone") func map() throws {
        let operation = SampleOperation.make([names], result: [Member("Entries", .map(.string()), "")])
        let cases = SampleOperation.cases(ListCountRule(), operation)
        #expect(cases.map(\.name) == ["full-names", "too-many-names"])
        guard case .result(let fields, _) = try #require(cases.first).steps[0].expectation else {
            Issue.record("no result is expected")
            return
        }
        #expect(fields == ["Entries": "⟦any⟧"])
    }

    @Test("a list that may hold hundreds is deep, one that may hold thousands has none") func long() {
        func cases(_ most: Int) -> [Case] {
            SampleOperation.cases(
                ListCountRule(),
                [
                    Member(
                        "Names", .list(of: .string(), count: Bound(0...most, by: "p. 1")), required: true, "",
                        example: ["a"])
                ])
        }
        #expect(cases(500).map(\.isDeep) == [true, true] && cases(100).map(\.isDeep) == [false, false])
        #expect(cases(5000).isEmpty)
    }
}

@Suite struct PatternRuleTests {
    private let pattern = Pattern("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?", "letters and digits", by: "p. 3")

    @Test("each way to break it is a case") func faults() throws {
        let name = Member("Name", .string(pattern: pattern), required: true, "", example: "⟦name:rule⟧")
        let cases = SampleOperation.cases(PatternRule(), [name])
        #expect(
            cases.map(\.name).map { $0.replacing("pattern-name-", with: "") } == [
                "leading-dash", "trailing-dash", "leading-dot", "trailing-dot", "leading-underscore",
                "trailing-underscore", "leading-blank", "trailing-blank", "blank", "slash", "colon", "at-sign",
                "markup", "non-ascii", "four-byte-utf8", "tab", "line-end",
            ])
        #expect(cases.lines[0] == "pattern-name-leading-dash: Name=-⟦name:rule⟧")
        #expect(cases.lines[9] == "pattern-name-slash: Name=⟦name:rule⟧/x")
        #expect(cases.allSatisfy { $0.controlSent == ["Name=⟦name:rule⟧"] && $0.source.source == "p. 3" })
    }

    @Test("a malformed name in a path is judged only where the operation has an error for names of nothing")
    func paths() {
        func cases(_ absent: String) -> [Case] {
            let name = Member("Name", .string(pattern: pattern), required: true, "", example: "⟦name:rule⟧")
            let operation = SampleOperation.rest(name, errors: [SampleOperation.absence(absent)])
            return SampleOperation.cases(PatternRule(), operation)
        }
        let judged = cases("Name")
        let usual = "400 BadRequestException|ValidationException"
        #expect(!judged.isEmpty && judged.allSatisfy { $0.failures == [usual, "404 NotFoundException"] })
        let observed = cases("Other")
        #expect(observed.map(\.name) == judged.map(\.name))
        #expect(observed.allSatisfy { $0.isObserved && !$0.isNegative })
    }

    @Test("what the pattern allows is not called broken") func allowed() {
        let loose = Pattern("[^\\r\\n]*", "one line", by: "p. 3")
        let name = Member("Name", .string(pattern: loose), required: true, "", example: "a")
        #expect(SampleOperation.cases(PatternRule(), [name]).map(\.name) == ["pattern-name-line-end"])
    }

    @Test("the first of a list of texts is broken like a text") func list() {
        let strict = Pattern("[^\\n]*", "one line", by: "p. 3")
        let names = Member("Names", .list(of: .string(pattern: strict)), required: true, "", example: ["a"])
        #expect(
            SampleOperation.cases(PatternRule(), [names]).lines
                == ["pattern-names-line-end: Names.member.1=a\nx"])
    }
}

@Suite struct RulesTests {
    @Test("rules have ids of their own, in kebab-case, and say what a cause is called") func ids() {
        let ids = Rules.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        for rule in Rules.all {
            #expect(rule.id.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil && !rule.subject.isEmpty && !rule.valid.isEmpty)
        }
    }

    @Test("what a rule says of itself is the first sentence of its comment") func summaries() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/Conformance/Rules").standardized
        for rule in Rules.all {
            let type = "\(type(of: rule))"
            let text = try String(contentsOf: folder.appending(path: "\(type).swift"), encoding: .utf8)
            let before = try #require(text.components(separatedBy: "\nstruct \(type): Rule {").first)
            let comment = before.split(separator: "\n").drop { !$0.hasPrefix("///") }
            #expect(comment.first == "/// \(rule.summary)", "\(type)")
        }
    }

    @Test("a preparation of what no later step mentions is left out") func used() {
        let sender = Step.setup("Verify", ["EmailAddress": "⟦sender⟧"])
        let set = Step.setup("Create", ["Name": "⟦name:set⟧"])
        let plain = Step.setup("Reset")
        let later = Step("", "Do", ["Set": "⟦name:set⟧"], expect: .accepted)
        #expect([sender, set, plain].used(by: [later]).map(\.operation) == ["Create", "Reset"])
        let all = [sender, set].used(by: [later, Step("", "Send", ["Source": "⟦sender⟧"], expect: .accepted)])
        #expect(all.map(\.operation) == ["Verify", "Create"])
    }
}
