import SpecModel

extension Step {
    /// Whose operation the step asks for, in a case of an API.
    public func api(in other: API) -> API { api ?? other }
}

extension Step {
    /// Whether silence is as good as an answer: HTTP lets a server close the connection on what is no proper request.
    var mayStayUnanswered: Bool {
        guard envelope.transmission != nil else { return false }
        return switch expectation {
        case .ignored, .observed: true
        default: false
        }
    }
}
