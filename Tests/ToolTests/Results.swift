import Foundation
import FoundationXML
import Testing

/// What a JSON report says, as far as tests of the tool look at it.
struct Results {
    let schema: String?
    let wasInterrupted: Bool?
    /// Outcomes by id.
    let cases: [String: String]

    init(_ text: String) throws {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        schema = object["schema"] as? String
        wasInterrupted = object["wasInterrupted"] as? Bool
        let rows = try #require(object["cases"] as? [[String: Any]])
        cases = Dictionary(
            rows.map { ($0["id"] as? String ?? "", $0["outcome"] as? String ?? "") },
            uniquingKeysWith: { "\($0) \($1)" })
    }
}

/// An XML document as the toolchain's own parser sees it.
final class XMLProbe: NSObject, XMLParserDelegate {
    private(set) var parses = false
    /// How often each element is there.
    private(set) var counts: [String: Int] = [:]

    init(_ text: String) {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        parses = parser.parse() && parser.parserError == nil && !counts.isEmpty
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        counts[name, default: 0] += 1
    }
}
