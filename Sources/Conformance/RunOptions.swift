import Diff
import Foundation
import Golden
import SpecCatalog
import SpecModel
import Wire

/// What a run is told beside its cases.
public struct RunOptions: Sendable {
    /// What results call the endpoint: its URL without credentials, or `embedded reference service`.
    public var endpointName: String
    /// The URL that curl lines name; nil for an endpoint without one.
    public var baseURL: String
    public var isEmbedded: Bool
    /// Signs requests; its credentials never reach a result.
    public var signer: Signer
    /// The host that is signed, with its port where it is not the scheme's own.
    public var host: String
    /// What stands before every target: the path of the endpoint's URL, empty for most.
    public var basePath: String
    /// At least 1.
    public var jobs: Int
    /// Requests a second over all jobs; nil for as many as go.
    public var rate: Double?
    /// For one exchange.
    public var timeout: Duration
    /// For the request that finds out whether an operation is known.
    public var supportTimeout: Duration
    /// What the user says the endpoint offers.
    public var resources: [Need: String]
    /// A verified address of the user's to send from.
    public var sender: String?
    public var exactCounters: Bool
    /// Whether the smallest failing case of each cause is asked again with smaller requests.
    public var shrinks: Bool
    /// What may be asked of the real service; nil for any other endpoint.
    public var live: LiveRules?
    /// Whether to wait, more than others are waited for, while the service asks for patience.
    public var isPatient: Bool
    /// What of the user's is hidden, or has another name, in everything that is judged and written.
    public var disguise: Disguise
    /// Where it is noted what is about to be made; nil where nothing outlives the run.
    public var journal: Journal?
    /// The run's name: 4 to 12 letters and digits.
    public var run: String
    public var toolVersion: String
    /// What of the selection is run; nil for all of it.
    public var shard: Shard?
    /// Filters and options that decide on cases and judgement, for the results of a shard.
    public var selectionWords: [String] = []
    /// How often a case is run again that got no answer.
    public var retries = 0
    /// After so many failures no further case is begun; nil for no limit.
    public var mostFailures: Int?
    /// What counts as a failure while the run goes on.
    public var isFailure: @Sendable (CaseResult) -> Bool = { $0.outcome == .broken || $0.differs(from: .error) }
    /// Makes an endpoint like the one that is judged, which nobody has used yet; nil where there is only the one.
    public var unusedEndpoint: (@Sendable () -> any Endpoint)?
    /// When requests are signed.
    public var now: @Sendable () -> Date

    public init(
        endpointName: String, baseURL: String, isEmbedded: Bool, signer: Signer, host: String, run: String,
        toolVersion: String
    ) {
        self.endpointName = endpointName
        self.baseURL = baseURL
        self.isEmbedded = isEmbedded
        self.signer = signer
        self.host = host
        self.run = run
        self.toolVersion = toolVersion
        basePath = ""
        jobs = 4
        rate = nil
        timeout = .seconds(10)
        supportTimeout = .seconds(2)
        resources = [:]
        sender = nil
        exactCounters = isEmbedded
        shrinks = false
        isPatient = false
        now = { Date() }
        disguise = Disguise(hiding: signer.credentials)
    }

    /// How long to wait each time that the real service asks for patience; at one request a second, a minute in all.
    var pauses: ArraySlice<Duration> { [1, 2, 4, 8, 16, 32].map { .seconds($0 / (rate ?? 1)) }[...] }
}

extension RunOptions {
    /// Whether requests reach the endpoint byte for byte: with TLS, a library composes them.
    var sendsBytes: Bool { !baseURL.lowercased().hasPrefix("https:") }

    /// The request with a signature over the target as it will be sent, the endpoint's path before it.
    func signed(_ request: HTTPRequest, as signature: Envelope.Signature = .right) -> HTTPRequest {
        guard signature != .absent else { return request }
        var full = request
        full.target = basePath + request.target
        var signed = signer.signing(as: signature).sign(full, host: host, at: now() + signature.offset)
        signed.target = request.target
        signed.ahead = request.ahead.map { self.signed($0) }
        switch signature {
        case .malformed: signed.cutSignature()
        case .tampered: signed.tamper()
        case .right, .absent, .unknownKey, .wrongSecret, .otherService, .minutesOff: break
        }
        return signed
    }
}

extension Envelope.Signature {
    /// In seconds.
    fileprivate var offset: TimeInterval { if case .minutesOff(let minutes) = self { Double(minutes) * 60 } else { 0 } }
}

extension Signer {
    fileprivate func signing(as signature: Envelope.Signature) -> Signer {
        switch signature {
        case .unknownKey:
            Signer(
                credentials: Credentials(accessKeyID: CurlCommand.unknownKey, secretAccessKey: CurlCommand.wrongSecret),
                region: region, service: service)
        case .wrongSecret:
            Signer(
                credentials: Credentials(
                    accessKeyID: credentials.accessKeyID, secretAccessKey: CurlCommand.wrongSecret,
                    sessionToken: credentials.sessionToken), region: region, service: service)
        case .otherService: Signer(credentials: credentials, region: region, service: CurlCommand.otherService)
        case .right, .absent, .malformed, .minutesOff, .tampered: self
        }
    }
}

extension HTTPRequest {
    fileprivate mutating func cutSignature() {
        guard let place = headers.firstIndex(where: { $0.isNamed("Authorization") }),
            let cut = headers[place].value.firstRange(of: ", Signature=")
        else { return }
        headers[place] = Header("Authorization", String(headers[place].value[..<cut.lowerBound]))
    }

    /// Changes the body without changing its length.
    fileprivate mutating func tamper() { if let last = body.indices.last { body[last] ^= 1 } }
}

/// What a run tells while it goes on.
public protocol RunObserver: Sendable {
    /// A stage begins: "support", "controls", "cases", with so many items.
    func began(_ stage: String, count: Int)
    func finished(_ result: CaseResult)
    /// An answer was held against a golden.
    func saw(_ answer: SeenAnswer)
    /// Whether the run should stop, clean up and report what it has.
    var isInterrupted: Bool { get }
}

extension RunObserver {
    public func saw(_ answer: SeenAnswer) {}
}

/// Why a run could not be made at all.
public enum RunError: Error, Sendable, CustomStringConvertible {
    case unreachable(String)
    case golden(String)

    public var description: String {
        switch self {
        case .unreachable(let what): what
        case .golden(let what): what
        }
    }
}
