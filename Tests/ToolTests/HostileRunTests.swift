import Foundation
import HostileServer
import ReferenceService
import Testing
import Wire

@testable import ses_conformance

/// The built tool against servers that mean it no good over one operation, and are right over the others.
///
/// Each run prints the most memory that it took: `peak 41 MB: has a value of 9.9 MB`.
@Suite struct HostileRunTests {
    /// An operation that is attacked, and others that are not.
    private struct Aim: Sendable {
        let `case`: String
        let others: [String]
        /// Requests before the case's own: those that find out whether there is such an operation.
        let spared: Int
        let isAttacked: @Sendable (HTTPRequest) -> Bool

        static let filters = Aim(
            case: "v1/ListReceiptFilters/minimal",
            others: ["v1/GetSendQuota/minimal", "v2/ListEmailIdentities/minimal"],
            spared: 1
        ) { String(decoding: $0.body, as: UTF8.self).contains("Action=ListReceiptFilters") }

        static let account = Aim(
            case: "v2/GetAccount/minimal", others: ["v1/GetSendQuota/minimal", "v2/ListEmailIdentities/minimal"],
            spared: 1
        ) { $0.target.hasPrefix("/v2/email/account") && $0.method == "GET" }
    }

    /// What a run came to.
    private struct Ended {
        let status: Int32
        /// Outcomes by id.
        let cases: [String: String]
        /// Everything that the JSON report says of the attacked case.
        let said: String
        let errorOutput: String
        /// What every report holds, by name.
        let texts: [String: String]
        /// The most memory that the process had, in bytes.
        let peak: Int
    }

    private static func run(
        _ aim: Aim, against address: String, jobs: Int = 4, cases: [String]? = nil, timeout: Int, label: String
    ) async throws -> Ended {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let formats = ["terminal", "json", "junit", "html", "sarif", "markdown", "github"]
        let reports = formats.flatMap { ["--report", "\($0)=\(folder.appending(path: $0).path)"] }
        await ProcessGate.shared.enter()
        let tool = try RunningTool(
            (cases ?? [aim.case] + aim.others) + [
                "--endpoint", address, "--timeout", "\(timeout)", "--jobs", "\(jobs)",
            ]
                + reports)
        var peak = 0
        while tool.isRunning {
            peak = max(peak, highWater(of: tool.identifier))
            try await Task.sleep(for: .milliseconds(5))
        }
        let status = await tool.end()
        await ProcessGate.shared.leave()
        var texts = ["stdout": tool.output, "stderr": tool.errorOutput]
        for name in formats {
            let data = FileManager.default.contents(atPath: folder.appending(path: name).path) ?? Data()
            texts[name] = String(decoding: data, as: UTF8.self)
        }
        print("peak \(peak / 1_000_000) MB: \(label)")
        let results = texts["json"]?.isEmpty == false ? try Results(texts["json"] ?? "") : nil
        return Ended(
            status: status, cases: results?.cases ?? [:], said: try said(of: aim.case, texts["json"] ?? ""),
            errorOutput: tool.errorOutput, texts: texts, peak: peak)
    }

    /// `VmHWM` of a process; 0 while it is still about to become the tool, and shows the memory of the tests.
    private static func highWater(of process: Int32) -> Int {
        let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/exe")
        guard program?.hasSuffix("/ses-conformance") == true else { return 0 }
        let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 1_024
    }

    private static func said(of id: String, _ json: String) throws -> String {
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        let row = (object?["cases"] as? [[String: Any]])?.first { $0["id"] as? String == id } ?? [:]
        let findings = (row["findings"] as? [[String: Any]] ?? []).map { finding in
            ["severity", "path", "expected", "actual"].map { finding[$0] as? String ?? "" }.joined(separator: " ")
        }
        return ([row["reason"] as? String ?? ""] + findings).joined(separator: "\n")
    }

    private static func check(_ behaviour: HostileBehaviour, _ aim: Aim) async throws {
        let server = try HostileServer(
            behaviour, before: ReferenceService(), spared: aim.spared, isAttacked: aim.isAttacked)
        // What never answers is waited for; large answers take a while on a busy machine.
        let isSilent = if case .silence = behaviour.reception { true } else { false }
        let ended = try await run(
            aim, against: server.address, timeout: isSilent ? 1 : 60, label: behaviour.description)
        #expect(ended.errorOutput == "")
        #expect(ended.cases[aim.case] == behaviour.outcome, "\(ended.said.prefix(1_000))")
        #expect(behaviour.words.isEmpty || ended.said.contains(behaviour.words), "\(ended.said.prefix(1_000))")
        for other in aim.others { #expect(ended.cases[other] == "passed") }
        #expect(ended.status == (behaviour.outcome == "failed" ? 1 : 0))
        #expect(ended.peak > 0 && ended.peak < 200_000_000)
        #expect(server.attacked > aim.spared)
        for (name, text) in ended.texts {
            #expect(text.utf8.count < 2_000_000, "\(name) has \(text.utf8.count) bytes")
            harmless(text, name)
        }
    }

    /// Nothing of what a server says reaches a terminal, a page or a log as anything but text.
    private static func harmless(_ text: String, _ name: String) {
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && !"\n\r\t".unicodeScalars.contains($0) }, "\(name)")
        let hidden: Set<UInt32> = [0x9B, 0x202E, 0x2066, 0x202C]
        #expect(!text.unicodeScalars.contains { hidden.contains($0.value) }, "\(name) holds what turns text around")
        if name != "json" && name != "sarif" {
            #expect(
                !text.contains("<img src=x") || name == "terminal" || name == "stdout" || name == "github", "\(name)")
        }
        guard ["stdout", "stderr", "terminal", "github"].contains(name) else { return }
        for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix("::error::owned") {
            Issue.record("\(name) has a command of the server's on a line of its own")
        }
    }

    @Test("what is wrong with HTTP is told of its case, and the run goes on", arguments: HostileBehaviour.wire)
    func wire(_ behaviour: HostileBehaviour) async throws { try await Self.check(behaviour, .filters) }

    @Test("what is wrong with XML is told of its case, and the run goes on", arguments: HostileBehaviour.documents)
    func documents(_ behaviour: HostileBehaviour) async throws { try await Self.check(behaviour, .filters) }

    @Test("what is wrong with JSON is told of its case, and the run goes on", arguments: HostileBehaviour.json)
    func json(_ behaviour: HostileBehaviour) async throws { try await Self.check(behaviour, .account) }

    @Test("jobs that all get 9.9 MB each time stay within memory", arguments: [4, 8])
    func memory(_ jobs: Int) async throws {
        let value = String(repeating: "v", count: 9_900_000)
        let behaviour = HostileBehaviour("says 9.9 MB to \(jobs) jobs", .document, "v") { exchange in
            .answer(exchange.body("<GetSendQuotaResponse><A>\(value)</A></GetSendQuotaResponse>"))
        }
        let server = try HostileServer(behaviour, before: ReferenceService(), spared: 2) { request in
            String(decoding: request.body, as: UTF8.self).contains("Action=GetSendQuota")
        }
        let ended = try await Self.run(
            .filters, against: server.address, jobs: jobs, cases: ["v1/GetSendQuota/*", "v1/ListIdentities/minimal"],
            timeout: 60, label: behaviour.description)
        #expect(ended.errorOutput == "")
        #expect(ended.cases.filter { $0.key.contains("GetSendQuota") && $0.value == "passed" } == [:])
        #expect(ended.cases["v1/ListIdentities/minimal"] == "passed")
        #expect(ended.peak > 0 && ended.peak < 200_000_000)
        for (name, text) in ended.texts { #expect(text.utf8.count < 2_000_000, "\(name) has \(text.utf8.count) bytes") }
    }

    @Test("no redirect is followed, so that no second host sees anything", arguments: [302, 307, 308])
    func redirects(_ status: Int) async throws {
        let other = try HostileServer(
            HostileBehaviour("a second host", .document, "") { _ in .close("") }, before: ReferenceService())
        try await Self.check(.redirect(status, to: other.address), .filters)
        #expect(other.connections == 0)
    }

    @Test("no entity is read from a file or another host") func entities() async throws {
        let other = try HostileServer(
            HostileBehaviour("a second host", .document, "") { _ in .close("") }, before: ReferenceService())
        for place in ["file:///etc/passwd", other.address + "/a"] { try await Self.check(.entity(place), .filters) }
        #expect(other.connections == 0)
    }

    @Test("one id for every request is told") func identity() async throws {
        let id = "00000000-0000-4000-8000-000000000000"
        let behaviour = HostileBehaviour("says the same id to every request", .document, id) { exchange in
            let text = String(decoding: exchange.right.body, as: UTF8.self)
                .replacing(/<RequestId>[^<]*</, with: "<RequestId>\(id)<")
            var response = exchange.right
            response.body = Array(text.utf8)
            response.headers.removeAll { $0.name.lowercased() == "x-amzn-requestid" }
            response.headers.append(Header("x-amzn-RequestId", id))
            return .answer(HostileServer.bytes(of: response))
        }
        let aim = Aim(
            case: "v1/GetSendQuota/own-request-id", others: ["v1/ListReceiptFilters/minimal"], spared: 2
        ) { String(decoding: $0.body, as: UTF8.self).contains("Action=GetSendQuota") }
        try await Self.check(behaviour, aim)
    }
}
