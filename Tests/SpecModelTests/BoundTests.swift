import SpecModel
import Testing

@Suite struct BoundTests {
    private let model = Evidence.derived("model")
    private let page = Evidence(.documented, "p. 1")

    @Test("cases use what all sources accept, and what none does") func ranges() {
        let bound = Bound(1...63, by: "p. 1").or(0...64, by: model)
        #expect(bound.agreed == 1...63 && bound.widest == 0...64)
    }

    @Test("the strongest source speaks for a number, the first of equals") func strongest() {
        #expect(Bound(1...5, by: model).or(1...5, by: "p. 1").evidence(on: 6) == page)
        #expect(Bound(1...5, by: "p. 1").or(1...5, by: "p. 2").evidence(on: 6) == page)
        #expect(Bound(1...5, by: model).evidence(on: 3) == model)
    }

    @Test("each end has a source of its own where that is said") func ends() {
        let bound = Bound(1...5, by: "p. 1", lower: model)
        #expect(bound.evidence(on: 0) == model)
        #expect([1, 5, 6].map(bound.evidence) == [page, page, page])
    }

    @Test("what needs two facts rests on the weaker") func weaker() {
        #expect(page.and(model) == model && model.and(page) == model && page.and(nil) == page)
        #expect(page.and(Evidence(.documented, "p. 2")) == page)
    }
}
