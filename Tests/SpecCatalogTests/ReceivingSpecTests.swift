import Foundation
import SpecModel
import Testing

@testable import SpecsV1

@Suite struct ReceivingSpecTests {
    private static let operations = Dictionary(uniqueKeysWithValues: SESv1.receivingOperations.map { ($0.name, $0) })
    private static let structures = Dictionary(uniqueKeysWithValues: SESv1.receivingStructures.map { ($0.name, $0) })

    @Test("every file of a receiving operation is in the list, and the list is alphabetical")
    func operationFiles() throws {
        let files = try SpecFolder.files().filter { $0.text.contains("family: .receiving") }
        #expect(files.map(\.name) == SESv1.receivingOperations.map(\.name))
        for file in files { #expect(file.text.contains("Operation(\n        \"\(file.name)\"")) }
    }

    @Test("every data type of the list has a file of its name, and the list is alphabetical")
    func structureFiles() throws {
        let files = Dictionary(uniqueKeysWithValues: try SpecFolder.files(in: "Shared").map { ($0.name, $0.text) })
        let names = SESv1.receivingStructures.map(\.name)
        #expect(names == names.sorted { $0.lowercased() < $1.lowercased() })
        for name in names { #expect(files[name]?.contains("Structure(\n        \"\(name)\"") == true, "\(name)") }
    }

    @Test("every list of scenarios is part of one that the catalogue takes")
    func scenarioFiles() throws {
        let lists = try SpecFolder.files(in: "Shared").filter { $0.name.hasPrefix("Lists+") }.map(\.text).joined()
        var count = 0
        for file in try SpecFolder.files(in: "Scenarios") {
            for match in file.text.matches(of: /static let ([A-Za-z]+): \[Scenario\]/) {
                #expect(lists.contains("\(match.1)"), "\(file.name): \(match.1)")
                count += 1
            }
        }
        #expect(count >= 11)
    }

    @Test("an operation is as the reference prints it", arguments: OperationFacts.receiving)
    func operation(_ facts: OperationFacts) throws {
        let operation = try #require(Self.operations[facts.name])
        #expect(operation.page == .number(facts.page))
        #expect(operation.parameters.map(Self.starred) == facts.parameters)
        #expect(operation.result?.map(\.name) == facts.result)
        #expect(operation.errors.map(\.code) == facts.errors)
        #expect(operation.errors.allSatisfy { $0.status == 400 })
        #expect(operation.throttle == 1)
        #expect(operation.fixture.needs.contains(.receivingRegion))
    }

    @Test("a data type is as the reference prints it", arguments: StructureFacts.receiving)
    func structure(_ facts: StructureFacts) throws {
        let structure = try #require(Self.structures[facts.name])
        #expect(structure.page == .number(facts.page))
        #expect(structure.members.map { $0.isLater ? "(\(Self.starred($0)))" : Self.starred($0) } == facts.members)
        for rule in structure.rules {
            #expect(Set(rule.members).isSubset(of: structure.members.map(\.name)))
        }
    }

    @Test(
        "an enumeration has the reference's values in its order",
        arguments: [
            (
                "BouncedRecipientInfo", "BounceType",
                "DoesNotExist MessageTooLarge ExceededQuota ContentRejected Undefined TemporaryFailure"
            ),
            ("LambdaAction", "InvocationType", "Event RequestResponse"),
            ("ReceiptIpFilter", "Policy", "Block Allow"), ("ReceiptRule", "TlsPolicy", "Require Optional"),
            ("RecipientDsnFields", "Action", "failed delayed delivered relayed expanded"),
            ("SNSAction", "Encoding", "UTF-8 Base64"), ("StopAction", "Scope", "RuleSet"),
        ])
    func enumeration(_ structure: String, _ member: String, _ values: String) throws {
        let found = try #require(Self.structures[structure]?.members.first { $0.name == member })
        guard case .text(let text) = found.shape else {
            Issue.record("\(structure).\(member) is \(found.shape.typeName)")
            return
        }
        #expect(text.allowed == values.split(separator: " ").map(String.init))
    }

    @Test("every type that an operation or type names is in the list, and every listed type is named")
    func references() {
        let members =
            SESv1.receivingOperations.flatMap { $0.parameters + ($0.result ?? []) }
            + SESv1.receivingStructures.flatMap(\.members)
        let named = Set(members.compactMap { Self.structureName($0.shape) })
        #expect(named == Set(Self.structures.keys))
    }

    @Test("an example keeps to its member's own constraints")
    func examples() throws {
        let members = SESv1.receivingOperations.flatMap(\.parameters) + SESv1.receivingStructures.flatMap(\.members)
        var checked = 0
        for member in members {
            guard case .text(let constraint) = member.shape, case .text(let template)? = member.example else {
                continue
            }
            let text = Template(template).segments.map { if case .literal(let text) = $0 { text } else { "sc-name" } }
                .joined()
            #expect(constraint.allowed.isEmpty || constraint.allowed.contains(text), "\(member.name)")
            if let length = constraint.length { #expect(length.agreed.contains(text.count), "\(member.name)") }
            if let pattern = constraint.pattern {
                #expect(try Regex(pattern.expression).wholeMatch(in: text) != nil, "\(member.name)")
            }
            checked += 1
        }
        #expect(checked > 30)
    }

    @Test(
        "names of 63 characters are agreed on, and none of 65",
        arguments: ["CloneReceiptRuleSet", "CreateReceiptRuleSet"])
    func nameLength(_ name: String) throws {
        let member = try #require(Self.operations[name]?.parameters.first { $0.name == "RuleSetName" })
        guard case .text(let text) = member.shape, let length = text.length else {
            Issue.record("\(name) does not bound its name")
            return
        }
        #expect(length.agreed == 1...63)
        #expect(length.widest == 1...64)
    }

    @Test(
        "the pattern of names takes what the reference allows and nothing else",
        arguments: [
            ("a", true), ("a.b_c-d", true), ("9", true), ("-a", false), ("a-", false), (".a", false), ("a b", false),
            ("aé", false), ("", false),
        ])
    func namePattern(_ name: String, _ isAllowed: Bool) throws {
        guard case .text(let text) = SESv1.receiptName, let pattern = text.pattern else {
            Issue.record("no pattern")
            return
        }
        #expect((try Regex(pattern.expression).wholeMatch(in: name) != nil) == isAllowed)
    }

    @Test("what can't be provoked says why, and a named scenario exists")
    func reach() {
        for operation in SESv1.receivingOperations {
            for error in operation.errors {
                switch error.reach {
                case .provoked(let provocations): #expect(!provocations.isEmpty)
                case .scenario(let name):
                    #expect(
                        SESv1.receivingScenarios.contains { $0.operation == operation.name && $0.name == name },
                        "\(operation.name)/\(name)")
                case .unreachable(let reason): #expect(reason.count > 10)
                }
            }
        }
    }

    private static func starred(_ member: Member) -> String { member.name + (member.required ? "*" : "") }

    private static func structureName(_ shape: Shape) -> String? {
        switch shape {
        case .structure(let name): name
        case .list(let member, _), .map(let member): structureName(member)
        default: nil
        }
    }
}
