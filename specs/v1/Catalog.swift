import SpecModel

/// The SES v1 query API, version 2010-12-01.
public enum SESv1 {
    public static let specification = Specification(
        api: .v1,
        operations: (identityOperations + receivingOperations).sorted { $0.name < $1.name },
        structures: (identityStructures + receivingStructures).sorted { $0.name < $1.name },
        commonParameters: commonParameters, commonErrors: commonErrors,
        scenarios: identityScenarios + receivingScenarios + protocolScenarios, samples: samples,
        probes: receivingProbes + identityProbes + [signatureProbe], observations: commonObservations)
}
