import Foundation

/// Differences of an endpoint that are known and accepted, so that only new ones fail a run.
///
/// The file is JSON:
///
///     {
///       "format": "ses-conformance/baseline/1",
///       "target": "moto 5.2.1",
///       "known": [
///         {
///           "case": ["v1/SendEmail/missing-message", "v1/SendEmail/missing-source"],
///           "path": "status",
///           "cause": "missing-required/accepted",
///           "reason": "moto checks no required parameter here",
///           "expires": "2027-01-01"
///         }
///       ],
///       "cases": ["v1/SendEmail/minimal", …]
///     }
///
/// `case`, `path` and `cause` are globs, or lists of globs of which one suffices; one that is left out
/// matches anything, and `case` may be left out only where there is a `cause`. `cases` lists the cases
/// that there were when the file was written: whichever is not among them is new. Without the list
/// nothing is new.
public struct Baseline: Sendable, Hashable {
    /// What `format` must say.
    public static let format = "ses-conformance/baseline/1"

    /// The endpoint that the differences were seen at, in anybody's words; nil where the file has none.
    public var target: String?
    /// In the file's order.
    public var known: [Entry]
    /// Ids of the cases that there were when the file was written; nil where the file does not say.
    public var cases: [String]?

    public init(target: String? = nil, known: [Entry] = [], cases: [String]? = nil) {
        self.target = target
        self.known = known
        self.cases = cases
    }

    /// Differences that share a cause and a reason: every pair of one of the cases and one of the paths.
    public struct Entry: Sendable, Hashable {
        /// Globs over case ids; empty for any case.
        public var cases: [String]
        /// Globs over the paths of differences; empty for any path.
        public var paths: [String]
        /// A glob over ids of causes; nil for any cause.
        public var cause: String?
        /// Why the difference is accepted; never empty.
        public var reason: String
        /// The last day on which the entry counts; nil for ever.
        public var expires: Day?

        public init(
            cases: [String] = [], paths: [String] = [], cause: String? = nil, reason: String, expires: Day? = nil
        ) {
            self.cases = cases
            self.paths = paths
            self.cause = cause
            self.reason = reason
            self.expires = expires
        }
    }
}

/// One pair of a case and a path out of an entry: what matches, is kept or goes stale by itself.
struct BaselineRule: Sendable, Hashable {
    let caseGlob: Glob
    let pathGlob: Glob?
    let causeGlob: Glob?
    let reason: String
    let expires: Day?

    func matches(_ finding: Finding) -> Bool {
        if let causeGlob, !causeGlob.matches(finding.cause.id) { return false }
        if let pathGlob, !pathGlob.matches(finding.difference.path) { return false }
        return true
    }

    func isExpired(on today: Day) -> Bool { expires.map { $0 < today } ?? false }

    /// "v1/SendEmail/missing-source, path status, cause missing-required/accepted".
    var description: String {
        var parts = [caseGlob.pattern]
        if let pathGlob { parts.append("path \(pathGlob.pattern)") }
        if let causeGlob { parts.append("cause \(causeGlob.pattern)") }
        return parts.joined(separator: ", ")
    }
}

extension Baseline {
    /// Every pair of case and path, in the file's order.
    var rules: [BaselineRule] {
        known.flatMap { entry in
            let paths = entry.paths.isEmpty ? [nil] : entry.paths.map { Glob($0) }
            let cause = entry.cause.map { Glob($0) }
            return (entry.cases.isEmpty ? ["*"] : entry.cases).flatMap { one in
                let glob = Glob(one)
                return paths.map { path in
                    BaselineRule(
                        caseGlob: glob, pathGlob: path, causeGlob: cause, reason: entry.reason, expires: entry.expires)
                }
            }
        }
    }
}
