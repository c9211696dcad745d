import Conformance
import Foundation
import FoundationXML
import Testing

@testable import Report

@Suite struct JUnitReporterTests {
    /// An element as the parser saw it.
    private final class Element {
        let name: String
        let attributes: [String: String]
        var text = ""
        var children: [Element] = []

        init(_ name: String, _ attributes: [String: String]) {
            self.name = name
            self.attributes = attributes
        }

        func all(_ name: String) -> [Element] {
            (self.name == name ? [self] : []) + children.flatMap { $0.all(name) }
        }
    }

    private final class Builder: NSObject, XMLParserDelegate {
        var stack = [Element("", [:])]

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            let element = Element(name, attributes)
            stack.last?.children.append(element)
            stack.append(element)
        }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            stack.removeLast()
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) { stack.last?.text += text }
    }

    private func parse(_ data: Data) throws -> Element {
        let builder = Builder()
        let parser = XMLParser(data: data)
        parser.delegate = builder
        #expect(parser.parse())
        #expect(parser.parserError == nil)
        return try #require(builder.stack.first?.children.first)
    }

    @Test("the XML of the fixed run is as it was accepted")
    func golden() throws {
        try ReportGolden.compare(JUnitReporter().report(FixedRun.result), with: "junit.xml")
    }

    @Test("the structure is the schema's, and the numbers add up")
    func structure() throws {
        let root = try parse(JUnitReporter().report(FixedRun.result))
        #expect(root.name == "testsuites")
        let parents = [
            "testsuites": ["testsuite"], "testsuite": ["properties", "testcase"], "properties": ["property"],
            "testcase": ["failure", "error", "skipped", "system-out"],
        ]
        let required = [
            "testsuite": ["name", "tests", "failures", "errors", "skipped", "time", "timestamp"],
            "testcase": ["classname", "name", "time"], "failure": ["message", "type"], "error": ["message", "type"],
            "skipped": ["message"], "property": ["name", "value"],
        ]
        // Source: junit-10.xsd of Jenkins' xunit plugin; .ci/run validates against the file itself.
        let known: [String: Set<String>] = [
            "testsuites": ["name", "time", "tests", "failures", "errors"],
            "testsuite": ["name", "tests", "failures", "errors", "skipped", "time", "timestamp"],
            "testcase": ["name", "time", "classname"], "failure": ["type", "message"], "error": ["type", "message"],
            "skipped": ["message"], "property": ["name", "value"],
        ]
        func check(_ element: Element) {
            #expect(Set(element.attributes.keys).isSubset(of: known[element.name] ?? []), "\(element.name)")
            let time = element.attributes["time"] ?? "0"
            #expect(time.wholeMatch(of: /[0-9]{0,3}([0-9]{3})*(\.[0-9]*)?/) != nil, "\(time)")
            for name in required[element.name] ?? [] { #expect(element.attributes[name]?.isEmpty == false) }
            for child in element.children {
                #expect(parents[element.name]?.contains(child.name) == true, "\(child.name) in \(element.name)")
                check(child)
            }
        }
        check(root)
        for suite in root.all("testsuite") + [root] {
            #expect(suite.attributes["tests"] == "\(suite.all("testcase").count)")
            #expect(suite.attributes["failures"] == "\(suite.all("failure").count)")
            #expect(suite.attributes["errors"] == "\(suite.all("error").count)")
            if suite.name == "testsuite" { #expect(suite.attributes["skipped"] == "\(suite.all("skipped").count)") }
        }
        #expect(root.all("testcase").count == FixedRun.result.cases.count)
        #expect(root.all("failure").count == 6)
        #expect(root.all("error").count == 1)
    }

    @Test("every outcome is where a reader looks for it")
    func outcomes() throws {
        let cases = try parse(JUnitReporter().report(FixedRun.result)).all("testcase")
        func message(_ name: String) -> String? {
            let found = cases.first { $0.attributes["name"] == name }
            return found?.children.first.map { "\($0.name): \($0.attributes["message"] ?? "")" }
        }
        #expect(message("v1/CreateTemplate/missing-template") == "skipped: known: moto checks no template")
        #expect(message("v1/SendBounce/minimal") == "skipped: blocked: needs received-mail")
        #expect(message("v1/CloneReceiptRuleSet/minimal") == "skipped: unsupported: 500 text/html")
        #expect(message("v1/SendRawEmail/minimal") == "error: no answer within 5 s")
        #expect(message("v1/SendEmail/recipients-51") == "skipped: failed, but newer than the baseline")
        #expect(message("v1/SendEmail/missing-message") == "failure: missing required parameter accepted: status")
        #expect(message("v1/SendEmail/minimal") == nil)
        let strict = try parse(JUnitReporter(verdict: .init(isStrict: true)).report(FixedRun.result))
        #expect(strict.all("failure").count == 7)
    }

    @Test("texts come back as they were, but for what XML forbids")
    func hostile() throws {
        let data = JUnitReporter().report(FixedRun.result)
        let text = String(decoding: data, as: UTF8.self)
        #expect(ReportGolden.dangerous(in: text).isEmpty)
        #expect(!text.contains("]]>"))
        #expect(!text.contains("<script"))
        let one = try #require(
            try parse(data).all("testcase").first { $0.attributes["name"] == "v1/SendEmail/special-characters-subject" }
        )
        let message = try #require(one.all("failure").first?.attributes["message"])
        #expect(message.contains("<script>alert(\"1\")</script> ]]> a|b `code` \\u{1B}[31mred"))
        #expect(message.contains("\\u{202E}desrever\\u{202C} \nnext & 'last'"))
        #expect(try #require(one.all("system-out").first).text.contains("curl -sS 'http://127.0.0.1:5000/'"))
    }

    @Test("a failure carries the commands of the step that differs, once")
    func commands() throws {
        let cases = try parse(JUnitReporter().report(FixedRun.result)).all("testcase")
        let one = try #require(cases.first { $0.attributes["name"] == "v1/ListIdentities/pages-to-the-end" })
        #expect(try #require(one.all("system-out").first).text.split(separator: "\n").count == 2)
    }

    @Test("a megabyte of an answer is cut off")
    func size() {
        let data = JUnitReporter(verdict: .init(isStrict: true)).report(FixedRun.result)
        #expect(data.count < 60_000)
    }
}
