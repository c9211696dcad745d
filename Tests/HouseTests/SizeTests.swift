import Foundation
import Testing

@Suite struct SizeTests {
    @Test("a file has at most 250 lines; tables in specs may be longer", arguments: ["Sources", "Tests"])
    func lengths(_ folder: String) throws {
        for file in try House.swiftFiles(below: folder) {
            let count = try House.lines(file).count
            #expect(count <= 250, "\(file) has \(count) lines")
        }
    }

    @Test(
        "nothing traps on purpose, and nothing is left for later",
        arguments: ["Sources", "specs"], ["try!", "as!", "fatalError(", "TODO", "FIXME"])
    func words(_ folder: String, _ word: String) throws {
        for file in try House.swiftFiles(below: folder) {
            for (index, line) in try House.lines(file).enumerated() where line.contains(word) {
                Issue.record("\(file):\(index + 1) has '\(word)': \(line)")
            }
        }
    }

    @Test("only Guarded vouches for its own thread safety")
    func unchecked() throws {
        for file in try House.swiftFiles(below: "Sources") where !file.hasSuffix("/Guarded.swift") {
            for (index, line) in try House.lines(file).enumerated()
            where line.contains("@unchecked Sendable") || line.contains("nonisolated(unsafe)") {
                Issue.record("\(file):\(index + 1) escapes the compiler's checks: \(line)")
            }
        }
    }

    @Test("the top level holds what the design names and nothing else")
    func topLevel() throws {
        let named: Set = [
            "Package.swift", "Sources", "Tests", "golden", "specs", "README.md", "LICENSE", "CONTRIBUTING.md",
            "CHANGELOG.md", ".ci", ".github", ".swift-format", ".gitignore",
        ]
        // What tools and editors leave behind, and git does not keep.
        let left: Set = [".git", ".swiftpm", "Package.resolved", ".DS_Store", ".vscode", ".idea"]
        let found = try FileManager.default.contentsOfDirectory(atPath: House.root.path)
        for name in found where !named.contains(name) && !left.contains(name) {
            #expect(name.hasPrefix(".build") || name.hasSuffix(".swp"), "the top level holds '\(name)'")
        }
        #expect(found.contains("Package.swift"))
    }

    @Test("the package depends on no other")
    func packages() throws {
        let manifest = try House.text("Package.swift")
        #expect(!manifest.contains(".package("), "Package.swift names a package")
        #expect(!manifest.contains("binaryTarget"), "Package.swift names a binary")
    }
}
