import SpecCatalog
import SpecModel
import Testing

@testable import Conformance

@Suite struct QuestionTests {
    private func scenario(
        _ name: String, _ input: Fields = ["A": "1", "B": "2"], codes: [String] = ["X", "Y"], page: ReferencePage = 1,
        axis: Axis = .behaviour, setup: [Step] = []
    ) -> Case {
        Scenario(
            name, "DoThing", axis: axis, title: "does \(name)", requirement: "", source: .documented(page: page),
            setup: setup,
            steps: [Step(name, "DoThing", input, expect: .failure(Failure(codes, .documented(page: page))))]
        ).asCase(.v1, rule: Scenario.rule, pages: [:])
    }

    @Test("words, sources, the order of parameters and of codes make no other question") func same() {
        let one = scenario("one")
        #expect(one.question == scenario("two", ["B": "2", "A": "1"], codes: ["Y", "X"], page: 2).question)
        #expect(one.whole == scenario("two").whole)
    }

    @Test("another value, answer, preparation or view of the answer does") func other() {
        let one = scenario("one")
        #expect(one.question != scenario("one", ["A": "1"]).question)
        #expect(one.question != scenario("one", codes: ["X"]).question)
        #expect(one.question != scenario("one", axis: .protocol).question)
        let prepared = scenario("one", setup: [.setup("Reset")])
        #expect(one.question == prepared.question && one.whole != prepared.whole)
    }

    @Test("a refusal that a scenario asks for is not derived as well, and no request is derived twice") func once() {
        let operation = Things.make
        let derived = CaseCatalog(Things.catalog(operations: [operation], scenarios: []))
        let missing = derived["v1/MakeThing/missing-name"]
        #expect(missing?.isNegative == true)
        guard case .failure(let failure)? = missing?.steps[0].expectation else { return }
        let written = Scenario(
            "written", "MakeThing", title: "omits Name", requirement: "", source: Things.page,
            steps: [Step("", "MakeThing", expect: .failure(failure))])
        let both = CaseCatalog(Things.catalog(operations: [operation], scenarios: [written]))
        #expect(both["v1/MakeThing/missing-name"] == nil && both["v1/MakeThing/written"] != nil)
        #expect(Set(both.cases.map(\.whole)).count == both.cases.count)
    }
}
