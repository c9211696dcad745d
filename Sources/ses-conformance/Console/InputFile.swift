import Conformance
import Foundation
import Report

/// Reads whole files that the user names.
enum InputFile {
    /// - Parameter hint: what to do where there is none, after a semicolon.
    /// - Throws: ``UsageError`` with what the system says.
    static func read(_ path: String, hint: String? = nil) throws(UsageError) -> Data {
        do {
            return try Data(contentsOf: URL(filePath: path))
        } catch {
            throw .conflict("can't read \(path): \(OutputError.reason(error))" + (hint.map { "; \($0)" } ?? ""))
        }
    }
}

/// Reads results that an earlier run left.
enum ResultsFile {
    /// - Throws: ``UsageError`` where the file can't be read, ``ResultsError`` where it holds something else.
    static func read(_ path: String) throws -> RunResult {
        let data = try InputFile.read(path, hint: "make it with --report json=FILE")
        return try RunResult(readingJSON: data, name: path)
    }
}
