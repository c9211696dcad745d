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
