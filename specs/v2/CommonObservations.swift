import SpecModel

/// What was seen or said of every operation alike, and of operations beyond this spec.
///
/// Source: the public places that each entry names.
extension SESv2 {
    static let commonObservations: [Observation] = [
        Observation(
            "nobody has the access key", status: 403, code: "UnrecognizedClientException",
            message: "The security token included in the request is invalid.",
            Evidence(.published, "django-ses/django-ses#283", date: "2023-05")),
        Observation(
            "the request has no Authorization", status: 403, code: "MissingAuthenticationTokenException",
            message: "Missing Authentication Token",
            Evidence(.published, "putyourlightson/craft-amazon-ses#15", date: "2024-04-01")),
        Observation(
            "a number for a text", status: 400, code: "SerializationException",
            message: "NUMBER_VALUE can not be converted to a String", serializationProbes),
        Observation(
            "true for a text", status: 400, code: "SerializationException",
            message: "TRUE_VALUE can not be converted to a String", unasked),
        Observation(
            "a list for a text", status: 400, code: "SerializationException",
            message: "Start of list found where not expected", unasked),
        Observation(
            "an object for a text", status: 400, code: "SerializationException",
            message: "Start of structure or map found where not expected.", unasked),
        Observation(
            "a text for a list", status: 400, code: "SerializationException", message: "Expected list or null",
            serializationProbes),
        Observation(
            "PageSize is no number", status: 400, code: "SerializationException",
            message: "'⟦any⟧' can not be converted to Integer", unasked),
        Observation(
            "GetConfigurationSet: a set of which nothing was set", status: 200,
            Evidence(.published, "cloud-custodian/cloud-custodian:test_ses_configuration_set_v2_query")),
        Observation(
            "ListConfigurationSets: two sets", status: 200,
            Evidence(.published, "cloud-custodian/cloud-custodian:test_ses_configuration_set_v2_query")),
        Observation(
            "CreateConfigurationSet: SuppressionOptions without reasons", status: 500, code: "InternalFailure",
            serializationProbes),
        Observation(
            "PutEmailIdentityDkimAttributes: an identity that there is not", status: 400,
            code: "BadRequestException", message: "Domain ⟦any⟧ is not verified for DKIM signing.",
            Evidence(.claimed, "floci-io/floci PR #723", date: "2026")),
    ]

    static let serializationProbes = Evidence(.claimed, "floci-io/floci PR #1307", date: "2026-06-13")

    /// What somebody's code does, and nobody says that the service was asked.
    static let unasked = Evidence(.modelled, "floci-io/floci source code: nobody says that the service was asked")
}
