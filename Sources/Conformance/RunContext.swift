import Diff
import Golden
import SpecCatalog
import SpecModel
import Wire

/// What every case of a run shares.
struct RunContext: Sendable {
    let options: RunOptions
    var endpoint: any Endpoint
    let catalog: Catalog
    var cases: CaseCatalog
    let observer: any RunObserver
    let pace: Pace
    /// Requests that were answered.
    let answered: Guarded<Int>
    let liveness: Liveness
    /// Goldens of the selected cases by case and step.
    var goldens: [String: [String: [Golden]]]
    /// Filled stage by stage, before the cases that look at them run.
    var support: [String: OperationSupport] = [:]
    /// Why a need of an API's cases is not met; nothing for those that are.
    var unmet: [API: [Need: String]] = [:]
    var controls: [Control.Key: ControlResult] = [:]
    /// `resource:sns-topic` and the like.
    var known: [String: String] = [:]
    /// The address that all cases of an API send from; one for each, as an endpoint may keep the two apart.
    var senders: [API: String] = [:]
    /// Whose sender is verified, so that no case need do that, and none may undo it.
    var readySenders: Set<API> = []

    /// What the cases of an API know before their first request.
    func known(_ api: API) -> [String: String] {
        var known = known
        known["sender"] = senders[api]
        return known
    }

    /// Says what resources and senders are called, before anything is asked.
    mutating func name() {
        for need in Need.allCases {
            known["resource:\(need.rawValue)"] = options.resources[need] ?? need.defaultResource
        }
        // What another endpoint verified is not verified here.
        readySenders = []
        for api in catalog.specifications.map(\.api) {
            let suffix = api == .v1 ? "" : "-\(api.rawValue)"
            senders[api] = options.sender ?? "sc-\(options.run)-sender\(suffix)@example.com"
            if options.sender != nil { readySenders.insert(api) }
        }
    }

    func operation(_ api: API, _ name: String) -> Operation? { catalog.operation(api, name) }

    /// Holds answers of an operation against what a case expects of them.
    ///
    /// - Parameter prefix: what the case's own names begin with, without the hyphen behind it.
    func comparer(of name: String, _ api: API, own prefix: String, strictEnvelope: Bool) -> AnswerComparer {
        AnswerComparer(
            operation: operation(api, name), structures: catalog.structures(api),
            isOwn: { $0.contains(prefix + "-") }, exactCounters: options.exactCounters,
            strictEnvelope: strictEnvelope)
    }

    /// Whether it is still being found out what the endpoint offers: nothing is judged yet.
    var isAsking: Bool = false
    /// Operations that took their minimal valid request before the cases were run.
    var acceptedOperations: Set<String> = []

    func isUnsupported(_ api: API, _ name: String) -> Bool {
        support["\(api.rawValue)/\(name)"].map { !$0.isSupported } ?? false
    }
}

/// How a control ended.
enum ControlResult: Sendable {
    case accepted
    /// Why a negative that rests on it says nothing.
    case refused(String)
    /// Nobody was there any more.
    case unreachable(String)
}

/// Spaces requests out over all jobs.
final class Pace: Sendable {
    private let interval: Duration?
    private let next: Guarded<ContinuousClock.Instant>

    init(rate: Double?) {
        interval = rate.map { .seconds(1 / $0) }
        next = Guarded(ContinuousClock.now)
    }

    /// Lets nobody send for a while: the endpoint asked for that.
    func hold(for pause: Duration) { next.withLock { $0 = max($0, ContinuousClock.now + pause) } }

    /// Waits for the next free slot.
    func wait() async {
        let interval = interval ?? .zero
        let slot = next.withLock { next in
            let slot = max(next, ContinuousClock.now)
            next = slot + interval
            return slot
        }
        if slot > ContinuousClock.now { try? await Task.sleep(until: slot, clock: .continuous) }
    }
}
