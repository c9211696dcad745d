import SpecModel

extension [Step] {
    /// Without preparations of names that no later step mentions, such as a sender that nothing is sent from.
    func used(by steps: [Step]) -> [Step] {
        guard !isEmpty else { return [] }
        var kept: [Step] = []
        var later = Set(steps.flatMap(\.ownNames))
        for step in reversed() {
            let names = step.ownNames
            if case .accepted = step.expectation, !names.isEmpty, step.captures.isEmpty, later.isDisjoint(with: names) {
                continue
            }
            kept.append(step)
            later.formUnion(names)
        }
        return kept.reversed()
    }
}

extension Step {
    /// The placeholders in it that stand for what a case makes: names and the sender.
    fileprivate var ownNames: Set<String> {
        var texts = Value.fields(input.fields).texts
        if case .result(let fields, _) = expectation { texts += Value.fields(fields.fields).texts }
        return Set(
            texts.filter(Template.hasBrackets).flatMap { Template($0).placeholders }
                .filter { $0.kind == "name" || $0.kind == "sender" }.map(\.description))
    }
}

extension [Need] {
    /// The needs, one for each `⟦resource:…⟧` in what the steps send, and a sender where they name it; each once.
    func adding(resourcesIn steps: [Step]) -> [Need] {
        var result = self
        for text in steps.flatMap({ Value.fields($0.input.fields).texts }) where Template.hasBrackets(text) {
            for placeholder in Template(text).placeholders {
                guard let need = Need(sentAs: placeholder), !result.contains(need) else { continue }
                result.append(need)
            }
        }
        return result
    }
}

extension Need {
    /// What a request asks of the endpoint by sending this placeholder.
    fileprivate init?(sentAs placeholder: Placeholder) {
        switch placeholder.kind {
        case "sender": self = .verifiedIdentity
        case "resource": self.init(rawValue: placeholder.argument ?? "")
        default: return nil
        }
    }
}
