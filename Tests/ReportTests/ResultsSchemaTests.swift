import Conformance
import Foundation
import Report
import Testing

@Suite struct ResultsSchemaTests {
    /// What of the schema a document does not keep to; the few keywords that the schema uses.
    private struct Check {
        let root: [String: Any]
        var faults: [String] = []
        var used: Set<String> = []

        mutating func check(_ value: Any, _ schema: [String: Any], at path: String) {
            if let reference = schema["$ref"] as? String {
                let name = reference.replacing("#/$defs/", with: "")
                let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any]
                guard let target else { return faults.append("\(path): no \(reference)") }
                return check(value, target, at: path)
            }
            if let constant = schema["const"] as? String, value as? String != constant {
                faults.append("\(path): const")
            }
            if let allowed = schema["enum"] as? [String], !allowed.contains(value as? String ?? "") {
                faults.append("\(path): \(value) is none of \(allowed)")
            }
            if let type = schema["type"] as? String, !matches(value, type) { faults.append("\(path): no \(type)") }
            if let object = value as? [String: Any] { checkObject(object, schema, at: path) }
            if let items = schema["items"] as? [String: Any], let members = value as? [Any] {
                for (index, member) in members.enumerated() { check(member, items, at: "\(path)[\(index)]") }
            }
        }

        private mutating func checkObject(_ object: [String: Any], _ schema: [String: Any], at path: String) {
            let properties = schema["properties"] as? [String: Any] ?? [:]
            for key in schema["required"] as? [String] ?? [] where object[key] == nil {
                faults.append("\(path): no \(key)")
            }
            for (key, value) in object {
                guard let inner = properties[key] as? [String: Any] else {
                    faults.append("\(path).\(key): not in the schema")
                    continue
                }
                used.insert(key)
                check(value, inner, at: "\(path).\(key)")
            }
        }

        private func matches(_ value: Any, _ type: String) -> Bool {
            switch type {
            case "string": value is String
            case "object": value is [String: Any]
            case "array": value is [Any]
            case "boolean": value is Bool
            case "integer": (value as? Double).map { $0 == $0.rounded() } ?? false
            case "number": value is Double
            default: false
            }
        }
    }

    private func object(_ data: Data) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test("every key of the fixed run's JSON is in the schema, and of its type")
    func valid() throws {
        let schema = try object(Data(JSONReporter.schema.utf8))
        var check = Check(root: schema)
        check.check(try object(JSONReporter().report(FixedRun.result)), schema, at: "")
        #expect(check.faults == [])
        let optional: Set = ["baseline", "reason", "expected", "actual", "curl", "seen", "failedAsKnown", "shrunk"]
        #expect(check.used.isSuperset(of: optional))
    }

    @Test("every key of a shard's JSON is in the schema, and of its type") func shard() throws {
        let schema = try object(Data(JSONReporter.schema.utf8))
        var check = Check(root: schema)
        check.check(try object(JSONReporter().report(FixedRun.shard)), schema, at: "")
        #expect(check.faults == [])
        #expect(check.used.isSuperset(of: ["shard", "evidence", "shown", "retries"]))
    }

    @Test("the check finds a key that is not in the schema, one that is not there, and a wrong value")
    func checking() throws {
        let schema = try object(Data(JSONReporter.schema.utf8))
        var document = try object(JSONReporter().report(FixedRun.result))
        document["extra"] = 1
        document["run"] = nil
        document["schema"] = "other"
        var check = Check(root: schema)
        check.check(document, schema, at: "")
        #expect(Set(check.faults) == [".extra: not in the schema", ": no run", ".schema: const"])
    }

    @Test("the schema names its draft")
    func draft() throws {
        let schema = try object(Data(JSONReporter.schema.utf8))
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }
}
