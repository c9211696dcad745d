import Conformance
import ReferenceService
import Wire

/// Runs the cases that may tell of one fault of behaviour, until one does.
struct BehaviourTrial: Sendable {
    let fault: BehaviourFault
    /// Those of the faulty operation first.
    let cases: [Case]

    func result(_ trial: Trial) async -> MutantResult {
        let endpoint = fault.endpoint()
        let ready = await trial.ready(on: endpoint, run: "self", for: cases)
        var warning: String?
        var ends: [Outcome: Int] = [:]
        for `case` in cases {
            let result = await ready.result(of: `case`, run: "run1")
            if result.outcome == .failed { return ended(.killed, "\(`case`.id) \(result.summary)") }
            if !result.warnings.isEmpty { warning = warning ?? "\(`case`.id) \(result.summary)" }
            if fault.faultClass.group == .permitted, result.outcome != .passed {
                return ended(.killed, "\(`case`.id) \(result.summary)")
            }
            ends[result.outcome, default: 0] += 1
        }
        if let warning { return ended(.warned, warning) }
        let counts = ends.sorted { $0.value > $1.value }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        return ended(.survived, "of \(cases.count) cases: \(counts); \(await difference(trial))")
    }

    /// Whether any request of the cases was answered otherwise than by a right service.
    private func difference(_ trial: Trial) async -> String {
        let endpoint = ComparingEndpoint(fault.endpoint(), beside: InProcessEndpoint(ReferenceService.twin()))
        let ready = await trial.ready(on: endpoint, run: "self", for: cases)
        for `case` in cases {
            _ = await ready.result(of: `case`, run: "run2")
            if let difference = endpoint.firstDifference { return "\(difference) in \(`case`.id)" }
        }
        return "every request got the status and code that it should"
    }

    private func ended(_ fate: Fate, _ detail: String) -> MutantResult {
        MutantResult(
            api: fault.api, faultClass: fault.faultClass, subject: fault.operations.joined(separator: ", "),
            what: fault.what,
            fate: fate, detail: detail, excuse: fault.exemption?.reason)
    }
}
