import Foundation
import Glibc
import SpecModel

/// What the journal of a run that has ended says is still there.
public final class JournalRecord: Sendable {
    /// Something to take away.
    struct Remnant: Sendable, Hashable {
        let id: Int
        let api: API
        let operation: String
        let input: [String: String]
    }

    public let path: String
    public let run: String
    /// The URL of the endpoint.
    public let endpoint: String
    public let region: String
    /// In the order in which it was made.
    let remnants: [Remnant]
    /// The rule set that was active before the run; nil if the run did not touch it, or gave it back.
    let activeRuleSet: Journal.ActiveRuleSet?
    /// Numbers of lines that can't be read, but for a last one that has no end.
    public let damaged: [Int]
    /// Holds the lock.
    private let descriptor: Int32

    /// Reads the journal of a run and keeps others from it as long as the record is there.
    ///
    /// - Throws: ``JournalError``, ``JournalError/inUse(run:)`` among them.
    public init(_ run: String, in folder: JournalFolder) throws(JournalError) {
        let path = folder.path(of: run)
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { throw .absent(run: run, folder: folder.path) }
            throw .unreadable(path: path, reason: JournalError.reason)
        }
        let lines: (header: JournalLine, read: [JournalLine], damaged: [Int])
        do throws(JournalError) {
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw JournalError.inUse(run: run) }
            lines = try JournalRecord.lines(of: path, run)
        } catch {
            close(descriptor)
            throw error
        }
        guard case .run(JournalLine.version, run, let endpoint, let region) = lines.header else {
            close(descriptor)
            throw .foreign(path: path)
        }
        self.path = path
        self.run = run
        self.endpoint = endpoint
        self.region = region
        self.descriptor = descriptor
        damaged = lines.damaged
        (remnants, activeRuleSet) = JournalRecord.left(of: lines.read)
    }

    deinit { close(descriptor) }

    /// How much there is to take away or give back.
    public var count: Int { remnants.count + (activeRuleSet == nil ? 0 : 1) }

    /// What everything that the run made is called.
    var prefix: String { Journal.prefix(of: run) }

    /// Takes the file away.
    public func remove() { unlink(path) }

    private static func lines(
        of path: String, _ run: String
    ) throws(JournalError) -> (header: JournalLine, read: [JournalLine], damaged: [Int]) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .unreadable(path: path, reason: JournalError.reason)
        }
        var parts = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        // Behind the last line's end there is nothing; without it, a line that announces nothing that was made.
        parts.removeLast()
        // A run that was killed over its first line made nothing.
        let first = parts.first.map { JournalLine($0) } ?? JournalLine.nothing(run)
        guard let header = first else { throw .foreign(path: path) }
        var read: [JournalLine] = []
        var damaged: [Int] = []
        for (index, part) in parts.enumerated().dropFirst() {
            if let line = JournalLine(part) { read.append(line) } else { damaged.append(index + 1) }
        }
        return (header, read, damaged)
    }

    private static func left(of lines: [JournalLine]) -> ([Remnant], Journal.ActiveRuleSet?) {
        var done: Set<Int> = []
        for case .done(let id) in lines { done.insert(id) }
        var remnants: [Remnant] = []
        var active: Journal.ActiveRuleSet?
        for line in lines {
            switch line {
            case .undo(let id, let api, let operation, let input):
                guard !done.contains(id), let api = API(rawValue: api) else { continue }
                remnants.append(Remnant(id: id, api: api, operation: operation, input: input))
            case .activeRuleSet(let id, let name): if !done.contains(id) { active = active ?? .named(name) }
            case .run, .done: continue
            }
        }
        return (remnants, active)
    }
}

extension JournalRecord {
    /// What is left, and where, a line each.
    public var lines: [String] {
        let active = activeRuleSet.map { _ in ["\(run) \(endpoint): the active rule set"] } ?? []
        return active + remnants.reversed().map { "\(run) \(endpoint): \($0)" }
    }
}
