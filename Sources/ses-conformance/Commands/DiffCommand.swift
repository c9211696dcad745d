import Conformance
import Diff
import Foundation
import Golden
import Report
import Wire

/// `ses-conformance diff A B`.
struct DiffCommand: Command {
    static let declaration = DiffOptions.declaration

    private let options: DiffOptions
    private let lines: ChangeLines

    init(_ arguments: Arguments) throws(UsageError) {
        options = try DiffOptions(arguments)
        lines = ChangeLines(hasColour: Output.standard.usesColour(arguments.environment))
    }

    func run() throws -> ExitCode {
        let (before, after) = (try place(options.before), try place(options.after))
        guard before.hasDirectoryPath == after.hasDirectoryPath else {
            let folder = before.hasDirectoryPath ? options.before : options.after
            throw UsageError.conflict("\(folder) is a folder and the other is not: name two files, or two folders")
        }
        if before.hasDirectoryPath { return try folders(before, after) }
        let reports = try [options.before, options.after].map(Self.report)
        if let first = reports[0], let second = reports[1] {
            return try finish(ResultChanges.changes(from: first, to: second))
        }
        return try finish(FolderComparison.changes(before, after))
    }

    private func finish(_ changes: [TreeChange]) throws -> ExitCode {
        try Output.standard.write(lines.text(changes))
        return changes.isEmpty ? .conforms : .differs
    }

    private func folders(_ before: URL, _ after: URL) throws -> ExitCode {
        let comparison = try FolderComparison(before, after)
        for entry in comparison.entries {
            let head = "\(entry.kind.rawValue) \(Wording.visible(entry.path))\n"
            try Output.standard.write(head + lines.text(entry.changes, indent: 2))
        }
        let counts = TreeChange.Kind.allCases.map { "\(comparison.count($0)) \($0.rawValue)" }
        Output.say("\(counts.joined(separator: ", ")), \(comparison.same) the same")
        return comparison.entries.isEmpty ? .conforms : .differs
    }

    private func place(_ path: String) throws(UsageError) -> URL {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .conflict("can't read \(path): there is no such file or folder")
        }
        return URL(filePath: path, directoryHint: isFolder.boolValue ? .isDirectory : .notDirectory)
    }

    /// The results of a JSON report; nil for any other file.
    private static func report(_ path: String) throws -> RunResult? {
        let data = try InputFile.read(path)
        let isReport = JSONReporter.isReport(data)
        return isReport ? try RunResult(readingJSON: data, name: path) : nil
    }
}

/// What became of each case from one report to another.
enum ResultChanges {
    /// Outcomes and differences, case by case and operation by operation.
    static func changes(from before: RunResult, to after: RunResult) -> [TreeChange] {
        TreeComparison().changes(from: parts(of: before), to: parts(of: after))
    }

    /// Each case under its own id, so that nothing depends on order.
    private static func parts(of result: RunResult) -> [Tree] {
        let support = result.support.map { one in
            Tree("\(one.api.rawValue)/\(one.operation)", text: one.isSupported ? "supported" : "unsupported")
        }
        return support
            + result.cases.map { one in
                let findings = one.findings.map { finding in
                    let place =
                        finding.step.isEmpty ? finding.difference.path : "\(finding.step): \(finding.difference.path)"
                    let words =
                        "\(finding.difference.severity.rawValue) \(finding.difference.kind.rawValue) at \(place)"
                    return Tree("difference", text: words)
                }
                return Tree(one.id, children: [Tree("outcome", text: one.outcome.rawValue)] + findings)
            }
    }
}
