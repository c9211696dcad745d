import Testing

@testable import ses_conformance

@Suite struct NearestTests {
    @Test(
        "edits are counted, swaps as one",
        arguments: [("", "", 0), ("", "ab", 2), ("serve", "serve", 0), ("sevre", "serve", 1), ("lst", "list", 1)])
    func distance(_ left: String, _ right: String, _ expected: Int) {
        #expect(Nearest.distance(left, right) == expected)
        #expect(Nearest.distance(right, left) == expected)
    }

    @Test("the nearest is named whatever its letter case, and nothing that is far") func name() {
        #expect(Nearest.name(to: "sendemial", among: ["SendEmail", "SendBounce"]) == "SendEmail")
        #expect(Nearest.name(to: "SendEmail", among: ["DeleteIdentity"]) == nil)
        #expect(Nearest.name(to: "ab", among: ["xy"]) == nil)
    }
}
