/// Emulators that the tool has presets for.
enum Target: String, Sendable, CaseIterable {
    case moto, ministack, localstack

    /// Where a POST empties it; nil where nothing does.
    var resetPath: String? {
        switch self {
        case .moto: "/moto-api/reset"
        case .ministack: "/_ministack/reset"
        case .localstack: nil
        }
    }

    /// For each exchange: the first request of a service may load it.
    var timeout: Duration {
        switch self {
        case .moto, .ministack: .seconds(10)
        case .localstack: .seconds(30)
        }
    }

    /// Where it listens unless told otherwise.
    var usualEndpoint: String {
        switch self {
        case .moto: "http://127.0.0.1:5000"
        case .ministack, .localstack: "http://127.0.0.1:4566"
        }
    }
}
