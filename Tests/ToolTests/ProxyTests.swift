import Foundation
import Testing

@testable import Wire

/// The variables that name a proxy, as the tool follows them.
@Suite struct ProxyTests {
    /// A proxy that refuses every tunnel, and notes what it was asked for.
    private final class RefusingProxy: Sendable {
        private let listener: Listener
        private let asked = Guarded<[String]>([])

        init() throws {
            listener = try Listener(port: 0)
            Thread.detachNewThread { self.serve() }
        }

        private func serve() {
            while let socket = listener.accept() {
                let deadline = Deadline(.seconds(20))
                var connection = Connection(socket)
                guard let head = try? connection.readHead(.standard, before: deadline) else { continue }
                asked.withLock { $0.append(String(decoding: head.startLine, as: UTF8.self)) }
                let refusal = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"
                try? connection.socket.send(Array(refusal.utf8), before: deadline)
            }
        }

        /// Answers nobody any more, so that its thread ends.
        func stop() { listener.shutDown() }

        var address: String { "127.0.0.1:\(listener.port)" }
        var requests: [String] { asked.withLock { $0 } }
    }

    private func run(_ endpoint: String, _ variables: [String: String]) async throws -> ToolProcess {
        let keys = ["AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "marked-secret"]
        return try await ToolProcess.run(
            "v1/GetSendQuota/minimal", "--endpoint", endpoint,
            environment: variables.merging(keys) { first, _ in first })
    }

    @Test(
        "https goes through the proxy, whose password nobody reads",
        arguments: ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"])
    func proxied(variable: String) async throws {
        let proxy = try RefusingProxy()
        defer { proxy.stop() }
        let tool = try await run("https://ses.example.com", [variable: "http://user:marked-word@\(proxy.address)"])
        #expect(Set(proxy.requests) == ["CONNECT ses.example.com:443 HTTP/1.1"])
        #expect(tool.status == 3)
        #expect(tool.errorOutput.contains("CONNECT tunnel failed, response 503"), "\(tool.errorOutput)")
        #expect(!(tool.output + tool.errorOutput).contains("marked-"))
    }

    @Test(
        "hosts that need no proxy are asked themselves",
        arguments: [("NO_PROXY", "127.0.0.1"), ("no_proxy", "example.com,127.0.0.1"), ("NO_PROXY", "*")])
    func direct(variable: String, hosts: String) async throws {
        let proxy = try RefusingProxy()
        defer { proxy.stop() }
        // Nobody listens on the first port of all.
        let tool = try await run(
            "https://127.0.0.1:1", ["HTTPS_PROXY": "http://\(proxy.address)", variable: hosts])
        #expect(tool.status == 3 && proxy.requests.isEmpty)
    }

    @Test("a proxy that can't be spoken to is named without its password") func nonsense() async throws {
        let tool = try await run(
            "https://ses.example.com", ["HTTPS_PROXY": "nonsense://user:marked-w@rd@127.0.0.1:9"])
        #expect(tool.status == 3)
        #expect(tool.errorOutput.contains("nonsense://…@127.0.0.1:9"), "\(tool.errorOutput)")
        #expect(!(tool.output + tool.errorOutput).contains("marked-"))
    }

    @Test("plain http never goes through a proxy") func plain() async throws {
        let proxy = try RefusingProxy()
        defer { proxy.stop() }
        let service = try await ServedService()
        let address = "http://\(proxy.address)"
        let tool = try await run(
            service.address, ["HTTP_PROXY": address, "http_proxy": address, "ALL_PROXY": address])
        #expect(tool.status == 0 && proxy.requests.isEmpty, "\(tool.output)\(tool.errorOutput)")
        await service.stop()
    }
}
