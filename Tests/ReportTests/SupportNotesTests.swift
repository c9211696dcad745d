import Conformance
import SpecCatalog
import SpecModel
import Testing

@testable import Report

@Suite struct SupportNotesTests {
    @Test(
        "the last name of a path, without keys and positions",
        arguments: [
            ("SendEmailResponse/SendEmailResult/MessageId", "MessageId"), ("status", "status"),
            ("ListIdentitiesResult/Identities/member[+]", "Identities"),
            ("Rules/member[arn:aws/x]/Actions/entry[a/b[c]]", "Actions"), ("", ""), ("member[+]", "member[+]"),
        ])
    func leaf(path: String, expected: String) {
        #expect(SupportNotes.leaf(of: path) == expected)
    }

    private func subject(_ id: String, _ operation: String, _ title: String = "") -> String? {
        let one = CaseResult(
            id: id, api: .v1, operation: operation, axis: .errors, rule: "", title: title, requirement: "",
            source: .derived(""), outcome: .failed)
        return SubjectNames(FixedRun.catalog).subject(of: one)
    }

    @Test(
        "the parameter that a case is about is the longest that its name holds",
        arguments: [
            ("missing-source", "Source"), ("missing-destination", "Destination"),
            ("too-many-destination-to-addresses", "Destination.ToAddresses"),
            ("missing-configuration-set-name", "ConfigurationSetName"), ("minimal", nil), ("sources", nil),
        ])
    func subjects(name: String, expected: String?) {
        #expect(subject("v1/SendEmail/\(name)", "SendEmail") == expected)
    }

    @Test("of an operation in no catalogue it is the last word of the title, if the name holds it")
    func unknown() {
        #expect(subject("v1/Other/missing-thing-name", "Other", "omits ThingName") == "ThingName")
        #expect(subject("v1/Other/missing-x", "Other", "omits ThingName") == nil)
        #expect(subject("v1/Other/minimal", "Other", "sends minimal") == nil)
    }

    @Test("no failure, no notes")
    func nothing() {
        let passed = FixedRun.result.cases.filter { $0.outcome == .passed }
        #expect(SupportNotes(passed, SubjectNames(FixedRun.catalog)).text == "")
    }
}
