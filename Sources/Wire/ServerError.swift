import Glibc

/// Why a server cannot listen.
public enum ServerError: Error, Sendable, Hashable {
    /// Somebody else listens on that port.
    case portTaken(Int)
    /// The system does not let this user listen on that port.
    case notPermitted(Int)
    /// Not within 0...65535.
    case noSuchPort(Int)
    /// Another failure of the system, with its `errno`.
    case failed(port: Int, code: Int32)
}

extension ServerError: CustomStringConvertible {
    /// What is wrong and what to do about it.
    public var description: String {
        switch self {
        case .portTaken(let port):
            "port \(port) on 127.0.0.1 is in use by another program; choose another, or 0 for any that is free"
        case .notPermitted(let port):
            "port \(port) on 127.0.0.1 may not be listened on by this user; choose one above 1023, or 0 for any"
        case .noSuchPort(let port): "port \(port) does not exist; choose one from 0 (any that is free) to 65535"
        case .failed(let port, let code): "cannot listen on port \(port) of 127.0.0.1: \(systemWords(code))"
        }
    }
}
