import SpecModel
import Wire

extension CaseRun {
    /// What was refused must have changed nothing, so the case goes on; what was accepted may have changed anything.
    mutating func judgeSoundness(_ step: Step, _ answer: Answer, _ response: HTTPResponse) {
        if let fault = Judge(context: context, case: `case`).unsoundness(of: answer, to: step) {
            findings.append(fault)
            record(step, golden: nil)
        } else if answer.isRefusal(step.api(in: `case`.api)) {
            shown.insert(.refusal)
        } else {
            unjudged = "answered \(SupportDecision.summary(answer, response, step.api(in: `case`.api)))"
        }
    }
}
