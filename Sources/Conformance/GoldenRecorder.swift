import Diff
import Golden
import SpecCatalog
import SpecModel
import Wire

/// Adds the goldens that no statement gives: answers of an endpoint, taken in as `modelled`.
///
/// Only steps whose expectation is ``Expectation/modelled`` are asked for, so that whatever the
/// endpoint does changes no golden of another provenance.
public struct GoldenRecorder: Sendable {
    private let options: RunOptions
    private let endpoint: any Endpoint
    private let catalog: Catalog
    private let cases: CaseCatalog

    public init(options: RunOptions, endpoint: any Endpoint, catalog: Catalog, cases: CaseCatalog) {
        self.options = options
        self.endpoint = endpoint
        self.catalog = catalog
        self.cases = cases
    }

    /// The goldens of the modelled steps among these cases.
    public func record(_ selection: [Case]) async -> [Golden] {
        let wanted = selection.filter { $0.judged.contains { $0.expectation.isModelled } }
        var context = RunContext(
            options: options, endpoint: endpoint, catalog: catalog, cases: cases, observer: SilentObserver(),
            pace: Pace(rate: nil), answered: Guarded(0), liveness: Liveness(jobs: 1), goldens: [:])
        var goldens: [Golden] = []
        for `case` in wanted {
            // What one case needs must not be in the lists that another one reads.
            var keeper = await NeedStage(selection: [`case`]).run(&context)
            goldens += await record(`case`, context)
            await keeper.cleanUp()
        }
        return goldens
    }

    private func record(_ case: Case, _ context: RunContext) async -> [Golden] {
        let label = String(cases.number(of: `case`.id), radix: 36)
        var conversation = Conversation(context: context, api: `case`.api, label: label)
        var goldens: [Golden] = []
        for step in `case`.setup { _ = await conversation.send(step) }
        for step in `case`.judged {
            guard case .answer(let answer, _, _) = await conversation.send(step), let tree = answer.tree,
                step.expectation.isModelled
            else { continue }
            let api = step.api(in: `case`.api)
            goldens.append(
                Golden(
                    id: GoldenID(caseID: `case`.id, step: step.name, api: step.api), provenance: .modelled,
                    source: "reference service",
                    request: RequestComposer(catalog: catalog, api: api).goldenRequest(of: step),
                    status: answer.status, contentType: api.mediaType, errorType: answer.errorTypeInHeader,
                    tree: normalised(tree, of: answer, step, api, conversation.resolver.bindings)))
        }
        await conversation.cleanUp(`case`.cleanup)
        return goldens
    }

    private func normalised(_ tree: Tree, of answer: Answer, _ step: Step, _ api: API, _ bindings: Bindings) -> Tree {
        // The body of an error has no member of the operation's.
        let operation = 200..<300 ~= answer.status ? catalog.operation(api, step.operation) : nil
        return Normaliser(structures: catalog.structures(api), bindings: bindings).tree(of: tree, operation: operation)
    }
}

extension Expectation {
    /// Whether the reference service's own answer is the golden, because nothing better is known.
    var isModelled: Bool {
        switch self {
        case .modelled: true
        case .result(_, let evidence): evidence.provenance == .modelled
        default: false
        }
    }
}

/// Watches nothing.
public struct SilentObserver: RunObserver {
    public init() {}
    public func began(_ stage: String, count: Int) {}
    public func finished(_ result: CaseResult) {}
    public var isInterrupted: Bool { false }
}
