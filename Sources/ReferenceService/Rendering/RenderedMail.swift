import Foundation
import Wire

/// The data of a template.
struct TemplateData: Sendable {
    let tree: Tree

    /// - Throws: `BadRequestException` for what is not a JSON object.
    init(_ text: String) throws(Refusal) {
        guard let tree = try? JSONReader.tree(from: Array(text.utf8)), tree.kind == .object else {
            throw .badRequest("The template data is not a JSON object.")
        }
        self.tree = tree
    }
}

/// A mail whose template has been filled in.
struct RenderedMail: Sendable {
    let subject: String
    let text: String?
    let html: String?

    /// In bytes.
    var size: Int { [subject, text, html].reduce(0) { $0 + ($1?.utf8.count ?? 0) } }

    /// The mail as MIME text: the parts as alternatives, or alone where there is but one.
    ///
    /// Texts stand in it in UTF-8 as they are. Nobody has published an answer of the service as a whole; what
    /// is known are its subject line and its parts.
    /// Source: API v2 reference, TestRenderEmailTemplate; RFC 2046 section 5.1.4.
    ///
    /// - Parameter now: milliseconds since 1970.
    func message(at now: Int64) -> String {
        var lines = ["Date: \(HTTPDate.text(now))", "Subject: \(headerSubject)", "MIME-Version: 1.0"]
        let parts = [("text/plain", text), ("text/html", html)].compactMap { type, content in
            content.map { Self.part(type, $0) }
        }
        if parts.count == 1 {
            lines += parts[0]
        } else if parts.count == 2 {
            let boundary = self.boundary(at: now)
            lines += ["Content-Type: multipart/alternative; boundary=\"\(boundary)\"", ""]
            for part in parts { lines += ["--" + boundary] + part }
            lines += ["--\(boundary)--"]
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }

    private static func part(_ type: String, _ content: String) -> [String] {
        let isPlain = content.utf8.allSatisfy { $0 < 0x80 }
        return [
            "Content-Type: \(type); charset=UTF-8", "Content-Transfer-Encoding: \(isPlain ? "7bit" : "8bit")", "",
            content,
        ]
    }

    /// A line of text that none of the parts holds.
    private func boundary(at now: Int64) -> String {
        var boundary = "----=_Part_\(now)"
        while [text, html].contains(where: { $0?.contains(boundary) == true }) { boundary += "_" }
        return boundary
    }

    /// Without line ends, which would end the header.
    private var headerSubject: String { subject.filter { !$0.isNewline } }
}
