import Dispatch
import Foundation
import Glibc

/// Where a socket may be connected to: an IPv4 or IPv6 address and a port.
package struct SocketAddress: Sendable, Hashable {
    /// `AF_INET` or `AF_INET6`.
    let family: Int32
    /// The `sockaddr` as the system lays it out.
    let bytes: [UInt8]

    /// Looks a host up, addresses first, names with the system's resolver.
    ///
    /// The resolver knows no time limit, so a name is looked up on a thread that is left behind when time is over.
    /// `localhost` is this machine even where no file says so, as in a container without `/etc/hosts`.
    /// Source: RFC 6761, 6.3.
    ///
    /// - Throws: ``TransportFault/unreachable(_:)`` or ``TransportFault/timedOut``.
    package static func addresses(of host: String, port: Int, before deadline: Deadline)
        throws(TransportFault) -> [SocketAddress]
    {
        if case .success(let numeric) = lookUp(host, port: port, flags: AI_NUMERICHOST) { return numeric }
        let answer = Guarded<Result<[SocketAddress], TransportFault>?>(nil)
        let isDone = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            let result = lookUp(host, port: port, flags: 0)
            answer.withLock { $0 = result }
            isDone.signal()
        }
        _ = isDone.wait(timeout: .now() + .milliseconds(Int(deadline.pollTimeout)))
        guard let result = answer.withLock({ $0 }) else { throw .timedOut }
        if case .failure = result, isLocal(host) { return loopback(port: port) }
        return try result.get()
    }

    /// Whether that is `localhost`, or a name below it.
    static func isLocal(_ host: String) -> Bool {
        var name = host.lowercased()[...]
        while name.last == "." { name.removeLast() }
        return name == "localhost" || name.hasSuffix(".localhost")
    }

    /// This machine, by IPv6 and by IPv4.
    static func loopback(port: Int) -> [SocketAddress] {
        ["::1", "127.0.0.1"].flatMap { (try? lookUp($0, port: port, flags: AI_NUMERICHOST).get()) ?? [] }
    }

    private static func lookUp(_ host: String, port: Int, flags: Int32) -> Result<[SocketAddress], TransportFault> {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = flags | AI_NUMERICSERV
        var first: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, String(port), &hints, &first)
        guard code == 0 else {
            let words = gai_strerror(code).map { String(cString: $0) } ?? "error \(code)"
            return .failure(.unreachable("host \"\(host)\" has no address: \(words)"))
        }
        defer { freeaddrinfo(first) }
        var found: [SocketAddress] = []
        var next = first
        while let entry = next?.pointee {
            if let address = entry.ai_addr, entry.ai_family == AF_INET || entry.ai_family == AF_INET6 {
                let bytes = [UInt8](UnsafeRawBufferPointer(start: address, count: Int(entry.ai_addrlen)))
                found.append(SocketAddress(family: entry.ai_family, bytes: bytes))
            }
            next = entry.ai_next
        }
        return found.isEmpty ? .failure(.unreachable("host \"\(host)\" has no address")) : .success(found)
    }
}
