import Conformance
import Testing

@Suite struct OutcomeTests {
    @Test("outcomes are six") func first() {
        #expect(Outcome.allCases.count == 6)
    }
}
