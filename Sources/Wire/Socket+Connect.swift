import Glibc

extension Socket {
    /// Connects to the first of the addresses that accepts.
    ///
    /// No address may use up the time of those after it: a host whose IPv6 address leads nowhere is still reached.
    ///
    /// - Throws: ``TransportFault/timedOut`` or ``TransportFault/unreachable(_:)``, as the last address has it.
    package init(connectingTo addresses: [SocketAddress], before deadline: Deadline) throws(TransportFault) {
        var fault = TransportFault.unreachable("no address")
        for (index, address) in addresses.enumerated() {
            do throws(TransportFault) {
                self = try Socket(connectingTo: address, before: deadline.share(of: addresses.count - index))
                return
            } catch {
                fault = error
            }
        }
        throw fault
    }

    private init(connectingTo address: SocketAddress, before deadline: Deadline) throws(TransportFault) {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let descriptor = socket(address.family, kind, 0)
        guard descriptor >= 0 else { throw .unreachable(systemWords(errno)) }
        let made = Socket(adopting: descriptor)
        made.disableDelay()
        let code = address.bytes.withUnsafeBytes { bytes -> Int32 in
            guard let name = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return EINVAL }
            return connect(descriptor, name, socklen_t(bytes.count)) == 0 ? 0 : errno
        }
        if code == EINPROGRESS || code == EINTR {
            try made.wait(for: POLLOUT, before: deadline)
            var outcome: Int32 = 0
            var size = socklen_t(MemoryLayout<Int32>.size)
            _ = getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &outcome, &size)
            guard outcome == 0 else { throw .unreachable(systemWords(outcome)) }
        } else if code != 0 {
            throw .unreachable(systemWords(code))
        }
        self = made.bePatient()
    }
}
