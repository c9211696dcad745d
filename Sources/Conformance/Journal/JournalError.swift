import Foundation

/// What is wrong with a journal.
public enum JournalError: Error, Sendable, Hashable {
    /// It can't be made or added to; the system's own word.
    case unwritable(path: String, reason: String)
    case unreadable(path: String, reason: String)
    /// Its first line is not that of a journal, or of one that this build does not read.
    case foreign(path: String)
    /// The run that it belongs to is still going on.
    case inUse(run: String)
    /// No journal of that run is there.
    case absent(run: String, folder: String)
}

extension JournalError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unwritable(let path, let reason): "can't write the journal \(path): \(reason)"
        case .unreadable(let path, let reason): "can't read the journal \(path): \(reason)"
        case .foreign(let path):
            "\(path) is no journal that this build reads: use the ses-conformance that wrote it, or remove it"
        case .inUse(let run): "run \(run) is still going on: stop it first"
        case .absent(let run, let folder): "there is no journal of run \(run) in \(folder)"
        }
    }

    /// The system's word on its latest error.
    static var reason: String { String(cString: strerror(errno)) }
}
