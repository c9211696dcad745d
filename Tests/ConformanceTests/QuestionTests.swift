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

    @Test("no request is derived twice") func once() {
        let cases = CaseCatalog(Things.catalog()).cases
        #expect(Set(cases.map(\.whole)).count == cases.count)
    }

    @Test("a rule that yields leaves out what a scenario asks") func yields() throws {
        let address = Member("Address", .string(format: .emailAddress), required: true, "", example: "a@b.c")
        let operation = SampleOperation.make([address])
        let written = Scenario(
            "written", "DoThing", title: "sends no address", requirement: "", source: Things.page,
            steps: [Step("", "DoThing", ["Address": "a"], expect: .observed)])
        func ids(_ scenarios: [Scenario]) -> [String] {
            CaseCatalog(Things.catalog(operations: [operation], scenarios: scenarios)).cases.map(\.name)
        }
        #expect(ids([]).contains("address-address-without-at"))
        #expect(!ids([written]).contains("address-address-without-at") && ids([written]).contains("written"))
    }
}
