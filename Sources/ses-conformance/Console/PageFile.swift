import Foundation
import Report

/// A Markdown page of the user's, of which this tool keeps a part.
struct PageFile {
    private let path: String

    init(_ path: String) { self.path = path }

    /// Replaces the part between the marks of a table, or says that it would have to be.
    ///
    /// - Parameters:
    ///   - onlyChecks: whether nothing is written, and a page that is out of date is a difference.
    ///   - command: how the page is brought up to date.
    /// - Throws: ``UsageError`` or ``MarkedPageError`` for a page that can't be read or has no place for the table.
    func update(_ mark: String, with table: String, onlyChecks: Bool, command: String) throws -> ExitCode {
        let text = String(decoding: try InputFile.read(path), as: UTF8.self)
        let updated = try MarkedPage(text, name: path).replacing(mark, with: table)
        guard updated != text else { return .conforms }
        if onlyChecks {
            Output.say("\(path) is out of date; run: \(command)")
            return .differs
        }
        try OutputFile(path).finish(Data(updated.utf8))
        Output.say("wrote \(path)")
        return .conforms
    }
}
