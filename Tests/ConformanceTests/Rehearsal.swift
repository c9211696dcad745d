import Foundation
import Golden
import ReferenceService
import SpecCatalog
import SpecModel
import Wire

@testable import Conformance

/// A run without a network, over the committed goldens.
struct Rehearsal: Sendable {
    let catalog = Catalog.standard
    let cases = CaseCatalog(.standard)
    private let store: GoldenStore

    private static let made = Result { try Rehearsal() }

    /// Made once, since every test asks the same cases.
    static var shared: Rehearsal { get throws { try made.get() } }

    private init() throws {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        store = try GoldenStore(root: package.appending(path: "golden"))
    }

    static func options() -> RunOptions {
        RunOptions(
            endpointName: "embedded reference service", baseURL: "http://127.0.0.1:8005", isEmbedded: true,
            signer: Signer(
                credentials: Wire.Credentials(accessKeyID: "test", secretAccessKey: "test"), region: "us-east-1"),
            host: "127.0.0.1:8005", run: "test", toolVersion: "0")
    }

    func run(
        _ endpoint: any Endpoint = InProcessEndpoint(ReferenceService()), _ selection: [Case]? = nil,
        options: RunOptions = Rehearsal.options(), observer: any RunObserver = SilentObserver()
    ) async throws -> RunResult {
        try await Runner(options: options, endpoint: endpoint, catalog: catalog, cases: cases, store: store)
            .run(selection ?? cases.cases, observer: observer)
    }
}
