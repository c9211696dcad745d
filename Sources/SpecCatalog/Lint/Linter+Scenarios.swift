import SpecModel

/// Scenarios, samples and probes.
extension Linter {
    mutating func checkScenarios() {
        let scenarios = specification.scenarios + specification.samples
        checkUnique(scenarios.map { "\($0.operation)/\($0.name)" }, "scenario", at: api)
        for scenario in scenarios { check(scenario) }
    }

    private mutating func check(_ scenario: Scenario) {
        let place = "\(api)/\(scenario.operation)/\(scenario.name)"
        checkKebabCase(scenario.name, "scenario", at: place)
        checkText(scenario.title, "title", at: place)
        check(scenario.source, at: place)
        // Where nobody knows the right answer, or only claims to, nothing can be required.
        let isBinding =
            scenario.source.provenance.isBinding && scenario.steps.contains(where: \.expectation.isBinding)
        checkText(scenario.requirement, "requirement", at: place)
        if isBinding, !scenario.requirement.contains("MUST") {
            add(.malformedRequirement, at: place, "requirement '\(scenario.requirement)' says nothing that MUST hold")
        }
        if operations[scenario.operation] == nil {
            add(.unknownOperation, at: place, "there is no operation '\(scenario.operation)'")
        }
        if !scenario.steps.contains(where: \.expectation.isJudged) {
            add(.malformedStep, at: place, "no step is judged, so that the scenario can't fail")
        }
        if scenario.steps.contains(where: { $0.envelope.transmission != nil }) != scenario.needs.contains(.plainHTTP) {
            add(.malformedStep, at: place, "what is sent in an unusual way needs \(Need.plainHTTP.rawValue)")
        }
        var captures: Set<String> = []
        check(steps: scenario.setup, at: "\(place) setup", for: nil, &captures)
        check(steps: scenario.steps, at: place, for: nil, &captures)
        check(steps: scenario.cleanup, at: "\(place) cleanup", for: nil, &captures)
        checkNames(ofJudged: scenario.steps, at: place, isAlone: true)
    }

    mutating func checkProbes() {
        // The ways to meet one need differ in what they ask of the endpoint.
        checkUnique(specification.probes.map(\.way), "probe", at: api)
        for probe in specification.probes {
            let place = "\(api) probe \(probe.need.rawValue)"
            var captures: Set<String> = []
            check(steps: probe.steps, at: place, for: nil, &captures)
            if probe.steps.isEmpty { add(.malformedStep, at: place, "it has no steps") }
            if let resource = probe.resource, !captures.contains(resource) {
                add(.unknownCapture, at: place, "the resource is captured as '\(resource)' by no step")
            }
        }
    }
}

extension NeedProbe {
    /// `verified-identity by VerifyEmailIdentity, SendEmail`.
    fileprivate var way: String { "\(need.rawValue) by \(steps.map(\.operation).joined(separator: ", "))" }
}

extension Expectation {
    /// Whether the answer is held against something, or at least reported.
    var isJudged: Bool {
        switch self {
        case .accepted, .ignored: false
        case .result, .failure, .status, .modelled, .observed, .anyOf: true
        }
    }

    /// Whether an answer may fail the case.
    var isBinding: Bool {
        switch self {
        case .result(_, let evidence): evidence.provenance.isBinding
        case .failure(let failure): failure.evidence.provenance.isBinding
        case .status(_, let evidence): evidence.provenance.isBinding
        case .anyOf(let expectations): expectations.contains(where: \.isBinding)
        case .accepted, .ignored, .modelled, .observed: false
        }
    }

    /// Whether a success is expected, and nothing else.
    var isSuccess: Bool {
        switch self {
        case .accepted, .result: true
        case .anyOf(let expectations): expectations.allSatisfy(\.isSuccess)
        case .failure, .status, .ignored, .modelled, .observed: false
        }
    }
}
