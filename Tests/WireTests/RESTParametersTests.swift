import SpecModel
import Testing
import Wire

@Suite struct RESTParametersTests {
    private let members: [Member] = [
        Member("Name", .string(), ""), Member("Size", .integer(nil), ""), Member("IsOpen", .boolean, ""),
        Member("Made", .timestamp, ""), Member("Raw", .blob, ""), Member("Notes", .map(.integer(nil)), ""),
        Member("Thing", .structure("Thing"), ""), Member("Things", .list(of: .structure("Thing")), ""),
    ]
    private let structures = [
        "Thing": Structure(
            "Thing", "", page: "Thing", members: [Member("Size", .long, ""), Member("Text", .string(), "")])
    ]

    private func parameters(_ route: Route, _ fields: Fields) -> RESTParameters {
        RESTParameters(fields.fields, route: route, members: members, structures: structures)
    }

    private func body(_ fields: Fields) -> String {
        JSONWriter.compact(parameters(Route("POST", "/"), fields).body)
    }

    @Test("a label is one segment whatever is in it, and the query is encoded alike") func target() {
        let route = Route("GET", "/v2/{Name}/x/{Other}", query: ["Size", "Tags"])
        let found = parameters(
            route, ["Name": "a+b@c/d é", "Size": 5, "Other": "y", "Tags": ["p", "q&r"], "Thing": ["Size": 1]])
        #expect(found.target() == "/v2/a%2Bb%40c%2Fd%20%C3%A9/x/y?Size=5&Tags=p&Tags=q%26r")
        #expect(JSONWriter.compact(found.body) == "{\"Thing\":{\"Size\":1}}")
        #expect(parameters(route, [:]).target() == "/v2//x/")
    }

    @Test("only methods with a body have one") func methods() {
        #expect(["POST", "PUT"].allSatisfy { parameters(Route($0, "/"), [:]).hasBody })
        #expect(!["GET", "DELETE"].contains { parameters(Route($0, "/"), [:]).hasBody })
    }

    @Test("values are numbers and booleans where their shape is one and they spell one") func kinds() {
        #expect(body(["Size": "5", "IsOpen": "true", "Name": "5"]) == "{\"Size\":5,\"IsOpen\":true,\"Name\":\"5\"}")
        #expect(body(["Size": "abc", "IsOpen": "maybe"]) == "{\"Size\":\"abc\",\"IsOpen\":\"maybe\"}")
        #expect(body(["Size": " 5", "IsOpen": "5"]) == "{\"Size\":\" 5\",\"IsOpen\":\"5\"}")
        #expect(body(["Name": 5, "IsOpen": true]) == "{\"Name\":5,\"IsOpen\":true}")
        #expect(body(["Made": "1.70e9", "Raw": .blob("é")]) == "{\"Made\":1.70e9,\"Raw\":\"w6k=\"}")
        #expect(
            body(["Notes": ["a.b": "7"], "Thing": ["Size": "12345678901234567890", "Text": "1"]])
                == "{\"Notes\":{\"a.b\":7},\"Thing\":{\"Size\":12345678901234567890,\"Text\":\"1\"}}")
        #expect(body(["Things": [["Size": "1"]], "Notes": [:]]) == "{\"Things\":[{\"Size\":1}],\"Notes\":{}}")
        #expect(body(["Name": .echo("Name")]) == "{}")
    }

    @Test("a name with dots is a member within, and once more what is there already") func dots() {
        #expect(body(["Thing.Size": "1", "Thing.Text": "a"]) == "{\"Thing\":{\"Size\":1,\"Text\":\"a\"}}")
        #expect(body(["Thing": ["Size": 1], "Thing.Size": "2"]) == "{\"Thing\":{\"Size\":1,\"Size\":2}}")
        #expect(body(["Name": "a", "Name": "b"]) == "{\"Name\":\"a\",\"Name\":\"b\"}")
        #expect(
            body(["Things": [["Size": 1]], "Things.member.1.Text": "a", "Things.member.7.Size": "2"])
                == "{\"Things\":[{\"Size\":1,\"Text\":\"a\"},{\"Size\":2}]}")
    }

    @Test("a placeholder that stands for a number says so") func placeholders() {
        func held(_ text: String, _ kind: Tree.Kind) -> Tree { Tree("", kind: kind).holding(text) }
        #expect(held("⟦timestamp⟧", .number) == Tree("", kind: .string, text: "⟦timestamp:number⟧"))
        #expect(held("⟦any⟧", .boolean) == Tree("", kind: .string, text: "⟦any:boolean⟧"))
        #expect(held("⟦token#1⟧", .string) == Tree("", kind: .string, text: "⟦token#1⟧"))
        #expect(held("⟦number#2⟧", .number) == Tree("", kind: .string, text: "⟦number#2:number⟧"))
        #expect(held("⟦one-of:1|2⟧", .number) == Tree("", kind: .string, text: "⟦one-of:1|2⟧"))
        #expect(held("12", .number) == Tree("", kind: .number, text: "12"))
        #expect(held("12", .element) == Tree("", text: "12"))
    }
}
