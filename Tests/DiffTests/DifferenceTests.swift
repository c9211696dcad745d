import Diff
import Testing

@Suite struct DifferenceTests {
    @Test("severities are ordered by weight") func order() {
        #expect([Severity.error, .note, .warning].sorted() == [.note, .warning, .error])
    }

    @Test("grading changes nothing but the severity") func grading() {
        let difference = Difference(path: "a/b", kind: .value, expected: "1", actual: "2", severity: .error)
        let graded = difference.graded(.note)
        #expect(graded.severity == .note)
        #expect(graded.graded(.error) == difference)
    }
}
