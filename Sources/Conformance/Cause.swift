import Diff
import SpecModel

extension Cause {
    /// Groups a difference: faults of the envelope by what they are, elements of an answer by the data type that
    /// they belong to, whichever operation shows it, all others by rule and kind.
    ///
    /// - Parameter owner: the data type whose member the difference is about; nil where it is none's.
    init(of difference: Difference, in one: Case, owner: String?) {
        let place = Place(difference.path)
        let kind = difference.kind.rawValue
        let isElement = [.missing, .unexpected, .type, .duplicate, .identity, .order].contains(difference.kind)
        switch difference.kind {
        case .header, .namespace, .body:
            self.init(id: "\(kind)/\(place.last)", title: Cause.envelope(difference, place.last))
        case .wording:
            self.init(id: "wording/Message", title: "wording of an error message")
        case _ where isElement && place.isIdentifier:
            self.init(id: "\(kind)/\(place.last)", title: Cause.element(difference, place.last, "answers"))
        case _ where isElement && !place.isEntry:
            let whole = owner ?? place.answer
            let element = owner == nil ? place.element : place.last
            let answer = owner ?? (whole == "errors" ? "errors" : "the answer of \(whole)")
            self.init(id: "\(kind)/\(whole)/\(element)", title: Cause.element(difference, element, answer))
        default:
            let isScenario = one.rule == Scenario.rule || one.rule == Scenario.sampleRule
            let names = Rules.all.first { $0.id == one.rule }
            // Of random requests each operation is a matter of its own.
            let random = FuzzKind(rawValue: one.rule)
            let other = random.map { "\($0.subject) to \(one.operation)" } ?? one.rule
            let group = random == nil ? one.rule : "\(one.rule)/\(one.api.rawValue)-\(one.operation)"
            let negative = isScenario ? one.title + ":" : names?.subject ?? other
            let positive = isScenario ? one.title + ":" : names?.valid ?? other
            let isCrash = [.status, .rejected].contains(difference.kind) && difference.actual?.hasPrefix("5") == true
            self.init(
                id: "\(isScenario ? one.name : group)/\(isCrash ? "crash" : kind)",
                title: isCrash
                    ? "\(difference.kind == .rejected ? positive : negative) answered with a server error"
                    : Cause.answer(difference, negative: negative, positive: positive))
        }
    }

    /// The data type whose member a path within an answer ends at; nil for the result itself and what surrounds it.
    static func owner(of path: String, in operation: Operation?, _ structures: [String: Structure]) -> String? {
        guard let operation, var members = operation.result else { return nil }
        let parts = Place(path).below
        let result = operation.api.resultPath(of: operation.name).dropFirst()
        guard parts.starts(with: result) else { return nil }
        var owner: String?
        for part in parts.dropFirst(result.count).dropLast() where part != "member" && part != "entry" {
            guard let shape = members.first(where: { $0.name == part })?.shape else { return nil }
            guard let name = dataType(of: shape), let structure = structures[name] else { return nil }
            owner = name
            members = structure.members
        }
        return owner
    }

    private static func dataType(of shape: Shape) -> String? {
        switch shape {
        case .structure(let name): name
        case .list(let member, _): dataType(of: member)
        case .map(let value): dataType(of: value)
        default: nil
        }
    }

    private static func envelope(_ difference: Difference, _ place: String) -> String {
        switch difference.kind {
        case .header: "\(place) not as the service sends it"
        case .namespace: "namespace of the answer"
        default: "answer that is not the operation's own"
        }
    }

    private static func element(_ difference: Difference, _ what: String, _ whole: String) -> String {
        switch difference.kind {
        case .missing: "\(what) missing from \(whole)"
        case .unexpected: "\(what) in \(whole) that should not be there"
        case .type: "\(what) in \(whole) not of its form"
        case .duplicate: "\(what) more than once in \(whole)"
        case .order: "\(what) out of order in \(whole)"
        default: "\(what) in \(whole): values that must be equal differ"
        }
    }

    private static func answer(_ difference: Difference, negative: String, positive: String) -> String {
        let plain = positive.hasSuffix(":") ? String(positive.dropLast()) : positive
        return switch difference.kind {
        case .status: "\(negative) answered with another status"
        case .accepted: "\(negative) accepted"
        case .rejected: "\(positive) refused"
        case .code: "\(negative) answered with another error code"
        case .missing: "\(plain): entry missing from the answer"
        case .unexpected: "\(plain): entry that should not be in the answer"
        case .duplicate: "\(plain): entry more than once in the answer"
        case .paging: "\(plain): pages not as asked for"
        default: "\(plain): another value in the answer"
        }
    }

    /// A difference's path taken apart.
    private struct Place {
        /// What paths begin with in errors of v1 and of v2.
        private static let errors = ["ErrorResponse", "error"]

        /// The operation that answered, or `errors`.
        let answer: String
        /// The parts below the root, without the places in lists and maps: `DescribeReceiptRuleResult`, `Rule`.
        let below: [String]
        /// Below the result: `Rule/Actions`.
        let element: String
        let last: String
        /// Whether it is a member of a list or an entry of a map.
        let isEntry: Bool
        /// Whether it is the id that every answer bears.
        var isIdentifier: Bool { last == "RequestId" }

        init(_ path: String) {
            let plain = path.replacing(/\[[^\]]*\]/, with: "")
            let parts = plain.split(separator: "/").map(String.init)
            last = parts.last.map { $0.replacing("header ", with: "") } ?? path
            isEntry = path.hasSuffix("]")
            let root = parts.first ?? ""
            answer = Place.errors.contains(root) ? "errors" : root.replacing(/Response$/, with: "")
            below = Array(parts.dropFirst())
            let inner = below.filter {
                !$0.hasSuffix("Result") && $0 != "member" && $0 != "entry" && $0 != "ResponseMetadata"
            }
            element = inner.isEmpty ? last : inner.joined(separator: "/")
        }
    }
}
