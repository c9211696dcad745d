import Glibc

/// A loopback port that accepts connections; closes when nobody holds it any more.
package struct Listener: ~Copyable, Sendable {
    package let descriptor: Int32
    /// The port that was given or, for 0, the one that the system chose.
    package let port: Int

    /// Listens on 127.0.0.1.
    ///
    /// - Throws: ``ServerError``.
    package init(port: Int) throws(ServerError) {
        guard let number = UInt16(exactly: port) else { throw .noSuchPort(port) }
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .failed(port: port, code: errno) }
        do throws(ServerError) {
            self.port = try Listener.listen(descriptor, port: number)
        } catch {
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    private static func listen(_ descriptor: Int32, port: UInt16) throws(ServerError) -> Int {
        // Lets a port be taken again whose former connections are still lingering; not one that is listened on.
        var yes: Int32 = 1
        _ = setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name -> Int32 in
                guard bind(descriptor, name, size) == 0, Glibc.listen(descriptor, 512) == 0 else { return errno }
                return getsockname(descriptor, name, &size) == 0 ? 0 : errno
            }
        }
        switch code {
        case 0: return Int(UInt16(bigEndian: address.sin_port))
        case EADDRINUSE: throw .portTaken(Int(port))
        case EACCES, EPERM: throw .notPermitted(Int(port))
        default: throw .failed(port: Int(port), code: code)
        }
    }

    /// Waits for a connection.
    ///
    /// - Returns: nil when the listener was shut down.
    package func accept() -> Socket? {
        while true {
            let descriptor = Glibc.accept(self.descriptor, nil, nil)
            if descriptor >= 0 {
                _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
                let socket = Socket(adopting: descriptor)
                socket.disableDelay()
                return socket
            }
            switch errno {
            case EINVAL, EBADF: return nil
            // Out of descriptors or memory: a connection's end will mend it.
            case EMFILE, ENFILE, ENOBUFS, ENOMEM: usleep(20_000)
            default: continue
            }
        }
    }

    /// Wakes whoever waits in ``accept()``; connections are refused from here on.
    package func shutDown() { _ = shutdown(descriptor, Int32(SHUT_RDWR)) }
}
