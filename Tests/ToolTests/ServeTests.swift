import Foundation
import FoundationNetworking
import Testing

@Suite struct ServeTests {
    /// Starts `serve` and gives it with the address that it prints.
    private func serve(_ arguments: [String] = []) async throws -> (tool: RunningTool, address: String) {
        let tool = try RunningTool(["serve"] + arguments)
        try #require(try await tool.waits(for: "\n"), "serve printed nothing: \(tool.errorOutput)")
        let match = try #require(tool.output.wholeMatch(of: /listening on (http:\/\/127\.0\.0\.1:[0-9]+)\n/))
        return (tool, String(match.1))
    }

    @Test("it says where it listens, answers there, and ends well when asked to", arguments: [SIGINT, SIGTERM])
    func lifetime(_ signal: Int32) async throws {
        let (tool, address) = try await serve()
        var request = URLRequest(url: try #require(URL(string: address)))
        request.httpMethod = "POST"
        request.httpBody = Data("Action=NoSuchAction&Version=2010-12-01".utf8)
        let (body, _) = try await URLSession.shared.data(for: request)
        #expect(String(decoding: body, as: UTF8.self).contains("http://ses.amazonaws.com/doc/2010-12-01/"))
        kill(tool.identifier, signal)
        #expect(await tool.end() == 0)
        #expect(tool.errorOutput == "")
    }

    @Test("wrong signatures are judged where it checks them, and said to be accepted where it does not")
    func signatures() async throws {
        let cases = ["v1/ListIdentities/wrong-secret", "v1/ListIdentities/date-*", "v1/ListIdentities/unsigned"]
        for (arguments, isChecked) in [([], false), (["--verify-signatures"], true)] {
            let (tool, address) = try await serve(arguments)
            let run = try await ToolProcess.run(cases + ["--endpoint", address])
            #expect(run.status == 0, "\(run.output)")
            #expect(run.output.contains("0 failed, 5 passed") == isChecked, "\(run.output)")
            #expect(run.output.contains("the signing axis is not enforced by this endpoint") != isChecked)
            kill(tool.identifier, SIGINT)
            #expect(await tool.end() == 0)
        }
    }

    @Test("a port that is taken is named") func taken() async throws {
        let (tool, address) = try await serve()
        let port = try #require(address.split(separator: ":").last.map(String.init))
        let second = try await ToolProcess.run("serve", "--port", port)
        #expect(second.status == 2)
        #expect(second.output == "")
        #expect(second.errorOutput.hasPrefix("error: port \(port) on 127.0.0.1 is in use by another program"))
        kill(tool.identifier, SIGINT)
        #expect(await tool.end() == 0)
    }
}
