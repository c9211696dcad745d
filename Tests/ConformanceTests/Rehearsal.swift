import Foundation
import Golden
import ReferenceService
import SpecCatalog
import SpecModel
import Wire

@testable import Conformance

/// A run without a network or the committed goldens: what the generator would write, in a folder of its own.
final class Rehearsal: Sendable {
    let catalog: Catalog
    let cases: CaseCatalog
    let store: GoldenStore
    private let folder: TemporaryFolder

    /// The whole catalogue; made once for all tests.
    static let standard = Task { try await Rehearsal() }

    /// - Parameter recorded: whom modelled answers are taken from.
    init(
        catalog: Catalog = .standard, recorded: any Endpoint = Rehearsal.service
    ) async throws {
        self.catalog = catalog
        cases = CaseCatalog(catalog)
        folder = try TemporaryFolder()
        store = try GoldenStore.create(root: folder.url)
        for golden in await Rehearsal.goldens(cases, catalog, recorded) { _ = try store.write(golden) }
    }

    /// What `ses-conformance record` writes.
    static func goldens(_ cases: CaseCatalog, _ catalog: Catalog, _ recorded: any Endpoint) async -> [Golden] {
        let composer = GoldenComposer(catalog: catalog)
        var options = Rehearsal.options()
        options.jobs = 1
        options.run = "record"
        let recorder = GoldenRecorder(options: options, endpoint: recorded, catalog: catalog, cases: cases)
        return cases.cases.flatMap { composer.goldens(for: $0) } + (await recorder.record(cases.cases))
    }

    /// What a run asks without being told to ask for more.
    var usual: [Case] { cases.cases.filter { !$0.isDeep } }

    /// What a run's parts are given.
    func context(_ options: RunOptions) -> RunContext {
        RunContext(
            options: options, endpoint: ThingService(), catalog: catalog, cases: cases, observer: SilentObserver(),
            pace: Pace(rate: nil), answered: Guarded(0), liveness: Liveness(jobs: 1), goldens: [:])
    }

    private static let credentials = Wire.Credentials(accessKeyID: "test", secretAccessKey: "test")

    /// A new service that checks signatures.
    static var service: InProcessEndpoint {
        InProcessEndpoint(ReferenceService(settings: Settings(credentials: credentials)))
    }

    static func options() -> RunOptions {
        var options = RunOptions(
            endpointName: "embedded reference service", baseURL: "http://127.0.0.1:8005", isEmbedded: true,
            signer: Signer(credentials: credentials, region: "us-east-1"),
            host: "127.0.0.1:8005", run: "test", toolVersion: "0")
        options.supportTimeout = .seconds(2)
        return options
    }

    func run(
        _ endpoint: any Endpoint = Rehearsal.service, _ selection: [Case]? = nil,
        _ options: RunOptions = Rehearsal.options(), observer: any RunObserver = SilentObserver()
    ) async throws -> RunResult {
        try await Runner(options: options, endpoint: endpoint, catalog: catalog, cases: cases, store: store)
            .run(selection ?? usual, observer: observer)
    }
}

/// A folder that is gone when nobody looks at it any more, or when the tests end.
final class TemporaryFolder: Sendable {
    let url: URL

    private static let left = Guarded<Set<String>>([])
    private static let sweeper: Void = {
        atexit {
            for path in TemporaryFolder.left.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: path) }
        }
    }()

    init() throws {
        _ = TemporaryFolder.sweeper
        url = FileManager.default.temporaryDirectory.appending(path: "rehearsal-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        let path = url.path
        TemporaryFolder.left.withLock { _ = $0.insert(path) }
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
        let path = url.path
        TemporaryFolder.left.withLock { _ = $0.remove(path) }
    }
}

/// Passes requests on, and keeps what was asked by whom.
final class WatchedEndpoint: Endpoint {
    /// The form of one request: `Action`, `Name` …
    struct Call: Sendable, Hashable {
        let parameters: [FormParameter]

        var action: String { self["Action"] ?? "" }

        subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }
    }

    private let inner: any Endpoint
    private let log = Guarded<[Call]>([])

    init(_ inner: any Endpoint) { self.inner = inner }

    /// In the order in which they came.
    var calls: [Call] { log.withLock { $0 } }

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        let call = Call(request)
        log.withLock { $0.append(call) }
        return try await inner.exchange(request, within: deadline)
    }
}

extension WatchedEndpoint.Call {
    /// What a request's query and body say; nothing where they are no form.
    init(_ request: HTTPRequest) {
        let query = request.target.split(separator: "?", maxSplits: 1).dropFirst().first.map { Array($0.utf8) } ?? []
        parameters = ((try? FormEncoding.decode(query)) ?? []) + ((try? FormEncoding.decode(request.body)) ?? [])
    }
}
