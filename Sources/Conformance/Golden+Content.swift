import Golden
import SpecModel
import Wire

extension Golden {
    /// Whether it is a success with any text in its result.
    func says(_ step: Step) -> Bool { isSuccess && tree.says(step, id.api) }
}

extension Tree {
    /// Whether any text stands in the result of the step's operation.
    func says(_ step: Step, _ api: API) -> Bool { result(of: step.operation, api)?.hasText == true }

    private var hasText: Bool { kind != .null && (!text.isEmpty || children.contains { $0.hasText }) }
}
