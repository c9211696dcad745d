import SpecModel

/// The SES v2 REST-JSON API, version 2019-09-27.
public enum SESv2 {
    public static let specification = Specification(
        api: .v2, operations: operations, structures: structures, commonErrors: commonErrors,
        scenarios: scenarios, probes: probes,
        observations: commonObservations)
}
