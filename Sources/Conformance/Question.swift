import SpecModel
import Wire

/// What a case asks and wants to hear, without the words that describe it and the sources behind it.
///
/// Two cases with the same question after the same preparation show nothing that one of them does not.
struct Question: Sendable, Hashable {
    private struct Request: Sendable, Hashable {
        let api: API?
        let operation: String
        /// `Rule.Name=a`, in the order of the alphabet.
        let parameters: [String]
        let envelope: Envelope
        let paging: Paging?
        let times: Int
        let answers: Set<[String]>
    }

    private let api: API
    private let scope: Case.Scope
    private let requests: [Request]

    init(_ steps: [Step], of case: Case) {
        api = `case`.api
        scope = `case`.scope
        requests = steps.map { step in
            Request(
                api: step.api, operation: step.operation, parameters: Question.lines(step.input),
                envelope: step.envelope, paging: step.paging, times: step.times,
                answers: Set(step.expectation.choices.map(Question.answer)))
        }
    }

    private static func lines(_ fields: Fields) -> [String] {
        QueryParameters.flatten(fields.fields).map { "\($0.name)=\($0.value)" }.sorted()
    }

    private static func answer(_ expectation: Expectation) -> [String] {
        switch expectation {
        case .accepted: ["accepted"]
        case .ignored: ["ignored"]
        case .modelled: ["modelled"]
        case .observed: ["observed"]
        case .result(let fields, _): ["result"] + lines(fields)
        case .status(let status, _): ["status", "\(status)"]
        case .failure(let failure): ["failure", "\(failure.status)"] + failure.codes.sorted()
        case .anyOf(let choices): choices.flatMap(answer)
        }
    }
}

extension Case {
    /// What its judged requests ask.
    var question: Question { Question(judged, of: self) }

    /// The same with what goes before.
    var whole: [Question] { [Question(setup, of: self), question] }
}

extension Expectation {
    /// Every status that will do, whatever else the answer says.
    var statuses: [Int] {
        choices.compactMap { choice in if case .status(let status, _) = choice { status } else { nil } }
    }

    /// Every answer that will do.
    var choices: [Expectation] { if case .anyOf(let choices) = self { choices } else { [self] } }
}
