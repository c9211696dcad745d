import Golden
import Testing

@Suite struct GoldenTests {
    @Test("a golden is named by case, step and alternative") func first() {
        #expect(GoldenID(caseID: "v1/A/b", step: "read", alternative: 2).description == "v1/A/b.read~2")
    }
}
