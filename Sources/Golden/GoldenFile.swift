import Diff
import SpecModel
import Wire

/// The text of a golden file and back; files of v1 are XML, as here, those of v2 JSON: ``GoldenJSON``.
///
///     <?golden status="200" content-type="text/xml" provenance="documented" source="API reference p. 49"?>
///     <?request
///     POST /
///     Action=SendEmail
///     Source=⟦sender⟧
///     ?>
///     <SendEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
///       …
///
/// The same golden always gives the same bytes, and what is read from them is the same golden.
public enum GoldenFile {
    /// The text of a golden, with a line end at its end.
    ///
    /// - Throws: ``GoldenError/unwritable(_:_:)`` if a part of it does not fit the form: a parameter
    ///   that is not percent-encoded, a bracket that is not doubled, an unknown placeholder.
    public static func text(of golden: Golden) throws(GoldenError) -> String {
        if let problem = TemplateCheck.problem(in: golden.tree) { throw .unwritable(golden.id, problem) }
        guard 100...599 ~= golden.status else { throw .unwritable(golden.id, "status \(golden.status)") }
        if golden.id.api == .v2 { return try GoldenJSON.text(of: golden) }
        let stated = [
            ("status", "\(golden.status)"), ("content-type", golden.contentType),
            ("provenance", golden.provenance.rawValue), ("source", golden.source),
        ]
        let attributes = (stated + (golden.recording?.attributes ?? []))
            .map { "\($0.0)=\"\(GoldenAttributes.escape($0.1))\"" }.joined(separator: " ")
        let request: String
        do throws(GoldenFault) {
            request = try RequestText.write(golden.request)
        } catch {
            throw .unwritable(golden.id, error.description)
        }
        return "<?golden \(attributes)?>\n<?request\n\(request)?>\n\(XMLWriter.document(golden.tree))"
    }

    /// Reads the text of a golden file.
    ///
    /// - Parameter file: the path that errors name.
    /// - Throws: ``GoldenError/malformed(file:line:_:)``.
    public static func golden(from text: String, id: GoldenID, file: String) throws(GoldenError) -> Golden {
        if id.api == .v2 { return try GoldenJSON.golden(from: text, id: id, file: file) }
        var reader = GoldenReader(text)
        do throws(GoldenFault) {
            return try reader.read(id)
        } catch {
            throw .malformed(file: file, line: reader.line, error)
        }
    }

    /// Whether a golden's text is just as the generator writes it.
    public static func isCanonical(_ text: String) -> Bool {
        let api: API = text.hasPrefix("{") ? .v2 : .v1
        guard let golden = try? golden(from: text, id: GoldenID(caseID: "\(api.rawValue)/A/b"), file: ""),
            let again = try? self.text(of: golden)
        else { return false }
        return again.utf8.elementsEqual(text.utf8)
    }
}

/// Reads one file from its beginning, knowing at which line it is.
private struct GoldenReader {
    private let bytes: [UInt8]
    private var position = 0
    /// The line that is being read, from 1.
    private(set) var line = 1

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func read(_ id: GoldenID) throws(GoldenFault) -> Golden {
        let head = try instruction("golden")
        let attributes = try GoldenAttributes(head)
        line = lineHere
        let requestLine = line
        let body = try instruction("request")
        var parser = RequestText.Parser(body, line: requestLine)
        let request: GoldenRequest
        do throws(GoldenFault) {
            request = try parser.read()
        } catch {
            line = parser.line
            throw error
        }
        line = lineHere
        let tree = try answer()
        return Golden(
            id: id, provenance: attributes.provenance, source: attributes.source, recording: attributes.recording,
            request: request, status: attributes.status, contentType: attributes.contentType, tree: tree)
    }

    private var lineHere: Int { 1 + bytes[..<position].count { $0 == 0x0A } }

    /// The content of the processing instruction that must stand here, with the line end behind it.
    private mutating func instruction(_ name: String) throws(GoldenFault) -> Substring {
        let start = Array("<?\(name)".utf8)
        guard bytes[position...].starts(with: start), let next = byte(at: position + start.count),
            next == 0x20 || next == 0x0A
        else { throw .noInstruction(name) }
        let contentStart = position + start.count + 1
        var end = contentStart
        while end + 1 < bytes.count, !(bytes[end] == UInt8(ascii: "?") && bytes[end + 1] == UInt8(ascii: ">")) {
            end += 1
        }
        guard end + 1 < bytes.count else { throw .openInstruction(name) }
        position = end + 2
        while let next = byte(at: position), next == 0x0A || next == 0x0D { position += 1 }
        return Substring(decoding: bytes[contentStart..<end], as: UTF8.self)
    }

    private func byte(at index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func answer() throws(GoldenFault) -> Tree {
        let tree: Tree
        do throws(WireError) {
            // With as many lines before it as in the file, so that the parser's lines are the file's.
            tree = try XMLReader.tree(from: [UInt8](repeating: 0x0A, count: line - 1) + bytes[position...])
        } catch {
            line = error.position?.line ?? line
            throw .xml(error.description)
        }
        if let problem = TemplateCheck.problem(in: tree) {
            line = lineOfPlaceholder(problem)
            throw .placeholder(problem)
        }
        return tree
    }

    /// The line of the answer in which the first faulty text stands.
    private func lineOfPlaceholder(_ problem: String) -> Int {
        let lines = String(decoding: bytes[position...], as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        for (index, text) in lines.enumerated() where TemplateCheck.problem(in: String(text)) != nil {
            return line + index
        }
        return line
    }
}
