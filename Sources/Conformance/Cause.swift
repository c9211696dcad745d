import Diff
import SpecModel

extension Cause {
    /// Groups a difference: faults of the envelope by what they are, elements of an answer by where they belong,
    /// all others by rule and kind.
    init(of difference: Difference, rule: String, caseName: String) {
        let place = Place(difference.path)
        let kind = difference.kind.rawValue
        let isElement = [.missing, .unexpected, .type, .duplicate, .identity, .order].contains(difference.kind)
        switch difference.kind {
        case .header, .namespace, .body:
            self.init(id: "\(kind)/\(place.last)", title: Cause.envelope(difference, place.last))
        case .wording:
            self.init(id: "wording/Message", title: "wording of an error message")
        case _ where isElement && !place.isEntry:
            self.init(id: "\(kind)/\(place.answer)/\(place.element)", title: Cause.element(difference, place))
        default:
            let isScenario = rule == Scenario.rule || rule == Scenario.sampleRule
            let names = Rules.all.first { $0.id == rule }
            let negative = isScenario ? caseName.replacing("-", with: " ") : names?.subject ?? rule
            let positive = isScenario ? negative : names?.valid ?? rule
            let isCrash = difference.kind == .status && difference.actual?.hasPrefix("5") == true
            self.init(
                id: "\(isScenario ? caseName : rule)/\(isCrash ? "crash" : kind)",
                title: isCrash
                    ? "\(negative): server error" : Cause.answer(difference, negative: negative, positive: positive))
        }
    }

    private static func envelope(_ difference: Difference, _ place: String) -> String {
        switch difference.kind {
        case .header: "\(place) not as the service sends it"
        case .namespace: "namespace of the answer"
        default: "answer that is not the operation's own"
        }
    }

    private static func element(_ difference: Difference, _ place: Place) -> String {
        let what = "\(place.element) in the answer of \(place.answer)"
        return switch difference.kind {
        case .missing: "\(what) missing"
        case .unexpected: "\(what) that should not be there"
        case .type: "\(what) not of its type"
        case .duplicate: "\(what) more than once"
        case .order: "\(what) out of order"
        default: "\(what): values that must be equal differ"
        }
    }

    private static func answer(_ difference: Difference, negative: String, positive: String) -> String {
        switch difference.kind {
        case .status: "\(negative) answered with another status"
        case .accepted: "\(negative) accepted"
        case .rejected: "\(positive) refused"
        case .code: "\(negative) answered with another error code"
        case .missing: "\(positive): entry missing from the answer"
        case .unexpected: "\(positive): entry that should not be in the answer"
        case .duplicate: "\(positive): entry more than once in the answer"
        case .paging: "\(positive): pages not as asked for"
        default: "\(positive): another value in the answer"
        }
    }

    /// A difference's path taken apart.
    private struct Place {
        /// The operation that answered, or `errors`.
        let answer: String
        /// Below the result, without the places in lists and maps: `Rule/Actions`.
        let element: String
        let last: String
        /// Whether it is a member of a list or an entry of a map.
        let isEntry: Bool

        init(_ path: String) {
            let plain = path.replacing(/\[[^\]]*\]/, with: "")
            let parts = plain.split(separator: "/").map(String.init)
            last = parts.last.map { $0.replacing("header ", with: "") } ?? path
            isEntry = path.hasSuffix("]")
            let root = parts.first ?? ""
            answer = root == "ErrorResponse" ? "errors" : root.replacing(/Response$/, with: "")
            let below = parts.dropFirst().filter {
                !$0.hasSuffix("Result") && $0 != "member" && $0 != "entry" && $0 != "ResponseMetadata"
            }
            element = below.isEmpty ? last : below.joined(separator: "/")
        }
    }
}
