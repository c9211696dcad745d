import Diff
import Testing

@Suite struct DifferenceTests {
    @Test("severities are ordered") func first() {
        #expect(Severity.note < .warning && Severity.warning < .error)
    }
}
