import Foundation
import FoundationXML
import Golden
import ReferenceService
import SpecCatalog
import SpecModel
import Testing
import Wire

@testable import Conformance

/// The committed goldens.
@Suite struct GoldenFolderTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "golden", directoryHint: .isDirectory)
    private static let mend = "run: ses-conformance record"

    private let store: GoldenStore

    init() throws { store = try GoldenStore(root: Self.folder) }

    private func text(_ id: GoldenID) throws -> String {
        try String(contentsOfFile: store.path(of: id), encoding: .utf8)
    }

    private func all() throws -> [Golden] { try store.ids().compactMap { try store.read($0) } }

    @Test("the folder is what the generator writes, file by file and byte by byte") func generated() async throws {
        let rehearsal = try await Rehearsal.standard.value
        let wanted = Set(try rehearsal.store.ids())
        let found = Set(try store.ids())
        let missing = wanted.subtracting(found).map { "\($0).xml" }.sorted()
        let orphans = found.subtracting(wanted).map { "\($0).xml" }.sorted()
        #expect(missing.isEmpty, "\(Self.mend); missing: \(missing.prefix(20))")
        #expect(orphans.isEmpty, "\(Self.mend); of no case: \(orphans.prefix(20))")
        var differing: [String] = []
        for id in wanted.intersection(found) {
            let fresh = try String(contentsOfFile: rehearsal.store.path(of: id), encoding: .utf8)
            let isRecorded = try store.read(id)?.recording != nil
            if !isRecorded, try text(id) != fresh { differing.append("\(id).xml") }
        }
        #expect(differing.isEmpty, "\(Self.mend); out of date: \(differing.sorted().prefix(20))")
    }

    @Test("the folder holds goldens and its marker, and nothing else") func strangers() throws {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path)
        let known = Set(
            try store.ids().map { GoldenStore.relativePath(of: $0) } + [GoldenStore.formatFile, "README.md"])
        let strangers = paths.filter { path in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: "\(Self.folder.path)/\(path)", isDirectory: &isFolder)
            return !isFolder.boolValue && !known.contains(path) && !path.hasPrefix(".pending")
        }
        #expect(strangers == [])
    }

    @Test("every golden reads back as it is written, and is XML or JSON that any program can read")
    func canonical() throws {
        for golden in try all() {
            let text = try text(golden.id)
            #expect(try GoldenFile.text(of: golden) == text, "\(golden.id) is not canonical; \(Self.mend)")
            #expect(text.hasSuffix(golden.id.api == .v1 ? ">\n" : "}\n") && !text.contains("\r"), "\(golden.id)")
        }
        let parser = XMLParserProbe()
        #expect(!parser.parses("<a><b></a>"))
        #expect(!isJSON("{\"a\": 1"))
        for id in try store.ids() {
            let text = try text(id)
            #expect(id.api == .v1 ? parser.parses(text) : isJSON(text), "\(id) can't be read")
        }
    }

    private func isJSON(_ text: String) -> Bool {
        (try? JSONSerialization.jsonObject(with: Data(text.utf8))) is [String: Any]
    }

    @Test("every judged step has its golden, and every golden answers the request of its step") func complete() throws {
        let cases = CaseCatalog(.standard)
        var count = 0
        for one in cases.cases {
            let composer = RequestComposer(catalog: .standard, api: one.api)
            for step in one.judged where step.expectation.hasGolden {
                let goldens = try store.load(one.id, step: step.name, api: step.api)
                #expect(!goldens.isEmpty, "\(one.id) step '\(step.name)' has no golden; \(Self.mend)")
                let request = composer.goldenRequest(of: step)
                #expect(goldens.allSatisfy { $0.request == request }, "\(one.id) step '\(step.name)'; \(Self.mend)")
                count += goldens.count
            }
        }
        #expect(try store.ids().count == count)
    }

    @Test("every golden has a source, and a wording only if somebody published it") func provenance() throws {
        for golden in try all() {
            #expect(!golden.source.isEmpty, "\(golden.id)")
            let isRecorded = golden.provenance == .recorded
            if golden.recording == nil {
                #expect(!isRecorded, "\(golden.id): recorded by nobody")
            } else {
                // Only what an endpoint answered is exempt from what the spec says, and only the service is the service.
                #expect(isRecorded || golden.provenance == .modelled, "\(golden.id): not what record takes in")
                #expect(try EndpointURL(golden.source).isAmazon == isRecorded, "\(golden.id): \(golden.source)")
            }
            #expect(!golden.source.lowercased().contains("handwritten"), "\(golden.id)")
            guard !golden.isSuccess else { continue }
            let message = Answer(status: golden.status, tree: golden.tree).errorMessage(golden.id.api) ?? ""
            let isPublished = isRecorded || publishedWordings.contains(message)
            #expect(message == "⟦any⟧" || isPublished, "\(golden.id): nobody published '\(message)'")
        }
    }

    @Test("each sample of the reference is a documented golden") func samples() throws {
        let samples = Catalog.standard.specifications.flatMap(\.samples)
        #expect(samples.count == 22)
        for sample in samples {
            let id = "v1/\(sample.operation)/\(sample.name)"
            let goldens = try sample.steps.flatMap { try store.load(id, step: $0.name) }
            #expect(!goldens.isEmpty, "\(id)")
            #expect(goldens.allSatisfy { $0.provenance == .documented }, "\(id): \(goldens.map(\.provenance))")
            #expect(goldens.contains { $0.source.hasPrefix("API reference p. ") }, "\(id): \(goldens.map(\.source))")
        }
    }

    /// Every wording in the spec that somebody published an answer with.
    private var publishedWordings: Set<String> {
        let catalog = Catalog.standard
        let provoked = catalog.operations.flatMap(\.errors).flatMap { error -> [Wording] in
            guard case .provoked(let provocations) = error.reach else { return [] }
            return provocations.compactMap(\.message)
        }
        let scenarios = catalog.specifications.flatMap { $0.scenarios + $0.samples }
        let stated = scenarios.flatMap(\.steps).flatMap { $0.expectation.wordings }
        return Set((provoked + stated).filter { $0.evidence.provenance <= .published }.map(\.text))
    }
}

extension SpecModel.Expectation {
    fileprivate var wordings: [Wording] {
        switch self {
        case .failure(let failure): failure.message.map { [$0] } ?? []
        case .anyOf(let choices): choices.flatMap(\.wordings)
        default: []
        }
    }
}

/// The toolchain's own parser, which knows nothing of goldens.
private struct XMLParserProbe {
    func parses(_ text: String) -> Bool {
        let parser = XMLParser(data: Data(text.utf8))
        return parser.parse() && parser.parserError == nil
    }
}
