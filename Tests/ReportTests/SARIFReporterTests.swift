import Conformance
import Foundation
import Testing

@testable import Report

@Suite struct SARIFReporterTests {
    typealias Object = [String: Any]

    private func log() throws -> Object {
        let data = SARIFReporter().report(FixedRun.result)
        return try #require(try JSONSerialization.jsonObject(with: data) as? Object)
    }

    private func run() throws -> Object {
        try #require((log()["runs"] as? [Object])?.first)
    }

    private func results() throws -> [Object] { try #require(try run()["results"] as? [Object]) }

    @Test("the log of the fixed run is as it was accepted")
    func golden() throws {
        try ReportGolden.compare(SARIFReporter().report(FixedRun.result), with: "results.sarif")
    }

    /// Source: SARIF 2.1.0: 3.13 (log), 3.14 (run), 3.27 (result), 3.35 (suppression), 3.49 (rule).
    @Test("the log has the properties that the schema requires, and none that it does not know")
    func structure() throws {
        let known: [String: (required: Set<String>, optional: Set<String>)] = [
            "log": (["version", "runs"], ["$schema"]),
            "run": (["tool"], ["invocations", "columnKind", "results", "properties"]),
            "result": (
                ["message"],
                [
                    "ruleId", "ruleIndex", "level", "locations", "partialFingerprints", "suppressions", "properties",
                ]
            ),
            "driver": (["name"], ["version", "rules"]), "rule": (["id"], ["shortDescription"]),
            "suppression": (["kind"], ["justification"]),
        ]
        func check(_ object: Object, _ kind: String) throws {
            let (required, optional) = try #require(known[kind])
            #expect(required.isSubset(of: object.keys), "\(kind)")
            #expect(Set(object.keys).isSubset(of: required.union(optional)), "\(kind)")
        }
        let log = try log()
        try check(log, "log")
        #expect(log["version"] as? String == "2.1.0")
        let run = try run()
        try check(run, "run")
        let driver = try #require((run["tool"] as? Object)?["driver"] as? Object)
        try check(driver, "driver")
        let rules = try #require(driver["rules"] as? [Object])
        for rule in rules { try check(rule, "rule") }
        let ids = rules.compactMap { $0["id"] as? String }
        #expect(Set(ids).count == ids.count)
        for result in try results() {
            try check(result, "result")
            #expect(["none", "note", "warning", "error"].contains(result["level"] as? String))
            #expect(ids[try #require(result["ruleIndex"] as? Int)] == result["ruleId"] as? String)
            for suppression in result["suppressions"] as? [Object] ?? [] { try check(suppression, "suppression") }
            #expect((result["message"] as? Object)?["text"] as? String != "")
        }
    }

    @Test("every difference and every broken case is a result, with a place below the root")
    func places() throws {
        let results = try results()
        let findings = FixedRun.result.cases.flatMap(\.findings)
        #expect(results.count == findings.count + 1)
        let uris = results.compactMap { result -> String? in
            let location = (result["locations"] as? [Object])?.first?["physicalLocation"] as? Object
            #expect((location?["region"] as? Object)?["startLine"] as? Int == 1)
            return (location?["artifactLocation"] as? Object)?["uri"] as? String
        }
        #expect(uris.count == results.count)
        #expect(uris.allSatisfy { URL(string: $0) != nil && !$0.hasPrefix("/") })
        #expect(uris.contains("golden/v1/SendEmail/missing-message.xml"))
        #expect(uris.contains("specs/v1/SendRawEmail.swift"))
    }

    @Test("what the baseline knows is suppressed, with its reason")
    func suppressed() throws {
        let suppressed = try results().filter { $0["suppressions"] != nil }
        #expect(suppressed.count == 1)
        let reasons = suppressed.compactMap { ($0["suppressions"] as? [Object])?.first?["justification"] as? String }
        #expect(reasons == ["moto checks no template"])
    }

    @Test("no message has a link, a placeholder or anything that a terminal would act on")
    func hostile() throws {
        for result in try results() {
            let text = try #require((result["message"] as? Object)?["text"] as? String)
            #expect(ReportGolden.dangerous(in: text).isEmpty)
            #expect(text.firstMatch(of: /(^|[^\\])\[/) == nil, "\(text)")
            #expect(text.firstMatch(of: /(^|[^{]){[^{]/) == nil, "\(text)")
            #expect(text.utf8.count < 12_000)
        }
    }
}
