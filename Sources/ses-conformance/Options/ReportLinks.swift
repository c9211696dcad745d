import Foundation

/// How a report that a browser opens as a file finds the files that it speaks of.
struct ReportLinks {
    /// The URL of the golden folder, relative to the report; nil where the report is no file.
    let golden: String?
    /// The URL of the folder of the specs; nil where they do not lie beside the goldens.
    let specs: String?

    /// - Parameters:
    ///   - path: where the report goes, as the user named it; `-` is standard output.
    ///   - goldenFolder: the folder of the goldens in use.
    init(from path: String, goldenFolder: URL) {
        let specsFolder = goldenFolder.deletingLastPathComponent().appending(path: "specs")
        let hasSpecs = FileManager.default.fileExists(atPath: specsFolder.path)
        golden = path == "-" ? nil : Self.relative(goldenFolder, from: path)
        specs = path == "-" || !hasSpecs ? nil : Self.relative(specsFolder, from: path)
    }

    /// `../golden/`, percent-encoded.
    private static func relative(_ folder: URL, from path: String) -> String {
        let start = URL(filePath: path).standardizedFileURL.deletingLastPathComponent().pathComponents
        let end = folder.standardizedFileURL.pathComponents
        let shared = zip(start, end).prefix { $0 == $1 }.count
        let parts = start.dropFirst(shared).map { _ in ".." } + end.dropFirst(shared)
        let encoded = parts.map { $0.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(plain)) ?? $0 }
        return encoded.map { $0 + "/" }.joined()
    }

    private static let plain = CharacterSet(charactersIn: "-._~")
}
