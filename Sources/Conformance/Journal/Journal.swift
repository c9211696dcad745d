import Foundation
import Glibc
import SpecModel

/// What a run is about to make on an endpoint, written down before it is made.
///
/// Lines are only ever added, each by one write, so that a run that is killed leaves a journal that lacks nothing but,
/// perhaps, the end of its last line: what that line would have announced was not made. The file is locked as
/// long as the run lasts.
public actor Journal {
    nonisolated public let path: String
    /// What everything that the run makes is called.
    private let prefix: String
    let descriptor: Int32
    /// Whether each announcement reaches the disk before it is followed, so that it outlives the machine's end, too.
    private let isDurable: Bool
    private var length: Int
    private var last = 0
    /// What is made, or being made, and not taken away.
    private var pending: Set<Int> = []
    /// The active rule set before the run touched it, once that is known.
    private(set) var activeRuleSet: ActiveRuleSet = .unknown

    /// Which rule set was active.
    enum ActiveRuleSet: Sendable, Hashable {
        case unknown
        case named(String?)
    }

    /// Makes the journal of a run, and the folder for it.
    ///
    /// - Throws: ``JournalError/unwritable(path:reason:)``.
    public init(
        folder: JournalFolder, run: String, endpoint: String, region: String, isDurable: Bool
    ) throws(JournalError) {
        try folder.make()
        path = folder.path(of: run)
        prefix = Journal.prefix(of: run)
        self.isDurable = isDurable
        // Names and domains of an account concern nobody else on the machine.
        descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .unwritable(path: path, reason: JournalError.reason) }
        _ = flock(descriptor, LOCK_EX | LOCK_NB)
        let header = JournalLine.run(version: JournalLine.version, name: run, endpoint: endpoint, region: region)
        length = try Journal.append(header, to: descriptor, path, after: 0, isDurable: isDurable)
    }

    deinit { close(descriptor) }

    /// Notes how to take away what the next request makes.
    ///
    /// - Returns: the number to name when it is gone; nil for what has no name of the run's own, such as an empty one:
    ///   nobody could tell it from what is the account's.
    /// - Throws: ``JournalError`` if it can't be noted; then it must not be made.
    func announce(_ operation: String, _ api: API, _ input: [String: String]) throws(JournalError) -> Int? {
        guard Journal.isOwn(input, prefix) else { return nil }
        return try note { .undo(id: $0, api: api.rawValue, operation: operation, input: input) }
    }

    /// Notes which rule set is to be active again.
    func announce(activeRuleSet name: String?) throws(JournalError) -> Int {
        activeRuleSet = .named(name)
        return try note { .activeRuleSet(id: $0, name: name) }
    }

    /// Notes that what was announced is gone, or never was.
    ///
    /// If that can't be noted nothing is lost: it is only taken away once more.
    func settle(_ id: Int) {
        guard pending.remove(id) != nil else { return }
        if let length = try? append(.done(id: id), isDurable: false) { self.length = length }
    }

    /// Takes the file away if nothing is left on the endpoint.
    ///
    /// - Returns: how much is left.
    @discardableResult public func finish() -> Int {
        if pending.isEmpty { unlink(path) }
        return pending.count
    }

    /// What everything that a run makes is called.
    static func prefix(of run: String) -> String { "sc-\(run)-" }

    /// Whether what is to be taken away is a run's own.
    static func isOwn(_ input: [String: String], _ prefix: String) -> Bool {
        input.values.contains { $0.contains(prefix) }
    }

    private func note(_ line: (Int) -> JournalLine) throws(JournalError) -> Int {
        let id = last + 1
        length = try append(line(id), isDurable: isDurable)
        last = id
        pending.insert(id)
        return id
    }

    private func append(_ line: JournalLine, isDurable: Bool) throws(JournalError) -> Int {
        try Journal.append(line, to: descriptor, path, after: length, isDurable: isDurable)
    }

    /// - Returns: the file's length.
    private static func append(
        _ line: JournalLine, to descriptor: Int32, _ path: String, after length: Int, isDurable: Bool
    ) throws(JournalError) -> Int {
        let bytes = line.bytes
        let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        guard written == bytes.count, !isDurable || fdatasync(descriptor) == 0 else {
            let reason = written < 0 || written == bytes.count ? JournalError.reason : "No space left on device"
            // What stands behind a half line would be lost with it.
            _ = ftruncate(descriptor, off_t(length))
            throw .unwritable(path: path, reason: reason)
        }
        return length + bytes.count
    }
}
