import Diff
import SpecModel
import Wire

/// What happens to a request before it goes onto the wire.
extension Conversation {
    /// A request that is ready to go.
    struct Outgoing: Sendable {
        let step: Step
        let input: Fields
        /// As reports show it.
        let request: HTTPRequest
        let signed: HTTPRequest
        /// How to take away what it makes; nil where it makes nothing.
        var undoing: Undoing?
    }

    /// What was seen, if the last answer says that its operation is not known.
    var unknown: String? { sent.last?.sign?.unknown }

    var composer: RequestComposer { RequestComposer(catalog: context.catalog, api: api) }

    mutating func outgoing(_ step: Step, _ input: Fields) -> Outgoing {
        let composed = composed(step, input)
        return Outgoing(
            step: step, input: composed.input, request: composed.shown,
            signed: context.options.signed(composed.real, as: step.envelope.signature),
            undoing: undo(of: step, composed.input).map { Undoing(step: $0) })
    }

    /// A step's concrete parameters, and its request as reports show it and as it is sent.
    private mutating func composed(
        _ step: Step, _ input: Fields
    ) -> (input: Fields, shown: HTTPRequest, real: HTTPRequest) {
        let concrete = resolver.resolve(input)
        let resolved = resolver.resolveEnvelope(of: step)
        let shown = composer.request(of: resolved, input: concrete)
        let disguise = context.options.disguise
        guard disguise.changesRequests else { return (concrete, shown, shown) }
        let real = composer.request(
            of: resolved.mapEnvelopeTexts(disguise.real), input: concrete.mapTexts(disguise.real))
        return (concrete, shown, real)
    }

    /// What a step would do to the account, if it were sent.
    mutating func forecast(of step: Step) -> Forecast {
        guard !context.readySenders.contains(api) || !createsSender(step) else { return Forecast() }
        let composed = composed(step, step.input)
        let signature = step.envelope.signature
        // Only where signing changes more than headers: it is what a plan takes longest for.
        let sent = signature == .tampered ? context.options.signed(composed.real, as: signature) : composed.real
        return Forecast(
            objection: context.options.live?.objection(to: sent, context.catalog),
            isDisguised: composed.shown != composed.real, makes: undo(of: step, composed.input) == nil ? 0 : step.times,
            mails: step.operation.hasPrefix("Send") ? step.times : 0, requests: step.times)
    }

    /// What a request would do to the account.
    struct Forecast: Sendable {
        var objection: LiveObjection?
        /// Whether it is sent with other names than cases speak of.
        var isDisguised = false
        var makes = 0
        var mails = 0
        var requests = 0
    }

    /// The request, if it may be sent, after how to undo it is written down; nil, with a reason in ``lost``, if not.
    mutating func ready(_ step: Step, _ input: Fields) async -> Outgoing? {
        var outgoing = outgoing(step, input)
        if let objection = context.options.live?.objection(to: outgoing.signed, context.catalog),
            !(isNamed && objection.isWaivedByName)
        {
            lost = "not sent with --live: \(objection)"
            return nil
        }
        guard let journal = context.options.journal else { return outgoing }
        do throws(JournalError) {
            if let undo = outgoing.undoing?.step {
                let texts = undo.input.fields.compactMap { field in
                    field.value.scalarText.map {
                        (field.name, context.options.disguise.real(Template($0).literal ?? $0))
                    }
                }
                let input = Dictionary(texts, uniquingKeysWith: { first, _ in first })
                outgoing.undoing?.entry = try await journal.announce(undo.operation, undo.api(in: api), input)
            }
            if step.operation == "SetActiveReceiptRuleSet", activeRuleSetEntry == nil {
                activeRuleSetEntry = try await announceActiveRuleSet(journal)
            }
        } catch {
            lost = "\(error); nothing is made that could not be taken away again"
            return nil
        }
        return outgoing
    }

    /// Notes which rule set is active before the run changes that for the first time; nil where nobody says.
    private func announceActiveRuleSet(_ journal: Journal) async throws(JournalError) -> Int? {
        if case .named(let name) = await journal.activeRuleSet {
            return try await journal.announce(activeRuleSet: name)
        }
        let step = Step.cleanup("DescribeActiveReceiptRuleSet")
        var conversation = Conversation(context: context, api: .v1, label: "active")
        guard case .answer(let answer, let response, _) = await conversation.patiently(step) else { return nil }
        let removal = Removal(answer, response, step.operation, .v1)
        guard removal.isSuccess, case .named(let name) = removal.activeRuleSet else { return nil }
        return try await journal.announce(activeRuleSet: name.map(context.options.disguise.real))
    }

    /// The step that takes away what another makes.
    private func undo(of step: Step, _ input: Fields) -> Step? {
        guard let rule = context.operation(step.api(in: api), step.operation)?.undo else { return nil }
        let fields = rule.parameters.compactMap { parameter in
            input.value(at: parameter.from).map { Field(parameter.name, $0.mapTexts(Template.escape)) }
        }
        guard fields.count == rule.parameters.count else { return nil }
        return .cleanup(rule.operation, Fields(fields), api: step.api)
    }
}

extension Conversation.Reply {
    /// What the service said of its limits.
    struct Throttled: Sendable {
        let message: String
        /// Whether it is the limit of 24 hours, which no pause is long enough for.
        var isOfTheDay: Bool { message.lowercased().contains("daily") }
    }

    /// nil for any other answer.
    func throttled(_ api: API) -> Throttled? {
        guard case .answer(let answer, _, _) = self, [400, 429, 503].contains(answer.status),
            let code = answer.errorCode(api),
            ["Throttling", "ThrottlingException", "TooManyRequestsException"].contains(code)
        else { return nil }
        return Throttled(message: TreeText.capped(answer.errorMessage(api) ?? code, at: 400))
    }

    /// Whether what a step was to take away is gone, as far as that can be.
    func isGone(_ step: Step, _ api: API) -> Bool {
        guard case .answer(let answer, let response, _) = self else { return false }
        return Removal(answer, response, step.operation, api).isGone
    }
}

extension Step {
    /// The step with what its envelope sends instead of parameters changed.
    func mapEnvelopeTexts(_ change: (String) -> String) -> Step {
        var envelope = envelope
        switch envelope.body {
        case .text(let text): envelope.body = .text(change(text))
        case .followed(let text): envelope.body = .followed(by: change(text))
        case .parameters, .reversed: return self
        }
        return changed(envelope: envelope)
    }
}

extension Fields {
    /// The same with every text changed, inside of lists and structures, too.
    func mapTexts(_ change: (String) -> String) -> Fields {
        Fields(fields.map { Field($0.name, $0.value.mapTexts(change)) })
    }
}

extension RunContext {
    /// Tells the journal that what it noted under a number is gone, or was never made.
    func settle(_ entry: Int?) async {
        guard let entry, let journal = options.journal else { return }
        await journal.settle(entry)
    }
}
