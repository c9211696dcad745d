import Conformance
import Foundation
import Testing

@Suite struct BaselineEncodingTests {
    private let baseline = Baseline(
        target: "moto 5.2.1",
        known: [
            .init(
                cases: ["v1/A/x", "v1/A/y", "v1/B/x"], paths: ["status"], cause: "missing-required/accepted",
                reason: "says \"why\"", expires: Day("2027-01-01")),
            .init(cases: ["v1/C/*"], paths: ["a\u{202E}b\u{1B}[2J\u{7F}", "c\\*"], reason: "r"),
        ], cases: ["v1/A/x", "v1/A/y", "v1/B/x"])

    @Test("the file reads well")
    func layout() {
        let expected = #"""
            {
              "format": "ses-conformance/baseline/1",
              "target": "moto 5.2.1",
              "known": [
                {
                  "case": [
                    "v1/A/x", "v1/A/y",
                    "v1/B/x"
                  ],
                  "path": "status",
                  "cause": "missing-required/accepted",
                  "reason": "says \"why\"",
                  "expires": "2027-01-01"
                },
                {
                  "case": "v1/C/*",
                  "path": [
                    "a\u202eb\u001b[2J\u007f",
                    "c\\*"
                  ],
                  "reason": "r"
                }
              ],
              "cases": [
                "v1/A/x", "v1/A/y",
                "v1/B/x"
              ]
            }

            """#
        #expect(String(decoding: baseline.encoded(), as: UTF8.self) == expected)
    }

    @Test("what was written is read back")
    func roundTrip() throws {
        let byCause = Baseline(known: [.init(cause: "c", reason: "r")])
        for one in [baseline, Baseline(), Baseline(known: [], cases: []), byCause] {
            #expect(try Baseline.read(from: one.encoded(), name: "x") == one)
        }
    }

    @Test("a file for 300 failures stays readable")
    func size() {
        let results = (0..<300).map { number in
            BaselineFixture.failed(
                "v1/Operation\(number % 28)/missing-parameter-\(number / 28)",
                [BaselineFixture.finding(cause: "rule-\(number % 7)/accepted")])
        }
        let made = Baseline.make(
            from: BaselineFixture.run(results), target: nil, previous: nil, today: BaselineFixture.today)
        let lines = String(decoding: made.encoded(), as: UTF8.self).split(separator: "\n")
        #expect(made.known.count == 7)
        #expect(lines.count < 400)
        #expect(lines.allSatisfy { $0.count <= 120 })
    }
}
