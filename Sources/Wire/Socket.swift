import Glibc

/// A connected stream socket that closes when nobody holds it any more.
///
/// Reads and writes never wait longer than the time that is left: `SO_RCVTIMEO` would begin anew with each read, so
/// that an end which sends a byte a second could hold on for ever.
package struct Socket: ~Copyable, Sendable {
    package let descriptor: Int32
    /// Whether `recv` itself waits for ``patience``.
    private let isPatient: Bool

    /// How long `recv` waits by itself: long enough for most answers, which saves a `poll` before each.
    private static let patience: Duration = .milliseconds(20)

    /// Takes over an open descriptor.
    ///
    /// - Parameter isPatient: whether ``bePatient()`` was said of it.
    package init(adopting descriptor: Int32, isPatient: Bool = false) {
        self.descriptor = descriptor
        self.isPatient = isPatient
    }

    /// The same socket, but that reading waits a little before it asks when there will be something to read.
    consuming func bePatient() -> Socket {
        var patience = timeval(tv_sec: 0, tv_usec: Int(Socket.patience / .microseconds(1)))
        let size = socklen_t(MemoryLayout<timeval>.size)
        let isTold =
            setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, size) == 0
            && fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK) == 0
        return Socket(adopting: release(), isPatient: isTold)
    }

    deinit { close(descriptor) }

    /// Gives the descriptor away; whoever takes it closes it.
    package consuming func release() -> Int32 {
        let descriptor = self.descriptor
        discard self
        return descriptor
    }

    /// Reads what is there, or waits for something.
    ///
    /// - Returns: the number of bytes, 0 when the other end has closed.
    /// - Throws: ``TransportFault/timedOut`` or ``TransportFault/failed(_:_:)``.
    package func receive(into buffer: UnsafeMutableBufferPointer<UInt8>, before deadline: Deadline)
        throws(TransportFault) -> Int
    {
        var waits = isPatient && deadline.remaining > Socket.patience
        while true {
            if !waits { try wait(for: POLLIN, before: deadline) }
            let count = recv(descriptor, buffer.baseAddress, buffer.count, waits ? 0 : Int32(MSG_DONTWAIT))
            if count >= 0 { return count }
            if errno != EINTR && errno != EAGAIN { throw .failed("recv", errno) }
            waits = false
        }
    }

    /// Writes all of the bytes.
    ///
    /// - Throws: ``TransportFault/timedOut`` or ``TransportFault/failed(_:_:)``.
    package func send(_ bytes: [UInt8], before deadline: Deadline) throws(TransportFault) {
        let flags = Int32(MSG_DONTWAIT | MSG_NOSIGNAL)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { all in
                Glibc.send(descriptor, all.baseAddress?.advanced(by: sent), all.count - sent, flags)
            }
            if count >= 0 {
                sent += count
            } else if errno == EAGAIN {
                try wait(for: POLLOUT, before: deadline)
            } else if errno != EINTR {
                throw .failed("send", errno)
            }
        }
    }

    /// Whether there is something to read or the other end has closed; doesn't wait.
    package var isReadable: Bool {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, 0) != 0
    }

    /// Says that nothing more will be written.
    package func endWriting() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

    /// Waits until the socket is ready for `events` of `poll`.
    func wait(for events: Int32, before deadline: Deadline) throws(TransportFault) {
        var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
        while true {
            let timeout = deadline.pollTimeout
            guard timeout > 0 else { throw .timedOut }
            let ready = poll(&entry, 1, timeout)
            if ready > 0 { return }
            if ready < 0 && errno != EINTR { throw .failed("poll", errno) }
        }
    }

    /// Sends small messages at once instead of waiting for more to come.
    func disableDelay() {
        var yes: Int32 = 1
        _ = setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    }
}

/// The descriptors of two sockets that are connected to each other, and to nobody else.
///
/// - Throws: ``TransportFault/failed(_:_:)`` where the system has no more descriptors.
func connectedPair() throws(TransportFault) -> (Int32, Int32) {
    var descriptors: [Int32] = [0, 0]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &descriptors) == 0 else { throw .failed("socketpair", errno) }
    return (descriptors[0], descriptors[1])
}
