import Conformance
import SpecModel
import Wire

/// All cases with answers of an operation, asked about changes that one of them only warns of or lets pass.
///
/// A fault of the envelope is a warning in most cases, so that one fault of an endpoint does not fail all of them, and an
/// error in one case of each operation and kind of answer; so is a member that only one case insists on. Of several
/// refusals at once only the first is looked at, and one that says nothing may be that of an endpoint without the
/// operation. An endpoint with the fault has it in all of them.
final class OtherCases: Sendable {
    private struct Key: Hashable {
        let api: API
        let operation: String
        let isSuccess: Bool

        init(_ answer: JudgedAnswer) {
            api = answer.api
            operation = answer.operation
            isSuccess = answer.isSuccess
        }
    }

    private struct Question: Hashable {
        let key: Key
        let faultClass: FaultClass
        /// Without positions in lists, which differ from case to case.
        let what: String

        init(_ change: AnswerChange) {
            key = Key(change.answer)
            faultClass = change.fault.faultClass
            what = change.fault.what.replacing(/\[[0-9]+\]/, with: "")
        }
    }

    private let trial: Trial
    /// Those first that look at nothing but the envelope.
    private let subjects: [Key: [Subject]]
    private let answers = Guarded<[Question: Bool]>([:])

    init(_ subjects: [Subject], _ trial: Trial) {
        self.trial = trial
        var byKey: [Key: [Subject]] = [:]
        let strictFirst =
            subjects.filter { $0.case.scope != .everything } + subjects.filter { $0.case.scope == .everything }
        for subject in strictFirst {
            for key in Set(subject.answers.map(Key.init)) { byKey[key, default: []].append(subject) }
        }
        self.subjects = byKey
    }

    /// The result of a change, whichever case noticed it as it must be.
    func settled(_ result: MutantResult, of change: AnswerChange) async -> MutantResult {
        let group = change.fault.faultClass.group
        guard group != .permitted, !result.isDue, await isNoticed(Question(change), group) else { return result }
        return result.with(fate: .killedElsewhere)
    }

    private func isNoticed(_ question: Question, _ group: FaultClass.Group) async -> Bool {
        if let known = answers.withLock({ $0[question] }) { return known }
        var isNoticed = false
        for subject in subjects[question.key] ?? [] where !isNoticed {
            for same in subject.changes() where !isNoticed && Question(same) == question {
                let fate = await subject.result(of: same, trial).fate
                isNoticed = fate != .void && group.isDue(fate)
            }
        }
        answers.withLock { $0[question] = isNoticed }
        return isNoticed
    }
}
