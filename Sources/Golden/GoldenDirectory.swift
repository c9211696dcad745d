import Foundation

/// Finds the folder of the goldens.
public enum GoldenDirectory {
    /// The variable of the environment that names the folder.
    public static let variable = "SES_CONFORMANCE_GOLDEN"

    /// The folder, looked for in this order: the option, the variable, `golden` in the working directory
    /// or the nearest directory above it, `golden` beside the executable.
    ///
    /// What the option or the variable names must be a golden folder: nothing else is tried then.
    ///
    /// - Throws: ``GoldenError/noDirectory(tried:)``, naming every place that was tried.
    public static func find(
        option: String?, environment: [String: String], workingDirectory: URL, executable: URL?
    ) throws(GoldenError) -> URL {
        if let option { return try named(option, by: "--golden", from: workingDirectory) }
        if let path = environment[variable], !path.isEmpty {
            return try named(path, by: variable, from: workingDirectory)
        }
        var tried: [String] = []
        var directory = workingDirectory.standardizedFileURL
        while true {
            let candidate = directory.appending(path: "golden", directoryHint: .isDirectory)
            if holdsFormat(candidate) { return candidate }
            tried.append(candidate.path)
            let parent = directory.deletingLastPathComponent().standardizedFileURL
            guard parent.path != directory.path, parent.path.count < directory.path.count else { break }
            directory = parent
        }
        if let executable {
            let folder = executable.resolvingSymlinksInPath().deletingLastPathComponent()
            let candidate = folder.appending(path: "golden", directoryHint: .isDirectory)
            if holdsFormat(candidate) { return candidate }
            if !tried.contains(candidate.path) { tried.append(candidate.path) }
        }
        throw .noDirectory(tried: tried)
    }

    private static func named(_ path: String, by origin: String, from directory: URL) throws(GoldenError) -> URL {
        let isAbsolute = path.hasPrefix("/")
        let url =
            isAbsolute
            ? URL(filePath: path, directoryHint: .isDirectory).standardizedFileURL
            : directory.appending(path: path, directoryHint: .isDirectory).standardizedFileURL
        guard holdsFormat(url) else { throw .noDirectory(tried: ["\(url.path) (\(origin))"]) }
        return url
    }

    private static func holdsFormat(_ url: URL) -> Bool {
        FileManager.default.fileExists(atPath: url.appending(path: GoldenStore.formatFile).path)
    }
}
