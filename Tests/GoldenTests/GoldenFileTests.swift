import Golden
import SpecModel
import Testing
import Wire

@Suite struct GoldenFileTests {
    static let id = GoldenID(caseID: "v1/SendEmail/minimal")

    static func leaf(_ text: String) -> Tree {
        Tree("A", namespace: API.namespace, children: [Tree("B", namespace: API.namespace, text: text)])
    }

    static let goldens: [Golden] = [
        Samples.golden(),
        Samples.golden(source: "a \"quoted\" <source> & more?> \n and 'more'"),
        Samples.golden(request: GoldenRequest(body: .form([]))),
        Samples.golden(request: GoldenRequest(method: "GET", target: "/?Action=SendEmail&x=%3F%3E", body: .form([]))),
        Samples.golden(
            request: GoldenRequest(
                headers: [
                    Header("Content-Type", "text/plain; x=\"?>\""), Header("X-Odd", "a=b 100% \r\n é: ⟦sender⟧"),
                    Header("X-Empty", ""),
                ],
                body: .form(["A=%E2%9F%A6", "B=⟦⟦⟧⟧", "C=⟦capture:token⟧", "D=", "E"]))),
        Samples.golden(request: GoldenRequest(body: .bytes([]))),
        Samples.golden(request: GoldenRequest(body: .bytes(Array("?>\n\u{0}".utf8) + [0xFF]))),
        Samples.golden(status: 400, tree: leaf("<&>\"' ]]> ?> -- \t é \u{1F600} e\u{301}")),
        Samples.golden(tree: leaf(" leading and trailing ")), Samples.golden(tree: leaf("two\nlines\r\nand more")),
        Samples.golden(tree: leaf("⟦⟦any⟧⟧ ⟦one-of:a|b⟧")), Samples.golden(tree: leaf("")),
        Samples.golden(
            tree: Tree(
                "A", namespace: API.namespace, attributes: [Tree.Attribute("x", "a\"<>&\n")],
                children: [Tree("B", namespace: "http://example.com/"), Tree("C", namespace: API.namespace)])),
        Samples.golden(tree: Tree("Plain")),
    ]

    @Test("the form is the one that is documented") func form() throws {
        #expect(try GoldenFile.text(of: Samples.golden()) == Samples.text)
        #expect(try GoldenFile.golden(from: Samples.text, id: Self.id, file: "x") == Samples.golden())
    }

    @Test("what is written is read back, and written as it was", arguments: goldens.indices)
    func roundTrip(index: Int) throws {
        let golden = Self.goldens[index]
        let text = try GoldenFile.text(of: golden)
        let read = try GoldenFile.golden(from: text, id: golden.id, file: "x")
        #expect(read == golden)
        #expect(try GoldenFile.text(of: read).utf8.elementsEqual(text.utf8))
        #expect(GoldenFile.isCanonical(text))
        // Nothing in a request may end its instruction: there are exactly two.
        #expect(text.split(separator: "\n").count { $0.hasSuffix("?>") } == 2)
        // As a whole it is a document that any reader of XML takes.
        #expect(try XMLReader.tree(from: Array(text.utf8)) == golden.tree)
    }

    @Test("another layout of the same answer is read, and is not canonical") func layout() throws {
        let text = Samples.text.replacing("  <SendEmailResult>", with: "<SendEmailResult>")
        #expect(try GoldenFile.golden(from: text, id: Self.id, file: "x") == Samples.golden())
        #expect(!GoldenFile.isCanonical(text))
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let wanted: String
        let replacement: String
        let line: Int
        let fault: GoldenFault
        let words: String

        init(_ wanted: String, _ replacement: String, _ line: Int, _ fault: GoldenFault, _ words: String) {
            self.wanted = wanted
            self.replacement = replacement
            self.line = line
            self.fault = fault
            self.words = words
        }

        var testDescription: String { "\(wanted) → \(replacement)" }
    }

    static let faults: [Fault] = [
        Fault("<?golden ", "<golden ", 1, .noInstruction("golden"), "no instruction <?golden …?>"),
        Fault("documented", "guessed", 1, .provenance("guessed"), "unknown provenance 'guessed'; use one of recorded,"),
        Fault(" status=\"200\"", "", 1, .missingAttribute("status"), "attribute 'status' is missing"),
        Fault(" source=\"API reference p. 49\"", "", 1, .missingAttribute("source"), "attribute 'source' is missing"),
        Fault("status=\"200\"", "status=\"ok\"", 1, .status("ok"), "status 'ok' is no number"),
        Fault("status=\"200\"", "status=\"99\"", 1, .status("99"), "100 to 599"),
        Fault("status=\"200\"", "status=\"0200\"", 1, .status("0200"), "status '0200'"),
        Fault("status=\"200\"", "status=\"200\" status=\"400\"", 1, .repeatedAttribute("status"), "stands twice"),
        Fault(
            "status=\"200\"", "status=\"200\" colour=\"red\"", 1, .unknownAttribute("colour"),
            "unknown attribute 'colour'"),
        Fault("reference p.", "reference &amp p.", 1, .attributeSyntax("API reference &amp p. 49"), "&amp;"),
        Fault("<?request\n", "<?reply\n", 2, .noInstruction("request"), "no instruction <?request …?>"),
        Fault("\n?>\n", "\n", 2, .openInstruction("request"), "has no end"),
        Fault("POST /", "POST", 3, .requestLine("POST"), "is not METHOD TARGET"),
        Fault("POST /\n", "", 3, .requestLine("Action=SendEmail"), "request line 'Action=SendEmail'"),
        Fault("SendEmail\nD", "Send Email\nD", 4, .parameter("Action=Send Email"), "percent-encoding"),
        Fault(
            "%40example", "%4xample", 5, .parameter("Destination.ToAddresses.member.1=⟦name:recipient⟧%4xample.com"),
            "percent"),
        Fault(
            "example.com\n", "example.com%4\n", 5,
            .parameter("Destination.ToAddresses.member.1=⟦name:recipient⟧%40example.com%4"), "percent"),
        Fault("SendEmail\nD", "é\nD", 4, .parameter("Action=é"), "percent-encoding"),
        Fault("⟦name:recipient⟧", "⟦recipient⟧", 5, .placeholder("unknown placeholder ⟦recipient⟧"), "⟦recipient⟧"),
        Fault("⟦name:recipient⟧", "⟦any⟧", 5, .placeholder("placeholder ⟦any⟧ can't be sent"), "can't be sent"),
        Fault(
            "⟦name:recipient⟧", "⟦name:recipient", 5, .placeholder("bracket"),
            "neither part of a placeholder nor doubled"),
        Fault("%40example.com\n", "\nX-Late: header\n", 6, .header("X-Late: header"), "between the request line"),
        Fault("Action=SendEmail\n", "base64:a\n", 4, .base64, "no base64"),
        Fault("⟦message-id⟧", "⟦mesage-id⟧", 9, .placeholder("⟦mesage-id⟧"), "unknown placeholder ⟦mesage-id⟧"),
        Fault("⟦request-id⟧", "request-id⟧", 12, .placeholder("bracket"), "bracket"),
        Fault("</SendEmailResponse>", "", 15, .xml(""), "no XML that can be read"),
        Fault("</MessageId>", "</Message>", 9, .xml(""), "no XML that can be read"),
    ]

    @Test("a fault is told with its line and what to do", arguments: faults) func faulty(fault: Fault) throws {
        let text = Samples.text.replacing(fault.wanted, with: fault.replacement, maxReplacements: 1)
        #expect(text != Samples.text)
        let error = #expect(throws: GoldenError.self) {
            try GoldenFile.golden(from: text, id: Self.id, file: "golden/v1/x.xml")
        }
        guard case .malformed(let file, let line, let found)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(file == "golden/v1/x.xml")
        #expect(line == fault.line)
        #expect("\(found)".contains(fault.words), "\(found)")
        switch (found, fault.fault) {
        case (.xml, .xml), (.placeholder, .placeholder): break
        default: #expect(found == fault.fault)
        }
        #expect(
            "\(GoldenError.malformed(file: file, line: line, found))".hasPrefix(
                "golden file 'golden/v1/x.xml', line \(line): "))
    }

    @Test(
        "what does not fit the form is not written",
        arguments: [
            GoldenRequest(body: .form(["A=b c"])), GoldenRequest(body: .form(["A=b\nC=d"])),
            GoldenRequest(body: .form(["A=?>"])), GoldenRequest(body: .form([""])),
            GoldenRequest(body: .form(["A: b"])),
            GoldenRequest(body: .form(["A=⟦any⟧"])), GoldenRequest(target: "no slash", body: .form([])),
            GoldenRequest(method: "", body: .form([])), GoldenRequest(target: "/?>", body: .form([])),
            GoldenRequest(headers: [Header("a b", "c")], body: .form([])),
            GoldenRequest(headers: [Header("a", "⟦any⟧")], body: .form([])),
        ])
    func unwritable(request: GoldenRequest) {
        #expect(throws: GoldenError.self) { try GoldenFile.text(of: Samples.golden(request: request)) }
    }

    @Test("an answer that could not be judged by is not written") func unwritableAnswer() {
        #expect(throws: GoldenError.self) { try GoldenFile.text(of: Samples.golden(tree: Self.leaf("⟦foo⟧"))) }
        #expect(throws: GoldenError.self) { try GoldenFile.text(of: Samples.golden(tree: Self.leaf("half⟧"))) }
        #expect(throws: GoldenError.self) { try GoldenFile.text(of: Samples.golden(status: 7)) }
    }
}
