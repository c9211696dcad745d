import Foundation

/// A file that is opened before the work begins and replaced at once when it is done.
///
/// What is written goes into a new file beside the target, which takes the target's place at the end: nobody ever
/// reads half a report, and a path that can't be written is found out before a run, not after. Devices
/// and pipes are written directly, and `-` is standard output.
final class OutputFile {
    /// As the user gave it.
    let path: String
    private let output: Output
    private let target: String
    /// The file beside the target; nil where the target is written directly or nothing is left to do.
    private var temporary: String?

    /// Opens the file.
    ///
    /// - Throws: ``OutputError`` if the target can't be written.
    init(_ path: String) throws(OutputError) {
        self.path = path
        guard path != "-" else {
            output = .standard
            target = path
            return
        }
        var status = stat()
        let exists = stat(path, &status) == 0
        let kind = status.st_mode & S_IFMT
        if exists, kind == S_IFDIR { throw OutputError(place: path, reason: "it is a directory; name a file in it") }
        if exists, access(path, W_OK) != 0 { throw OutputError(place: path, reason: OutputError.reason(errno)) }
        // A link stays a link: what it leads to is replaced.
        target = exists ? Self.resolved(path) : path
        let isDirect = exists && kind != S_IFREG
        if !isDirect { Self.removeAbandoned(besides: target) }
        let opened = isDirect ? target : "\(target).\(getpid())\(Self.ending)"
        let flags = isDirect ? O_WRONLY : O_WRONLY | O_CREAT | O_EXCL
        let descriptor = open(opened, flags | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw OutputError(place: path, reason: Self.reason(errno, target)) }
        // Says, as long as this process lives, that the file is not abandoned.
        _ = flock(descriptor, LOCK_EX | LOCK_NB)
        if exists, !isDirect { _ = fchmod(descriptor, status.st_mode & 0o7777) }
        output = Output(descriptor: descriptor)
        temporary = isDirect ? nil : opened
    }

    deinit {
        if path != "-" { close(output.descriptor) }
        if let temporary { unlink(temporary) }
    }

    /// Writes all of it and puts it in the target's place; what is never finished leaves nothing behind.
    ///
    /// - Throws: ``OutputError`` if it can't be written; the target is then as it was.
    func finish(_ bytes: Data) throws(OutputError) {
        do {
            try output.write(bytes)
        } catch {
            throw OutputError(place: path, reason: error.reason)
        }
        guard let temporary else { return }
        guard rename(temporary, target) == 0 else {
            throw OutputError(place: path, reason: OutputError.reason(errno))
        }
        self.temporary = nil
    }

    private static let ending = ".partial"

    /// Takes away what runs left beside a target that were killed before they could finish it.
    private static func removeAbandoned(besides target: String) {
        let url = URL(filePath: target)
        let folder = url.deletingLastPathComponent().path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.hasPrefix(url.lastPathComponent + ".") && name.hasSuffix(ending) {
            let number = name.dropFirst(url.lastPathComponent.count + 1).dropLast(ending.count)
            let path = "\(folder)/\(name)"
            guard !number.isEmpty, number.allSatisfy({ "0"..."9" ~= $0 }) else { continue }
            let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
            guard descriptor >= 0 else { continue }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
            close(descriptor)
        }
    }

    private static func reason(_ number: Int32, _ target: String) -> String {
        let folder = (target as NSString).deletingLastPathComponent
        if number == ENOENT, !folder.isEmpty { return "there is no folder \(folder); make it first" }
        return OutputError.reason(number)
    }

    private static func resolved(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
