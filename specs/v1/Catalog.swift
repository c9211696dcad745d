import SpecModel

/// The SES v1 query API, version 2010-12-01.
public enum SESv1 {
    public static let specification = Specification(
        api: .v1, operations: receivingOperations.sorted { $0.name < $1.name },
        structures: receivingStructures.sorted { $0.name < $1.name },
        commonParameters: commonParameters, commonErrors: commonErrors,
        scenarios: receivingScenarios + protocolScenarios, samples: [],
        probes: receivingProbes, observations: commonObservations)
}
