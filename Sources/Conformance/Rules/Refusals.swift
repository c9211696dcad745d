import SpecModel

/// The errors by which an API refuses what its constraints forbid.
struct Refusals: Sendable {
    private let api: API

    init(_ api: API) { self.api = api }

    /// A required parameter is absent: MissingParameter by the reference of v1, ValidationError as seen live
    /// (truth entry "SendEmail, Message and Destination absent").
    var missing: Failure { failure(["MissingParameter", "ValidationError"]) }

    /// A value outside what the spec allows.
    var invalidValue: Failure { failure(["InvalidParameterValue", "ValidationError"]) }

    /// A value that is not of the parameter's type; MalformedInput is what probes of the service report.
    var wrongType: Failure {
        failure(
            ["InvalidParameterValue", "MalformedInput", "ValidationError"],
            ["BadRequestException", "SerializationException", "ValidationException"])
    }

    /// An empty text where one character is the least: as good as absent for some.
    var empty: Failure { failure(["InvalidParameterValue", "MissingParameter", "ValidationError"]) }

    /// Parameters that exclude each other, or of which one must be given.
    var combination: Failure {
        failure(["InvalidParameterCombination", "InvalidParameterValue", "MissingParameter", "ValidationError"])
    }

    /// What v1 is said to answer to a value or an index that can't be read; a capture was not published.
    static func malformed(_ wording: String) -> Failure {
        let probes = Evidence(.claimed, "floci-io/floci PRs #2128, #3119, #3163, #3176", date: "2026")
        return Failure(["MalformedInput"], message: Wording(wording, probes), probes)
    }

    /// - Parameters:
    ///   - queryCodes: of the common errors of v1, API reference p. 97.
    ///   - restCodes: of v2, where BadRequestException is what the reference knows for input that is not valid.
    private func failure(
        _ queryCodes: [String], _ restCodes: [String] = ["BadRequestException", "ValidationException"]
    ) -> Failure {
        switch api {
        case .v1: Failure(queryCodes, .documented(page: 97))
        case .v2: Failure(restCodes, .documented(page: "Errors, BadRequestException"))
        }
    }
}
