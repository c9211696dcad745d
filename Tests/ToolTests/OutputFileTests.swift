import Foundation
import Testing

@testable import ses_conformance

@Suite struct OutputFileTests {
    /// Does something in a folder of its own.
    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func names(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test("the target is replaced only when all is written") func replacement() throws {
        try inFolder { folder in
            let target = folder.appending(path: "report.json")
            try "old".write(to: target, atomically: false, encoding: .utf8)
            let file = try OutputFile(target.path)
            #expect(try names(in: folder).count == 2)
            #expect(try String(contentsOf: target, encoding: .utf8) == "old")
            try file.finish(Data("new".utf8))
            #expect(try String(contentsOf: target, encoding: .utf8) == "new")
            #expect(try names(in: folder) == ["report.json"])
        }
    }

    @Test("what is never finished leaves nothing behind") func abandoned() throws {
        try inFolder { folder in
            var file: OutputFile? = try OutputFile(folder.appending(path: "report.json").path)
            #expect(try names(in: folder).count == 1)
            #expect(file?.path.hasSuffix("report.json") == true)
            file = nil
            #expect(try names(in: folder).isEmpty)
        }
    }

    @Test("what a killed run left is taken away, but nothing of a run that goes on, and nothing else") func killed()
        throws
    {
        try inFolder { folder in
            let target = folder.appending(path: "report.json").path
            let kept = ["other.json.1.partial", "report.json.mine.partial", "report.json.partial"]
            for name in kept + ["report.json.1.partial", "report.json.4194305.partial"] {
                try "half".write(toFile: folder.appending(path: name).path, atomically: false, encoding: .utf8)
            }
            let first = try OutputFile(target)
            // A process has one name for its own; that of another run is another number.
            let going = "report.json.4194306.partial"
            try FileManager.default.moveItem(
                atPath: "\(target).\(getpid()).partial", toPath: folder.appending(path: going).path)
            try OutputFile(target).finish(Data("new".utf8))
            #expect(try names(in: folder) == (kept + [going, "report.json"]).sorted())
            withExtendedLifetime(first) {}
        }
    }

    @Test("a folder is no file") func folder() throws {
        try inFolder { folder in
            let error = #expect(throws: OutputError.self) { try OutputFile(folder.path) }
            #expect(error?.description == "can't write \(folder.path): it is a directory; name a file in it")
        }
    }

    @Test("what is not there is named") func missing() throws {
        try inFolder { folder in
            let path = folder.appending(path: "none/report.json").path
            let error = #expect(throws: OutputError.self) { try OutputFile(path) }
            #expect(error?.reason == "there is no folder \(folder.path)/none; make it first")
        }
    }

    @Test("a link stays a link, and permissions stay as they were") func link() throws {
        try inFolder { folder in
            let target = folder.appending(path: "real.json")
            let link = folder.appending(path: "link.json")
            try "old".write(to: target, atomically: false, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: target.path)
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
            try OutputFile(link.path).finish(Data("new".utf8))
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == target.path)
            #expect(try String(contentsOf: target, encoding: .utf8) == "new")
            let mode = try FileManager.default.attributesOfItem(atPath: target.path)[.posixPermissions] as? Int
            #expect(mode == 0o640)
        }
    }

    @Test("a device is written as it is") func device() throws {
        try OutputFile("/dev/null").finish(Data("x".utf8))
        var status = stat()
        #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    }
}
