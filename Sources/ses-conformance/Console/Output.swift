import Foundation

/// Where text goes: results to ``standard``, everything else to ``error``.
struct Output: Sendable {
    static let standard = Output(descriptor: STDOUT_FILENO)
    static let error = Output(descriptor: STDERR_FILENO)

    /// Variables that decide on colour and progress.
    static let environment: [Variable] = [
        Variable("NO_COLOR", "if set, no colour is written"),
        Variable("CI", "if set, neither colour nor progress is written, and nothing is recorded"),
    ]

    let descriptor: Int32

    /// Writes a text as it is.
    ///
    /// - Throws: ``OutputError`` if it can't be written; a reader that went away is no error.
    func write(_ text: String) throws(OutputError) { try write(Data(text.utf8)) }

    /// Writes bytes as they are.
    ///
    /// - Throws: ``OutputError`` if they can't be written; a reader that went away is no error.
    func write(_ bytes: Data) throws(OutputError) {
        do {
            try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(contentsOf: bytes)
        } catch {
            // `… | head` closes the pipe once it has enough: nothing is wrong with that.
            if OutputError.number(of: error) == EPIPE { return }
            let name = descriptor == STDOUT_FILENO ? "standard output" : "standard error"
            throw OutputError(place: name, reason: OutputError.reason(error))
        }
    }

    /// Writes one line to standard error; there is nowhere to say that this does not work.
    static func say(_ text: String) { try? error.write(text + "\n") }

    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Whether colour is wanted there.
    func usesColour(_ environment: [String: String]) -> Bool {
        Self.allowsColour(environment, isTerminal: isTerminal)
    }

    /// Whether a line that rewrites itself is wanted there.
    func showsProgress(_ environment: [String: String]) -> Bool {
        isTerminal && environment["TERM"] != "dumb" && (environment["CI"] ?? "").isEmpty
    }

    /// How wide the terminal is, in columns; 100 where nobody says.
    var columns: Int {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
        return Int(size.ws_col)
    }

    /// Colour is for terminals that have it and people who have not said no (`NO_COLOR`, `CI`, `TERM=dumb`).
    static func allowsColour(_ environment: [String: String], isTerminal: Bool) -> Bool {
        isTerminal && environment["TERM"] != "dumb"
            && ["NO_COLOR", "CI"].allSatisfy { (environment[$0] ?? "").isEmpty }
    }
}

/// A place that can't be written.
struct OutputError: Error, Hashable, CustomStringConvertible {
    /// A path, or "standard output".
    let place: String
    /// What the system says: "No space left on device".
    let reason: String

    var description: String { "can't write \(place): \(reason)" }

    /// What the system says to an error number.
    static func reason(_ number: Int32) -> String { String(cString: strerror(number)) }

    static func reason(_ error: any Error) -> String { number(of: error).map(reason) ?? "\(error)" }

    /// The system's error number within an error of Foundation's.
    static func number(of error: any Error) -> Int32? {
        let error = error as NSError
        if error.domain == NSPOSIXErrorDomain { return Int32(error.code) }
        return (error.userInfo[NSUnderlyingErrorKey] as? any Error).flatMap(number)
    }
}
