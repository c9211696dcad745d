import Foundation
import Testing

/// One room and whom it may import.
struct Room: Sendable, CustomTestStringConvertible {
    let name: String
    let folder: String
    /// Rooms of the house.
    let rooms: Set<String>
    /// Modules of the toolchain.
    let toolchain: Set<String>

    var testDescription: String { name }

    init(_ name: String, folder: String? = nil, _ rooms: Set<String>, toolchain: Set<String> = Room.modules) {
        self.name = name
        self.folder = folder ?? "Sources/\(name)"
        self.rooms = rooms
        self.toolchain = toolchain
    }

    static let modules: Set = [
        "Foundation", "FoundationNetworking", "FoundationXML", "Glibc", "Dispatch", "Synchronization",
    ]

    /// Who may import whom; every room but the specs' own may import SpecModel.
    static let all = [
        Room("SpecModel", [], toolchain: []),
        Room("SpecsV1", folder: "specs/v1", ["SpecModel"], toolchain: []),
        Room("SpecsV2", folder: "specs/v2", ["SpecModel"], toolchain: []),
        Room("SpecCatalog", ["SpecModel", "SpecsV1", "SpecsV2"]),
        Room("Wire", ["SpecModel"]),
        Room("Diff", ["SpecModel", "Wire"]),
        Room("Golden", ["SpecModel", "SpecCatalog", "Wire", "Diff"]),
        Room("ReferenceService", ["SpecModel", "SpecCatalog", "Wire"]),
        Room("Conformance", ["SpecModel", "SpecCatalog", "Wire", "Diff", "Golden"]),
        Room(
            "Mutation",
            ["SpecModel", "SpecCatalog", "Wire", "Diff", "Golden", "Conformance", "ReferenceService"]),
        Room("Report", ["SpecModel", "SpecCatalog", "Diff", "Conformance"]),
        Room(
            "ses-conformance",
            [
                "SpecModel", "SpecsV1", "SpecsV2", "SpecCatalog", "Wire", "Diff", "Golden", "ReferenceService",
                "Conformance", "Mutation", "Report",
            ]),
    ]

    /// `Sources/Wire/Tree.swift:3 imports Report, which Wire may not`, for each import that is not allowed.
    func violations(in lines: [String], of file: String) -> [String] {
        lines.enumerated().compactMap { index, line in
            guard let module = Self.imported(by: line), !rooms.contains(module), !toolchain.contains(module) else {
                return nil
            }
            return "\(file):\(index + 1) imports \(module), which \(name) may not"
        }
    }

    /// The module that a line imports, whatever stands before and after its name.
    static func imported(by line: String) -> String? {
        let attribute = #/@\w+(\([^)]*\))?\s+/#
        var rest = line.drop { $0.isWhitespace }
        while let match = rest.prefixMatch(of: attribute) { rest = rest[match.range.upperBound...] }
        let statement = #/((public|package|internal|fileprivate|private)\s+)?import\s+/#
        guard let match = rest.prefixMatch(of: statement) else { return nil }
        rest = rest[match.range.upperBound...]
        let kind = #/(struct|class|enum|protocol|func|var|let|typealias)\s+/#
        if let match = rest.prefixMatch(of: kind) { rest = rest[match.range.upperBound...] }
        return String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    }
}

@Suite struct LayeringTests {
    @Test("a room imports only whom it may", arguments: Room.all)
    func layers(_ room: Room) throws {
        let files = try House.swiftFiles(below: room.folder)
        #expect(!files.isEmpty, "there is no file in \(room.folder)")
        for file in files {
            for violation in room.violations(in: try House.lines(file), of: file) {
                Issue.record("\(violation)")
            }
        }
    }

    @Test("every room stands in the table", arguments: ["Sources", "specs"])
    func table(_ folder: String) throws {
        let found = try FileManager.default.contentsOfDirectory(atPath: House.root.appending(path: folder).path)
            .filter { !$0.contains(".") }.map { "\(folder)/\($0)" }
        #expect(Set(found) == Set(Room.all.map(\.folder).filter { $0.hasPrefix(folder + "/") }))
    }

    @Test(
        "imports are read however they are written",
        arguments: [
            ("import Wire", "Wire"), ("  @testable import Wire // why", "Wire"), ("public import Wire", "Wire"),
            ("@_spi(Testing) @preconcurrency import struct Foundation.Data", "Foundation"),
            ("/// import Wire", nil), ("let important = 1", nil),
        ] as [(String, String?)])
    func reading(_ line: String, _ module: String?) {
        #expect(Room.imported(by: line) == module)
    }

    @Test("an import from above is found with file and line")
    func violation() throws {
        let wire = try #require(Room.all.first { $0.name == "Wire" })
        let found = wire.violations(in: ["import SpecModel", "", "import Report"], of: "Sources/Wire/A.swift")
        #expect(found == ["Sources/Wire/A.swift:3 imports Report, which Wire may not"])
    }
}
