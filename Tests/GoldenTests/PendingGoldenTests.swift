import SpecModel
import Testing
import Wire

@testable import Golden

@Suite struct PendingGoldenTests {
    private func golden(_ body: String, status: Int = 200) throws -> Golden {
        let isXML = body.hasPrefix("<")
        let tree = try isXML ? XMLReader.tree(from: Array(body.utf8)) : JSONReader.tree(from: Array(body.utf8))
        let id = GoldenID(caseID: isXML ? "v1/GetThing/minimal" : "v2/GetThing/minimal")
        return Golden(
            id: id, provenance: .modelled, source: "x", request: GoldenRequest(body: .absent), status: status,
            contentType: isXML ? "text/xml" : "application/json", tree: tree)
    }

    private func pending(_ first: String, _ second: String) throws -> PendingGolden {
        PendingGolden(golden: try golden(first), again: try golden(second))
    }

    @Test("two equal runs propose nothing") func equal() throws {
        let same = try pending("<a><b>1</b></a>", "<a><b>1</b></a>")
        #expect(same.again == nil && same.volatile.isEmpty && !same.isUnstable)
        #expect(same.proposed == same.golden)
    }

    @Test(
        "what differs between two runs is proposed as the narrowest placeholder that both texts fit",
        arguments: [
            ("x", "y", "⟦any⟧"), ("1", "2", "⟦number⟧"), ("1.5", "2.5", "⟦number⟧"), ("1", "x", "⟦any⟧"),
            ("", "x", "⟦any⟧"),
            ("2026-11-21T09:30:00Z", "2026-11-21T09:30:01.125Z", "⟦timestamp⟧"),
            ("5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3", "6f0b5b5c-1d1d-11e6-8b77-86f30ca893d3", "⟦request-id⟧"),
        ]) func proposals(first: String, second: String, placeholder: String) throws
    {
        let one = try pending(
            "<a><b>same</b><c><member>\(first)</member></c></a>", "<a><b>same</b><c><member>\(second)</member></c></a>")
        #expect(
            one.volatile == [
                PendingGolden.Volatile(path: "a/c/member[1]", first: first, second: second, proposal: placeholder)
            ])
        #expect(one.proposed.tree.descendant("c.member")?.text == placeholder)
        #expect(one.golden.tree.descendant("c.member")?.text == first)
    }

    @Test("in JSON a proposal for a number says that it stands for one") func json() throws {
        let one = try pending(#"{"a":{"b":1}}"#, #"{"a":{"b":2}}"#)
        #expect(one.volatile.map(\.path) == ["a/b"])
        #expect(one.proposed.tree.descendant("a.b")?.text == "⟦number:number⟧")
        #expect(one.proposed.tree.descendant("a.b")?.kind == .string)
        _ = try GoldenFile.text(of: one.proposed)
    }

    @Test(
        "runs that differ in more than texts are unstable",
        arguments: [
            ("<a><b/></a>", "<a/>"), ("<a/>", "<b/>"), ("<a x=\"1\"/>", "<a x=\"2\"/>"),
            ("<a>x<b/></a>", "<a>y<b/></a>"), (#"{"a":1}"#, #"{"a":"1"}"#), (#"{"a":true}"#, #"{"a":false}"#),
        ]) func unstable(first: String, second: String) throws
    {
        #expect(try pending(first, second).isUnstable)
    }

    @Test("another status is unstable, too") func status() throws {
        #expect(PendingGolden(golden: try golden("<a/>"), again: try golden("<a/>", status: 500)).isUnstable)
    }
}
