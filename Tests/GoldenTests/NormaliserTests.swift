import Diff
import Golden
import SpecModel
import Testing
import Wire

@Suite struct NormaliserTests {
    static func operation(_ name: String, _ result: [Member]?) -> SpecModel.Operation {
        SpecModel.Operation(
            name, family: .identities, "A sample.", page: 1, result: result, fixture: Fixture(.documented(page: 1)))
    }

    static let attributes = Structure(
        "Attributes", "Verification.", page: 1,
        members: [
            Member("VerificationStatus", .string(), ""),
            Member("VerificationToken", .string(format: .verificationToken), ""),
        ])
    static let get = operation(
        "Get",
        [
            Member("Tokens", .list(of: .string(format: .dkimToken)), ""), Member("Names", .list(of: .string()), ""),
            Member("Map", .map(.structure("Attributes")), ""), Member("MessageId", .string(format: .messageID), ""),
            Member("Time", .timestamp, ""), Member("Rate", .double, ""), Member("Count", .integer(nil), ""),
        ])
    static let bindings = Bindings(known: ["name:rule": "sc-r1-1-rule", "capture:next": "dG9rZW4"])

    static func normalised(_ content: String) throws -> String {
        let text = "<GetResponse><GetResult>\(content)</GetResult></GetResponse>"
        let tree = try XMLReader.tree(from: Array(text.utf8))
        let normaliser = Normaliser(structures: ["Attributes": attributes], bindings: bindings)
        let result = normaliser.tree(of: tree, operation: get)
        return result.children.first.map { $0.children.map(TreeText.compact).joined() } ?? ""
    }

    @Test(
        "what changes from run to run becomes a placeholder",
        arguments: [
            ("<MessageId>abc</MessageId>", "<MessageId>⟦message-id⟧</MessageId>"),
            ("<Time>2018-12-18T17:55:00Z</Time>", "<Time>⟦timestamp⟧</Time>"),
            ("<Rate>1.0</Rate>", "<Rate>⟦number⟧</Rate>"),
            ("<Count>7</Count>", "<Count>7</Count>"), ("<Tokens/>", "<Tokens/>"),
            ("<Tokens><member>a</member></Tokens>", "<Tokens><member>⟦token⟧</member></Tokens>"),
            (
                "<Tokens><member>a</member><member>b</member><member>a</member><member>b</member><member>c</member></Tokens>",
                "<Tokens><member>⟦token#1⟧</member><member>⟦token#2⟧</member><member>⟦token#1⟧</member>"
                    + "<member>⟦token#2⟧</member><member>⟦token⟧</member></Tokens>"
            ),
            ("<Tokens><member>dG9rZW4</member></Tokens>", "<Tokens><member>⟦capture:next⟧</member></Tokens>"),
            ("<Names><member>sc-r1-1-rule</member></Names>", "<Names><member>⟦name:rule⟧</member></Names>"),
            ("<Names><member>⟦x⟧</member></Names>", "<Names><member>⟦⟦x⟧⟧</member></Names>"),
            (
                "<Map><entry><key>sc-r1-1-rule@example.com</key><value><VerificationStatus>Pending</VerificationStatus>"
                    + "<VerificationToken>t</VerificationToken></value></entry></Map>",
                "<Map><entry><key>⟦name:rule⟧@example.com</key><value><VerificationStatus>Pending</VerificationStatus>"
                    + "<VerificationToken>⟦token⟧</VerificationToken></value></entry></Map>"
            ),
        ])
    func texts(content: String, wanted: String) throws { #expect(try Self.normalised(content) == wanted) }

    @Test("an answer becomes the golden that it satisfies") func roundTrip() throws {
        let text = Samples.text.replacing("⟦message-id⟧", with: Samples.messageID)
            .replacing("⟦request-id⟧", with: Samples.requestID)
        let send = Self.operation("SendEmail", [Member("MessageId", .string(format: .messageID), "")])
        let tree = try XMLReader.tree(from: Array(text.utf8))
        #expect(Normaliser(structures: [:], bindings: Bindings()).tree(of: tree, operation: send) == Samples.sent)
    }

    @Test("an error's request id is a placeholder, its wording is kept") func error() throws {
        let text = """
            <ErrorResponse><Error><Type>Sender</Type><Code>RuleSetDoesNotExist</Code>\
            <Message>Rule set does not exist: sc-r1-1-rule</Message></Error><RequestId>x</RequestId></ErrorResponse>
            """
        let tree = try XMLReader.tree(from: Array(text.utf8))
        let result = Normaliser(structures: [:], bindings: Self.bindings).tree(of: tree, operation: Self.get)
        #expect(result.descendant("Error.Message")?.text == "Rule set does not exist: ⟦name:rule⟧")
        #expect(result.child("RequestId")?.text == "⟦request-id⟧")
    }

    @Test("numbers hold across the answers of a case") func several() throws {
        let answer = { (id: String) in
            Tree("GetResponse", children: [Tree("GetResult", children: [Tree("MessageId", text: id)])])
        }
        let trees = Normaliser(structures: [:], bindings: Bindings()).trees(
            of: ["a", "b", "a"].map { (answer($0), Self.get) })
        #expect(
            trees.map { $0.descendant("GetResult.MessageId")?.text } == [
                "⟦message-id#1⟧", "⟦message-id⟧", "⟦message-id#1⟧",
            ])
    }
}
