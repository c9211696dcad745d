// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A room of the house: a target below `Sources`, unless a path says otherwise.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil) -> Target {
    .target(name: name, dependencies: dependencies, path: path, swiftSettings: strict)
}

/// The tests of a room; they may look at every room that the room itself may import.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name + "Tests", dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
    name: "ses-conformance",
    products: [.executable(name: "ses-conformance", targets: ["ses-conformance"])],
    targets: [
        room("SpecModel"),
        room("SpecsV1", ["SpecModel"], path: "specs/v1"),
        room("SpecsV2", ["SpecModel"], path: "specs/v2"),
        room("SpecCatalog", ["SpecModel", "SpecsV1", "SpecsV2"]),
        room("Wire", ["SpecModel"]),
        room("Diff", ["SpecModel", "Wire"]),
        room("Golden", ["SpecModel", "SpecCatalog", "Wire", "Diff"]),
        room("ReferenceService", ["SpecModel", "SpecCatalog", "Wire"]),
        room("Conformance", ["SpecModel", "SpecCatalog", "Wire", "Diff", "Golden"]),
        room("Mutation", ["SpecModel", "SpecCatalog", "Wire", "Diff", "Golden", "Conformance", "ReferenceService"]),
        room("Report", ["SpecModel", "SpecCatalog", "Conformance"]),
        .executableTarget(
            name: "ses-conformance",
            dependencies: [
                "SpecModel", "SpecsV1", "SpecsV2", "SpecCatalog", "Wire", "Diff", "Golden",
                "ReferenceService", "Conformance", "Mutation", "Report",
            ],
            swiftSettings: strict),
        tests("SpecModel", ["SpecModel"]),
        tests("SpecCatalog", ["SpecCatalog", "SpecModel", "SpecsV1", "SpecsV2"]),
        // A server that misbehaves, for the tests of the client and of the tool.
        room("HostileServer", ["Wire"], path: "Tests/HostileServer"),
        // Seeded inputs for the tests of parsers.
        room("Fuzzing", path: "Tests/Fuzzing"),
        tests("Wire", ["Wire", "SpecModel", "HostileServer", "Fuzzing"]),
        tests("Diff", ["Diff", "SpecModel", "Wire"]),
        tests("Golden", ["Golden", "SpecModel", "SpecCatalog", "Wire", "Diff", "Fuzzing"]),
        tests("ReferenceService", ["ReferenceService", "SpecModel", "SpecCatalog", "Wire"]),
        tests(
            "Conformance",
            ["Conformance", "SpecModel", "SpecCatalog", "Wire", "Diff", "Golden", "ReferenceService", "Fuzzing"]),
        tests(
            "Mutation",
            ["Mutation", "SpecModel", "SpecCatalog", "Wire", "Diff", "Golden", "Conformance", "ReferenceService"]),
        tests("Report", ["Report", "SpecModel", "SpecCatalog", "Conformance", "Diff", "Wire"]),
        tests("House", []),
        tests("Tool", ["ses-conformance", "ReferenceService", "SpecModel", "Wire", "Golden", "HostileServer"]),
    ]
)
