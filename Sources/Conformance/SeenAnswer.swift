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

extension Case {
    /// What a verdict rests on: what the requirement rests on, unless an endpoint's answer took the place of what the
    /// spec states; then the weakest of the goldens that answers were held against.
    func source(after goldens: [Golden]) -> Evidence {
        guard goldens.contains(where: { $0.recording != nil }),
            let weakest = goldens.max(by: { $0.provenance < $1.provenance })
        else { return source }
        return Evidence(weakest.provenance, weakest.source, date: weakest.recording?.date)
    }
}
