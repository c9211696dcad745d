import Testing

@testable import Wire

@Suite struct SocketAddressTests {
    @Test(
        "localhost is this machine, whoever keeps the system's names",
        arguments: [
            ("localhost", true), ("LocalHost.", true), ("ses.localhost", true), ("localhost.example.com", false),
            ("notlocalhost", false), ("", false),
        ])
    func local(host: String, isLocal: Bool) {
        #expect(SocketAddress.isLocal(host) == isLocal)
    }

    /// The system's own files know no name below `localhost`, and most resolvers neither.
    @Test("a name below localhost has the addresses of this machine") func below() throws {
        let addresses = try SocketAddress.addresses(
            of: "no-such-name.localhost", port: 4566, before: Deadline(.seconds(60)))
        #expect(!addresses.isEmpty)
        #expect(Set(addresses).isSubset(of: SocketAddress.loopback(port: 4566)))
    }

    @Test("this machine is tried by IPv6 and by IPv4") func loopback() {
        #expect(SocketAddress.loopback(port: 80).map(\.family) == [10, 2])
    }
}
