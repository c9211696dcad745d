/// Everything that one API's spec holds; what a catalogue is made from.
public struct Specification: Sendable {
    public let api: API
    /// Alphabetical.
    public let operations: [Operation]
    /// Alphabetical.
    public let structures: [Structure]
    public let commonParameters: [Member]
    public let commonErrors: [ErrorCase]
    public let scenarios: [Scenario]
    /// Request and answer samples that the reference prints, as scenarios named `reference-sample`.
    public let samples: [Scenario]
    public let probes: [NeedProbe]
    /// What was observed of every operation alike.
    public let observations: [Observation]

    public init(
        api: API, operations: [Operation], structures: [Structure], commonParameters: [Member] = [],
        commonErrors: [ErrorCase] = [], scenarios: [Scenario] = [], samples: [Scenario] = [],
        probes: [NeedProbe] = [], observations: [Observation] = []
    ) {
        self.api = api
        self.operations = operations
        self.structures = structures
        self.commonParameters = commonParameters
        self.commonErrors = commonErrors
        self.scenarios = scenarios
        self.samples = samples
        self.probes = probes
        self.observations = observations
    }
}
