/// Makes text of anybody's fit for an XML 1.0 document.
///
/// Source: https://www.w3.org/TR/xml/#charsets; what it forbids, and what a viewer of logs would act on,
/// becomes visible as `\u{1B}`.
enum XMLText {
    /// For between tags; `>` is escaped too, so that no `]]>` can stand there.
    static func content(_ text: String, limit: Int = .max) -> String {
        escaped(VisibleText.lines(VisibleText.withLineFeeds(text), limit: limit), isAttribute: false)
    }

    /// For an attribute in double quotes; line ends and tabs as references, which a parser keeps.
    static func attribute(_ text: String, limit: Int = .max) -> String {
        escaped(VisibleText.lines(VisibleText.withLineFeeds(text), limit: limit), isAttribute: true)
    }

    private static func escaped(_ text: String, isAttribute: Bool) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"" where isAttribute: result.append(contentsOf: "&quot;".unicodeScalars)
            case "\n" where isAttribute: result.append(contentsOf: "&#10;".unicodeScalars)
            case "\t" where isAttribute: result.append(contentsOf: "&#9;".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
