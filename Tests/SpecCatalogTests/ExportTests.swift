import Foundation
import SpecCatalog
import SpecModel
import Testing

@Suite struct ExportTests {
    private let catalog = Catalog([Sound.specification()])

    private func document() throws -> [String: Any] {
        let data = try SpecificationExport.json(catalog)
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    /// What a path of keys and indices leads to.
    private func value(_ path: String) throws -> Any {
        var current: Any = try document()
        for part in path.split(separator: ".") {
            if let index = Int(part) {
                current = try #require(current as? [Any])[index]
            } else {
                current = try #require((current as? [String: Any])?[String(part)], "nothing at \(part) of \(path)")
            }
        }
        return current
    }

    @Test("the bytes are the same each time, with sorted keys and a line break at the end") func stable() throws {
        let first = try SpecificationExport.json(catalog)
        #expect(try SpecificationExport.json(catalog) == first)
        let text = String(decoding: first, as: UTF8.self)
        #expect(text.hasPrefix("{\n  \"apis\" : ["))
        #expect(text.hasSuffix("\"schema\" : \"ses-conformance/spec/1\"\n}\n"))
    }

    @Test(
        "everything is in it",
        arguments: [
            ("apis.0.api", "v1"), ("apis.0.version", "2010-12-01"), ("apis.0.operations.0.id", "v1/CreateRule"),
            ("apis.0.operations.0.page", "7"), ("apis.0.operations.0.throttle", "1"),
            ("apis.0.operations.0.undo.parameters.0.from", "Rule.Name"),
            ("apis.0.operations.0.errors.0.reach.scenario", "creates-twice"),
            ("apis.0.operations.0.errors.1.reach.unreachable", "takes 10,000 requests"),
            ("apis.0.operations.0.observations.0.message", "Rule exists: ⟦any⟧"),
            ("apis.0.operations.0.observations.0.evidence.date", "2020"),
            ("apis.0.operations.0.fixture.effect.0.expect.result.Rules.0.$echo", "Rule"),
            ("apis.0.operations.1.errors.0.reach.provoked.0.changes.0.path", "Name"),
            ("apis.0.operations.1.parameters.0.shape.length.1.maximum", "64"),
            ("apis.0.operations.2.pages.items", "Rules"), ("apis.0.operations.2.parameters.1.example", "2"),
            ("apis.0.operations.2.result.0.shape.member.name", "Rule"),
            ("apis.0.structures.0.members.1.shape.allowed.1", "Off"), ("apis.0.structures.0.members.1.default", "Off"),
            ("apis.0.structures.0.members.2.need", "sns-topic"), ("apis.0.commonParameters.0.name", "Version"),
            ("apis.0.commonErrors.0.code", "Throttling"),
            ("apis.0.scenarios.0.steps.1.expect.codes.0", "AlreadyExists"),
            ("apis.0.scenarios.0.steps.0.input.Rule.Name", "⟦name:rule⟧"), ("apis.0.probes.0.resource", "t"),
        ])
    func content(_ path: String, _ expected: String) throws {
        #expect("\(try value(path))" == expected)
    }

    @Test("an operation without a result element has none, and a void one has an empty list") func result() throws {
        #expect((try value("apis.0.operations.1") as? [String: Any])?["result"] == nil)
        #expect((try value("apis.0.operations.0.result") as? [Any])?.isEmpty == true)
    }
}

@Suite struct SpecificationTextExportTests {
    private let catalog = Catalog([Sound.specification()])

    @Test("an operation is shown with its types laid open") func show() throws {
        let operation = try #require(catalog.operation(.v1, "CreateRule"))
        #expect(
            SpecificationText.show(operation, in: catalog) == """
                v1/CreateRule
                Makes a rule.

                family     receiving
                reference  API reference p. 7
                throttle   1 request a second
                undone by  DeleteRule

                Parameters
                  Rule     Rule    required  What is made.
                    Name   String  required  The rule's name; 1 to 63 (reference), 1 to 64 (model) characters
                    Mode   String  optional  How; one of On, Off; default 'Off'
                    Topic  String  optional  Where to; arn; needs sns-topic

                Response
                  an empty result element

                Errors
                  AlreadyExists  400  the name is taken; shown by scenario creates-twice
                  LimitExceeded  400  there are too many; out of a client's reach: takes 10,000 requests

                Observed
                  name taken
                      400 AlreadyExists: Rule exists: ⟦any⟧
                      published: issue 7, 2020

                """)
    }

    @Test("operations are listed in columns") func list() {
        #expect(
            SpecificationText.list(catalog.operations) == """
                v1/CreateRule  receiving  p. 7   Makes a rule.
                v1/DeleteRule  receiving  p. 8   Takes a rule away.
                v1/ListRules   receiving  p. 11  Lists rules.

                """)
    }
}
