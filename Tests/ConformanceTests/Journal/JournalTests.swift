import Foundation
import SpecModel
import Testing

@testable import Conformance

@Suite struct JournalTests {
    private func journal(_ folder: TemporaryFolder, _ run: String = "abcde") throws -> Journal {
        try Journal(
            folder: JournalFolder(folder.url.path), run: run, endpoint: "http://127.0.0.1:1", region: "us-east-1",
            isDurable: true)
    }

    private func record(_ folder: TemporaryFolder) throws(JournalError) -> JournalRecord {
        try JournalRecord("abcde", in: JournalFolder(folder.url.path))
    }

    @Test("what was announced and not settled is read back in order, and who may read it is the user alone")
    func roundTrip() async throws {
        let folder = try TemporaryFolder()
        var writing: Journal? = try journal(folder)
        let first = try await writing?.announce("DeleteIdentity", .v1, ["Identity": "sc-abcde-1-\"ä\n@example.com"])
        _ = try await writing?.announce("DeleteReceiptRuleSet", .v1, ["RuleSetName": "sc-abcde-2"])
        let last = try await writing?.announce("DeleteEmailTemplate", .v2, ["TemplateName": "sc-abcde-3"])
        _ = try await writing?.announce(activeRuleSet: "mine")
        await writing?.settle(try #require(last))
        #expect(await writing?.finish() == 3)
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.url.path + "/abcde.journal")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        writing = nil
        let record = try record(folder)
        #expect(record.remnants.map(\.id) == [try #require(first), 2])
        #expect(record.remnants.first?.input == ["Identity": "sc-abcde-1-\"ä\n@example.com"])
        #expect(record.remnants.map(\.operation) == ["DeleteIdentity", "DeleteReceiptRuleSet"])
        #expect(record.activeRuleSet == .named("mine"))
        #expect(record.endpoint == "http://127.0.0.1:1" && record.damaged.isEmpty && record.count == 3)
    }

    @Test("a journal of which nothing is left is gone") func finished() async throws {
        let folder = try TemporaryFolder()
        let writing = try journal(folder)
        let first = try await writing.announce("DeleteIdentity", .v1, ["Identity": "sc-abcde-1"])
        await writing.settle(try #require(first))
        await writing.settle(try await writing.announce(activeRuleSet: nil))
        #expect(await writing.finish() == 0)
        #expect(try JournalFolder(folder.url.path).runs() == [])
    }

    @Test(
        "what has no name of the run's own is not noted: nobody could tell it from the account's",
        arguments: ["", "@example.com"])
    func nameless(_ name: String) async throws {
        let folder = try TemporaryFolder()
        let writing = try journal(folder)
        #expect(try await writing.announce("DeleteIdentity", .v1, ["Identity": name]) == nil)
        #expect(await writing.finish() == 0)
    }

    @Test("as long as its run lasts nobody else reads it") func lock() async throws {
        let folder = try TemporaryFolder()
        var writing: Journal? = try journal(folder)
        #expect(throws: JournalError.inUse(run: "abcde")) { try record(folder) }
        await writing?.finish()
        writing = nil
        let error = #expect(throws: JournalError.self) { try record(folder) }
        #expect(error?.description == "there is no journal of run abcde in \(folder.url.path)")
    }

    /// The file of a run that made three things and was killed.
    private func fileOfThree(_ folder: TemporaryFolder) async throws -> URL {
        let writing = try journal(folder)
        for number in 1...3 {
            _ = try await writing.announce("DeleteIdentity", .v1, ["Identity": "sc-abcde-\(number)"])
        }
        return folder.url.appending(path: "abcde.journal")
    }

    @Test("cut off anywhere, it still tells every whole line") func cut() async throws {
        let folder = try TemporaryFolder()
        let file = try await fileOfThree(folder)
        let whole = try Data(contentsOf: file)
        let ends = whole.indices.filter { whole[$0] == 0x0A }
        for length in 0...whole.count {
            try whole.prefix(length).write(to: file)
            let lines = ends.count { $0 < length }
            let record = try record(folder)
            #expect(record.remnants.count == max(0, lines - 1), "\(length)")
            #expect(record.damaged.isEmpty)
        }
    }

    @Test("a damaged line is named and passed over") func damage() async throws {
        let folder = try TemporaryFolder()
        let file = try await fileOfThree(folder)
        let text = try String(contentsOf: file, encoding: .utf8)
        try text.replacing("sc-abcde-2\"", with: "sc-abcde-2").write(to: file, atomically: true, encoding: .utf8)
        let record = try record(folder)
        #expect(record.damaged == [3] && record.remnants.map(\.id) == [1, 3])
    }

    @Test(
        "what is no journal, or one of another layout, is not touched",
        arguments: ["x\n", "{\"run\":{\"version\":2}}\n"])
    func foreign(_ text: String) throws {
        let folder = try TemporaryFolder()
        try text.write(to: folder.url.appending(path: "abcde.journal"), atomically: true, encoding: .utf8)
        let error = #expect(throws: JournalError.self) { try record(folder) }
        #expect(error?.description.contains("is no journal that this build reads") == true)
    }

    @Test("a folder that can't be made is named") func unwritable() throws {
        let error = #expect(throws: JournalError.self) {
            try Journal(
                folder: JournalFolder("/proc/no-such/folder"), run: "abcde", endpoint: "", region: "", isDurable: true)
        }
        #expect(error?.description.hasPrefix("can't write the journal /proc/no-such/folder: ") == true)
    }

    @Test("on a full disk it says so, and keeps every line that it had") func full() async throws {
        let folder = try TemporaryFolder()
        var writing: Journal? = try journal(folder)
        _ = try await writing?.announce("DeleteIdentity", .v1, ["Identity": "sc-abcde-1"])
        await writing?.fillDisk()
        let path = folder.url.path + "/abcde.journal"
        await #expect(throws: JournalError.unwritable(path: path, reason: "No space left on device")) {
            try await writing?.announce("DeleteIdentity", .v1, ["Identity": "sc-abcde-2"])
        }
        writing = nil
        #expect(try record(folder).remnants.map(\.id) == [1])
    }
}

extension Journal {
    /// From now on nothing more can be written.
    func fillDisk() {
        let full = open("/dev/full", O_WRONLY)
        dup2(full, descriptor)
        close(full)
    }
}
