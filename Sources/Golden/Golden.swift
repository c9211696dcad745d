import Diff
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
    /// Whose answer it is: that of the case, but for a step by the other API. Files of v1 are XML, those of v2 JSON.
    public let api: API

    /// - Parameter api: nil for the case's own.
    public init(caseID: String, step: String = "", alternative: Int = 1, api: API? = nil) {
        self.caseID = caseID
        self.step = step
        self.alternative = alternative
        self.api = api ?? API(rawValue: String(caseID.prefix { $0 != "/" })) ?? .v1
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
        /// A value of JSON, sent on one line.
        case json(Tree)
        /// A text with placeholders, sent as it is.
        case text(String)
        case absent
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
    /// "API reference p. 49", the public source of a published answer, or the endpoint that was recorded.
    public var source: String
    /// nil for what follows from the spec.
    public var recording: Recording?
    public var request: GoldenRequest
    public var status: Int
    public var contentType: String
    /// A template of the error's type where a header names it, as in v2.
    public var errorType: String?
    /// The answer with templates in its texts.
    public var tree: Tree

    public init(
        id: GoldenID, provenance: Provenance, source: String, recording: Recording? = nil, request: GoldenRequest,
        status: Int, contentType: String, errorType: String? = nil, tree: Tree
    ) {
        self.id = id
        self.provenance = provenance
        self.source = source
        self.recording = recording
        self.request = request
        self.status = status
        self.contentType = contentType
        self.errorType = errorType
        self.tree = tree
    }
}

extension Golden {
    /// What an answer is held against.
    public var expected: ExpectedAnswer {
        ExpectedAnswer(status: status, contentType: contentType, errorType: errorType, tree: tree)
    }

    public var isSuccess: Bool { 200..<300 ~= status }

    /// The expected answer for people: status, the error's type where a header has it, and the body.
    public var answerText: String {
        let header = errorType.map { "\(Answer.errorTypeHeader): \($0)\n" } ?? ""
        return "\(status)\n\(header)\(TreeText.text(of: tree))"
    }
}
