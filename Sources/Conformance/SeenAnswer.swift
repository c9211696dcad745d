import Diff
import Golden
import SpecModel
import Wire

/// An answer as a run got it, and the golden that it was held against.
public struct SeenAnswer: Sendable {
    let `case`: Case
    let step: Step
    let answer: Answer
    /// The one that came nearest.
    let golden: Golden
    /// Whether anything was found, however light.
    let differs: Bool
    /// What placeholders stood for by then.
    let bindings: Bindings
    /// What every name that the case made begins with, without the hyphen behind it.
    let prefix: String
}
