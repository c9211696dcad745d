import Testing

@testable import Conformance

@Suite struct FuzzIDTests {
    @Test("an id is read as it is written") func roundTrip() throws {
        let id = FuzzID(api: .v2, operation: "SendEmail", seed: 7, number: 12)
        #expect("\(id)" == "v2/SendEmail/fuzz-7-12")
        #expect(FuzzID("\(id)") == id)
        #expect(FuzzID("v1/A/fuzz-18446744073709551615-1")?.seed == .max)
    }

    @Test(
        "other ids are none of a random request",
        arguments: [
            "v1/SendEmail/minimal", "v3/SendEmail/fuzz-1-1", "v1/SendEmail/fuzz-1", "v1/SendEmail/fuzz-1-0",
            "v1/SendEmail/fuzz--1-1", "v1/Send Email/fuzz-1-1", "v1/SendEmail/fuzz-18446744073709551616-1", "",
        ])
    func others(_ text: String) { #expect(FuzzID(text) == nil) }
}
