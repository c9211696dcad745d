/// One of the two APIs of Amazon SES that this project describes.
public enum API: String, Sendable, Hashable, CaseIterable, Comparable {
    /// The query API: form requests, XML answers.
    case v1
    /// The REST-JSON API.
    case v2

    /// The value of `Version`, or the version in the service model, such as `2010-12-01`.
    public var version: String {
        switch self {
        case .v1: "2010-12-01"
        case .v2: "2019-09-27"
        }
    }

    /// The namespace of every v1 answer.
    ///
    /// Source: every sample of the API reference; truth entry "ListIdentities, no identities".
    public static let namespace = "http://ses.amazonaws.com/doc/2010-12-01/"

    public static func < (left: API, right: API) -> Bool { left.rawValue < right.rawValue }
}
