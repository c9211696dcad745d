import Dispatch
import Foundation
import Glibc

/// A loopback HTTP/1.1 server in front of a service.
///
/// A thread a connection rather than one poll loop: a slow answer holds up nobody else, a request is read by the same
/// straight code that reads answers, and it still serves far more requests than any client of this tool sends.
///
/// Connections are kept alive, requests may be pipelined, bodies may have a length or come in chunks. What is not
/// HTTP/1.x is refused with 400 or the status that HTTP has for it, and the connection closed.
public final class Server: Sendable {
    /// The port on 127.0.0.1 that it listens on.
    public let port: Int
    private let core: ServerCore

    /// Listens and begins to answer.
    ///
    /// - Parameter port: 0...65535; 0 for any that is free.
    /// - Throws: ``ServerError``, if the port is taken for instance.
    public init(_ service: any Service, port: Int = 0, limits: ServerLimits = ServerLimits()) throws(ServerError) {
        core = ServerCore(service, listener: try Listener(port: port), limits: limits)
        self.port = core.listener.port
        core.start()
    }

    deinit { stop() }

    /// Accepts no more connections, lets the answers in flight finish, and waits until all threads have ended.
    ///
    /// Clients that do not take their answers are cut off after ``ServerLimits/grace``. May be called again, and from
    /// several threads; not from within the service.
    public func stop() { core.stop() }
}

/// How much a server takes from its clients.
public struct ServerLimits: Sendable, Hashable {
    /// Bytes of request line and headers, inclusive.
    public var head = 65_536
    /// Bytes of a request's body, inclusive.
    public var body = 12_000_000
    /// Connections at a time; more are answered 503.
    public var connections = 512
    /// How long a connection may wait for its next request.
    public var idle: Duration = .seconds(60)
    /// How long a request may take to arrive once it has begun, and an answer to be taken.
    public var transfer: Duration = .seconds(30)
    /// How long ``Server/stop()`` waits for answers in flight before it cuts connections.
    public var grace: Duration = .seconds(5)

    /// The limits that stand beside each property.
    public init() {}
}

/// What the threads of a server share; they hold this and not the server, so that the server can go and stop them.
final class ServerCore: Sendable {
    private struct State: Sendable {
        var isStopping = false
        var connections: [Int: Int32] = [:]
        var next = 0
    }

    let service: any Service
    let listener: Listener
    let limits: ServerLimits
    private let state = Guarded(State())
    private let threads = DispatchGroup()

    init(_ service: any Service, listener: consuming Listener, limits: ServerLimits) {
        self.service = service
        self.listener = listener
        self.limits = limits
    }

    /// Whether a connection should end after the answer in hand.
    var isStopping: Bool { state.withLock { $0.isStopping } }

    func start() {
        startThread("accept") { core in
            while let socket = core.listener.accept() { core.admit(socket) }
        }
    }

    func stop() {
        // Readers see the end of their connection, writers may finish.
        shutDown(Int32(SHUT_RD)) { $0.isStopping = true }
        listener.shutDown()
        if threads.wait(timeout: .now() + limits.grace.dispatchInterval) == .success { return }
        shutDown(Int32(SHUT_RDWR))
        _ = threads.wait(timeout: .now() + limits.grace.dispatchInterval)
    }

    /// Under the lock, for a descriptor that its thread has closed may already be somebody else's.
    private func shutDown(_ direction: Int32, after change: (inout State) -> Void = { _ in }) {
        state.withLock { state in
            change(&state)
            for descriptor in state.connections.values { _ = shutdown(descriptor, direction) }
        }
    }

    private func admit(_ socket: consuming Socket) {
        let descriptor = socket.release()
        let id = state.withLock { state -> Int? in
            guard !state.isStopping, state.connections.count < limits.connections else { return nil }
            state.next += 1
            state.connections[state.next] = descriptor
            return state.next
        }
        guard let id else {
            let socket = Socket(adopting: descriptor)
            if isStopping { return }
            let refusal = ReplyBytes.refusal(503, "too many connections", date: HTTPDate.now())
            try? socket.send(refusal, before: Deadline(.milliseconds(100)))
            return
        }
        startThread("connection") { core in
            var session = ServerSession(
                Socket(adopting: descriptor), core.service, core.limits, isStopping: { core.isStopping })
            session.serve()
            core.state.withLock { $0.connections[id] = nil }
            session.end()
        }
    }

    private func startThread(_ name: String, _ work: @escaping @Sendable (ServerCore) -> Void) {
        threads.enter()
        Thread.detachNewThread { [self] in
            Thread.current.name = name
            work(self)
            threads.leave()
        }
    }
}

extension Duration {
    var dispatchInterval: DispatchTimeInterval {
        .milliseconds(
            Int(min(components.seconds, 1_000_000)) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000))
    }
}
