import Golden
import SpecModel
import Wire

/// What an answer that is as expected shows of the endpoint.
public enum Shown: String, Sendable, Hashable, CaseIterable {
    /// That it remembers: a name or value that the request did not hold.
    case knowledge
    /// That it says something, which it might say whatever it is asked, or take from the request.
    case content
    /// That it refuses.
    case refusal
    /// Nothing, though the operation could have said something: nobody has such a thing.
    case absence

    /// - Parameter golden: the expected answer that came closest.
    init?(_ golden: Golden, _ step: Step, of case: Case, _ context: RunContext) {
        if !golden.isSuccess {
            self = .refusal
        } else if golden.says(step) {
            let asked = Shown.own(in: Value.fields(step.input.fields).texts)
            let isRemembered = !Shown.own(in: golden.tree.texts).isSubset(of: asked)
            // Where the envelope alone is judged, what is within it may be anything.
            self = isRemembered && `case`.scope != .envelope ? .knowledge : .content
        } else if context.operation(step.api(in: `case`.api), step.operation)?.result?.isEmpty == false {
            self = .absence
        } else {
            return nil
        }
    }

    /// What in these texts no other case has, and nobody can know by heart.
    private static func own(in texts: [String]) -> Set<String> {
        let placeholders = texts.filter(Template.hasBrackets).flatMap { Template($0).placeholders }
        return Set(placeholders.filter { ["name", "capture", "sender"].contains($0.kind) }.map(\.description))
    }
}

extension Tree {
    /// Every text in it.
    fileprivate var texts: [String] { [text] + children.flatMap(\.texts) }
}
