import Conformance
import Wire

/// The cases that look at what surrounds an operation's answers, asked about changes that others only warn of.
///
/// A fault of the envelope is a warning in most cases, so that one fault of an endpoint does not fail all of them, and an
/// error in one case of each operation and kind of answer. An endpoint with the fault has it in both.
final class EnvelopeCases: Sendable {
    private struct Key: Hashable {
        let operation: String
        let isSuccess: Bool
    }

    private struct Question: Hashable {
        let key: Key
        let faultClass: FaultClass
        let what: String
    }

    private let trial: Trial
    private let subjects: [Key: [Subject]]
    private let answers = Guarded<[Question: Bool]>([:])

    init(_ subjects: [Subject], _ trial: Trial) {
        self.trial = trial
        var byKey: [Key: [Subject]] = [:]
        for subject in subjects where subject.case.scope != .everything {
            for key in Set(subject.answers.map { Key(operation: $0.operation, isSuccess: $0.isSuccess) }) {
                byKey[key, default: []].append(subject)
            }
        }
        self.subjects = byKey
    }

    /// The result of a change, whichever case made it fail.
    func settled(_ result: MutantResult, of change: AnswerChange) async -> MutantResult {
        guard result.fate == .warned, change.fault.faultClass.group == .wire, await fails(over: change) else {
            return result
        }
        return MutantResult(
            faultClass: result.faultClass, subject: result.subject, what: result.what, fate: .killedElsewhere,
            detail: result.detail)
    }

    private func fails(over change: AnswerChange) async -> Bool {
        let key = Key(operation: change.answer.operation, isSuccess: change.answer.isSuccess)
        let question = Question(key: key, faultClass: change.fault.faultClass, what: change.fault.what)
        if let known = answers.withLock({ $0[question] }) { return known }
        var isKilled = false
        for subject in subjects[key] ?? [] where !isKilled {
            let same = subject.changes().first { other in
                other.answer.operation == key.operation && other.answer.isSuccess == key.isSuccess
                    && other.fault.faultClass == question.faultClass && other.fault.what == question.what
            }
            if let same { isKilled = await subject.result(of: same, trial).fate == .killed }
        }
        answers.withLock { $0[question] = isKilled }
        return isKilled
    }
}
