import Foundation
import Golden
import ReferenceService
import SpecCatalog
import SpecModel
import Wire

@testable import Conformance

/// A run without a network or the committed goldens: composed goldens in a folder of its own.
struct Rehearsal {
    let catalog: Catalog
    let cases: CaseCatalog
    let store: GoldenStore
    let folder: URL

    init(catalog: Catalog = .standard) throws {
        self.catalog = catalog
        cases = CaseCatalog(catalog)
        folder = FileManager.default.temporaryDirectory.appending(path: "rehearsal-\(UUID().uuidString)")
        store = try GoldenStore.create(root: folder)
        let composer = GoldenComposer(catalog: catalog)
        for golden in cases.cases.flatMap({ composer.goldens(for: $0) }) { _ = try store.write(golden) }
    }

    static func options() -> RunOptions {
        RunOptions(
            endpointName: "embedded reference service", baseURL: "http://127.0.0.1:8005", isEmbedded: true,
            signer: Signer(
                credentials: Wire.Credentials(accessKeyID: "test", secretAccessKey: "test"), region: "us-east-1"),
            host: "127.0.0.1:8005", run: "test", toolVersion: "0")
    }

    func run(
        _ endpoint: any Endpoint = InProcessEndpoint(ReferenceService()), _ selection: [Case]? = nil
    ) async throws -> RunResult {
        try await Runner(
            options: Rehearsal.options(), endpoint: endpoint, catalog: catalog, cases: cases, store: store
        ).run(selection ?? cases.cases, observer: SilentObserver())
    }
}
