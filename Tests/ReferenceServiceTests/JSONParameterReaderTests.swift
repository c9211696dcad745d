import SpecCatalog
import Testing
import Wire

@testable import ReferenceService

struct JSONParameterReaderTests {
    private let router = Router(.ofThings)

    private func read(_ body: String, _ query: String = "") throws(Refusal) -> Arguments {
        let target = try RequestTarget("/v2/things/a/parts/b" + query)
        let (endpoint, labels) = try router.route("PUT", target)
        let node = try JSONParameterReader(endpoint).read(labels: labels, target.query, Array(body.utf8))
        return try ConstraintChecker.check(node, endpoint.schema)
    }

    private func refusal(_ body: String, _ query: String = "") -> String {
        do throws(Refusal) {
            _ = try read(body, query)
            return "none"
        } catch {
            return "\(error.code): \(error.message ?? "")"
        }
    }

    @Test("members are read by their shapes, labels and query beside the body")
    func members() throws {
        let input = try read(
            """
            {"Text": "ä\\n", "Flag": true, "Data": "aGk=", "Texts": ["x", "", "y"],
             "Inner": {"Key": "k", "Other": [1]}, "Inners": [{"Key": "1"}, {"Key": "2"}]}
            """, "?Size=5&Token=a%2Bb")
        #expect(input.text("Name") == "a")
        #expect(input.text("Part") == "b")
        #expect(input.integer("Size") == 5)
        #expect(input.text("Token") == "a+b")
        #expect(input.text("Text") == "ä\n")
        #expect(input.boolean("Flag") == true)
        #expect(input.blob("Data") == Array("hi".utf8))
        #expect(input.texts("Texts") == ["x", "", "y"])
        #expect(input.structure("Inner")?.text("Key") == "k")
        #expect(input.structures("Inners").map { $0.text("Key") } == ["1", "2"])
    }

    @Test("what is null, unknown or travels elsewhere is as good as absent; of two members the later one counts")
    func absent() throws {
        let input = try read(
            """
            {"Text": null, "Nobody": {"knows": [null]}, "Name": "z", "Part": 1, "Size": 7, "Flag": false, "Flag": true,
             "Texts": ["old", "old"], "Texts": [null, "new"], "Inner": {"Key": "old"}, "Inner": null}
            """)
        #expect(input.text("Text") == nil)
        #expect(input.text("Name") == "a")
        #expect(input.integer("Size") == nil)
        #expect(input.boolean("Flag") == true)
        #expect(input.texts("Texts") == ["new"])
        #expect(input.structure("Inner") == nil)
    }

    @Test("an empty list and an empty structure are there")
    func empty() throws {
        #expect(try read("{\"Texts\": []}")["Texts"] == .list([]))
        #expect(
            refusal("{\"Inner\": {}}")
                == "ValidationError: 1 validation error detected: Value at 'inner.key' failed to satisfy constraint: "
                + "Member must not be null")
    }

    @Test("no body at all is one without members", arguments: ["", "{}", " { } "])
    func noBody(body: String) throws {
        #expect(try read(body).text("Name") == "a")
    }

    @Test(
        "a value of the wrong type is refused",
        arguments: [
            ("{\"Text\": 1}", "NUMBER_VALUE can not be converted to a String"),
            ("{\"Text\": true}", "TRUE_VALUE can not be converted to a String"),
            ("{\"Text\": []}", "Start of list found where not expected"),
            ("{\"Text\": {}}", "Start of structure or map found where not expected."),
            ("{\"Flag\": \"true\"}", "STRING_VALUE can not be converted to a Boolean"),
            ("{\"Flag\": 1}", "NUMBER_VALUE can not be converted to a Boolean"),
            ("{\"Texts\": \"x\"}", "Expected list or null"), ("{\"Texts\": {}}", "Expected list or null"),
            ("{\"Texts\": [1]}", "NUMBER_VALUE can not be converted to a String"),
            ("{\"Inner\": \"x\"}", "Expected structure or null"), ("{\"Inner\": []}", "Expected structure or null"),
            ("{\"Inners\": [{\"Key\": false}]}", "FALSE_VALUE can not be converted to a String"),
            ("{\"Data\": \"*\"}", "The value is not valid base64"), ("[]", "Expected structure or null"),
            ("\"x\"", "Expected structure or null"), ("null", "Expected structure or null"),
        ])
    func wrongType(body: String, message: String) {
        #expect(refusal(body) == "SerializationException: " + message)
    }

    @Test("what is no JSON is refused", arguments: ["{", "{\"Text\": }", "Text=x", "{} {}", "{'Text': 'x'}"])
    func malformed(body: String) {
        #expect(refusal(body).hasPrefix("SerializationException: The request body is not JSON: "))
    }

    @Test("a number in the query is a number", arguments: ["abc", "", "1.5", "99999999999"])
    func numbers(text: String) {
        #expect(
            refusal("", "?Size=" + text) == "SerializationException: '\(text)' can not be converted to Integer")
    }

    @Test("a size out of range is refused after it was read", arguments: ["0", "11", "-1"])
    func range(text: String) {
        #expect(refusal("", "?Size=" + text).hasPrefix("InvalidParameterValue: Value \(text) for Size"))
    }
}
