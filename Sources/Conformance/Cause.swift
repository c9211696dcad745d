import Diff

extension Cause {
    /// Groups a difference: faults of the envelope by what they are, all others by rule and kind.
    init(of difference: Difference, rule: String, caseName: String) {
        let last = difference.path.split(separator: "/").last.map(String.init) ?? difference.path
        switch difference.kind {
        case .header, .namespace, .body, .type, .identity, .duplicate, .wording:
            let place = difference.kind == .wording ? "Message" : last
            self.init(
                id: "\(difference.kind.rawValue)/\(place)", title: Cause.phrase(difference, at: place, subject: nil))
        case .missing where last == "RequestId" || last == "ResponseMetadata" || last == "Type":
            self.init(id: "missing/\(last)", title: "\(last) missing")
        default:
            let subject = rule == "scenario" || rule == "reference-sample"
                ? caseName.replacing("-", with: " ") : CaseCatalog.subjects[rule] ?? rule
            let group = rule == "scenario" || rule == "reference-sample" ? caseName : rule
            self.init(
                id: "\(group)/\(difference.kind.rawValue)",
                title: Cause.phrase(difference, at: last, subject: subject))
        }
    }

    private static func phrase(_ difference: Difference, at place: String, subject: String?) -> String {
        let subject = subject ?? place
        return switch difference.kind {
        case .status: "\(subject): another status"
        case .accepted: "\(subject) accepted"
        case .rejected: "\(subject) refused"
        case .body: "answer that is not the operation's own"
        case .header: "\(place) not as the service sends it"
        case .namespace: "namespace of the answer"
        case .missing: "\(subject): member missing from the answer"
        case .unexpected: "\(subject): member that should not be in the answer"
        case .duplicate: "\(place) given more than once"
        case .order: "\(subject): order lost"
        case .type: "\(place) not of its type"
        case .value: "\(subject): another value in the answer"
        case .code: "\(subject) answered with another error code"
        case .wording: "wording of an error message"
        case .paging: "\(subject): pages wrong"
        case .identity: "\(place): values that must be equal differ"
        }
    }
}
