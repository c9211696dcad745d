import Foundation
import Golden
import Testing

@Suite struct GoldenDirectoryTests {
    /// Makes a golden folder below the given one.
    static func make(_ folder: URL, _ path: String) throws {
        let golden = folder.appending(path: path)
        try FileManager.default.createDirectory(at: golden, withIntermediateDirectories: true)
        try Data("1\n".utf8).write(to: golden.appending(path: "FORMAT"))
    }

    @Test("the option goes before the variable, that before the directories above, those before the executable's")
    func order() throws {
        try Samples.withFolder { folder in
            for path in ["option", "variable", "project/golden", "bin/golden"] { try Self.make(folder, path) }
            let work = folder.appending(path: "project/deep/er")
            try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
            let executable = folder.appending(path: "bin/tool")
            let environment = [GoldenDirectory.variable: folder.appending(path: "variable").path]
            let find = { (option: String?, environment: [String: String], work: URL) in
                try GoldenDirectory.find(
                    option: option, environment: environment, workingDirectory: work, executable: executable)
            }
            let option = folder.appending(path: "option").path
            #expect(try find(option, environment, work).path == option)
            #expect(try find("../../../option", [:], work).path == option)
            #expect(try find(nil, environment, work).path == folder.appending(path: "variable").path)
            #expect(
                try find(nil, [GoldenDirectory.variable: ""], work).path
                    == folder.appending(path: "project/golden").path)
            #expect(try find(nil, [:], folder).path == folder.appending(path: "bin/golden").path)
        }
    }

    @Test("every place that was tried is named") func tried() throws {
        try Samples.withFolder { folder in
            let work = folder.appending(path: "work")
            let error = #expect(throws: GoldenError.self) {
                try GoldenDirectory.find(
                    option: nil, environment: [:], workingDirectory: work,
                    executable: folder.appending(path: "bin/tool"))
            }
            guard case .noDirectory(let tried)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            for place in ["work/golden", "golden", "bin/golden"] {
                #expect(tried.contains(folder.appending(path: place).path))
            }
            #expect(tried.contains("/golden"))
            #expect(error.map { "\($0)" }?.hasSuffix("; pass --golden DIR") == true)
        }
    }

    @Test("what is named must be there") func named() throws {
        try Samples.withFolder { folder in
            try Self.make(folder, "golden")
            let error = #expect(throws: GoldenError.self) {
                try GoldenDirectory.find(
                    option: "nowhere", environment: [:], workingDirectory: folder, executable: nil)
            }
            #expect(error == .noDirectory(tried: ["\(folder.appending(path: "nowhere").path) (--golden)"]))
        }
    }
}
