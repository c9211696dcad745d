import SpecModel

extension Step {
    /// Whose operation the step asks for, in a case of an API.
    public func api(in other: API) -> API { api ?? other }
}
