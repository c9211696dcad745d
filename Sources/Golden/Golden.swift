import SpecModel
import Wire

/// Names one golden: the case, the judged step within it, and which of several right answers it is.
public struct GoldenID: Sendable, Hashable, CustomStringConvertible {
    /// `v1/SendEmail/missing-source`.
    public let caseID: String
    /// Empty where the case has one judged step.
    public let step: String
    /// 1 for the first; further right answers are `case~2.xml`, `case~3.xml` …
    public let alternative: Int

    public init(caseID: String, step: String = "", alternative: Int = 1) {
        self.caseID = caseID
        self.step = step
        self.alternative = alternative
    }

    /// `v1/SendEmail/missing-source.send~2`, the file's path below `golden` without its ending.
    public var description: String {
        caseID + (step.isEmpty ? "" : ".\(step)") + (alternative == 1 ? "" : "~\(alternative)")
    }
}

/// The request that a golden answers, as templates.
public struct GoldenRequest: Sendable, Hashable {
    public var method: String
    public var target: String
    /// Headers other than the usual ones.
    public var headers: [Header]
    public var body: Body

    public enum Body: Sendable, Hashable {
        /// Form parameters in order, percent-encoded but for placeholders: `Source=⟦sender⟧`.
        case form([String])
        case bytes([UInt8])
    }

    public init(method: String = "POST", target: String = "/", headers: [Header] = [], body: Body) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
    }
}

/// An expected answer, what stands behind it, and the request that it answers.
public struct Golden: Sendable, Hashable {
    public var id: GoldenID
    public var provenance: Provenance
    /// "API reference p. 49", or the public source of a published answer.
    public var source: String
    public var request: GoldenRequest
    public var status: Int
    public var contentType: String
    /// The answer with templates in its texts.
    public var tree: Tree

    public init(
        id: GoldenID, provenance: Provenance, source: String, request: GoldenRequest, status: Int,
        contentType: String, tree: Tree
    ) {
        self.id = id
        self.provenance = provenance
        self.source = source
        self.request = request
        self.status = status
        self.contentType = contentType
        self.tree = tree
    }
}
