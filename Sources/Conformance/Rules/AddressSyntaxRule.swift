import SpecModel

/// Addresses in every syntax are sent wherever one is taken.
///
/// A fault of which the operation's observations have an answer is judged where it was seen: at the sender and the
/// recipients. A form that is right by RFC 5322 is judged if it is accepted. Everything else is reported only.
/// Example: an address without a domain, one in a group, and one with a display name.
struct AddressSyntaxRule: Rule {
    let id = "address-syntax"
    let summary = "Addresses in every syntax are sent wherever one is taken."
    let subject = "address that breaks the syntax"
    let valid = "address in another syntax"
    let yieldsToScenarios = true

    /// A plain address, and its parts.
    private struct Address {
        let whole: String
        let local: String
        let domain: String
    }

    private struct Form {
        let name: String
        let title: String
        let make: @Sendable (Address) -> String
        /// How the service words the fault, where that was published.
        var wording: String?
        /// Whether mail to it goes where mail to the plain address goes.
        var isRight = false
    }

    private static let forms: [Form] = [
        Form(name: "without-at", title: "without '@'", make: \.local, wording: "Missing final '@domain'"),
        Form(name: "without-domain", title: "without a domain", make: { "\($0.local)@" }, wording: "Missing domain"),
        Form(
            name: "blank-in-domain", title: "with a blank in its domain",
            make: { "\($0.local)@" + $0.domain.prefix { $0 != "." } + " " + $0.domain.drop { $0 != "." } },
            wording: "Domain contains control or whitespace"),
        Form(name: "blank-in-local", title: "with a blank in its local part", make: { "a \($0.local)@\($0.domain)" }),
        Form(name: "without-local", title: "without a local part", make: { "@\($0.domain)" }),
        Form(name: "trailing-dot", title: "with a period behind its domain", make: { "\($0.local)@\($0.domain)." }),
        Form(name: "two-dots", title: "with two periods in a row", make: { "a..\($0.local)@\($0.domain)" }),
        Form(name: "two-ats", title: "with '@' twice", make: { "a@\($0.local)@\($0.domain)" }),
        Form(
            name: "non-ascii", title: "with a letter beyond ASCII in its local part",
            make: { "é\($0.local)@\($0.domain)" }),
        Form(name: "group", title: "in a group", make: { "Some: \($0.whole);" }),
        Form(name: "two-addresses", title: "and another one in one text", make: { "\($0.whole), a@\($0.domain)" }),
        Form(name: "unclosed", title: "with a bracket that is not closed", make: { "Some Body <\($0.whole)" }),
        Form(name: "display-name", title: "with a display name", make: { "Some Body <\($0.whole)>" }, isRight: true),
        Form(
            name: "quoted-name", title: "with a display name in quotation marks",
            make: { "\"Body, Some\" <\($0.whole)>" }, isRight: true),
        Form(
            name: "encoded-word", title: "with a display name as an encoded word",
            make: { "=?UTF-8?Q?S=C3=B8me?= <\($0.whole)>" }, isRight: true),
    ]

    /// Parameters that the published answers are about.
    private static let seen: Set<String> = ["Source", "Destination", "Destinations", "FromEmailAddress"]

    func cases(for subject: OperationUnderTest) -> [Case] {
        subject.sendable.flatMap { site -> [Case] in
            guard let (text, path) = site.text, text.format == .emailAddress,
                let example = subject.builder.request(including: site).value(at: path)?.scalarText
            else { return [] }
            let address = AddressSyntaxRule.address(example)
            return AddressSyntaxRule.forms.map { self.case($0, site, path, $0.make(address), subject) }
        }
    }

    /// The sender is one word to a case: its parts are those of an address that nobody has.
    private static func address(_ example: String) -> Address {
        let parts = example.split(separator: "@", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return Address(whole: example, local: "somebody", domain: "example.com") }
        return Address(whole: example, local: parts[0], domain: parts[1])
    }

    private func `case`(
        _ form: Form, _ site: MemberSite, _ path: String, _ text: String, _ subject: OperationUnderTest
    ) -> Case {
        let usual = subject.builder.request(including: site)
        let input = usual.setting(path, to: .text(text))
        let known = answer(to: form, site, subject)
        // What reads an address back may show it in another form, which is for nobody here to judge.
        let mayBeRefused = form.isRight && subject.operation.fixture.effect.isEmpty
        let description = CaseDescription(
            rule: id, name: "address-\(site.kebab)-\(form.name)", axis: known == nil ? .values : .errors,
            title: "sends \(path) \(form.title)",
            requirement: known.map { "The service MUST answer 400 \($0.codes.joined(separator: " or "))." }
                ?? (mayBeRefused ? "A success MUST be complete." : "Nobody has seen what the service answers."),
            source: known?.evidence ?? .documented(page: subject.operation.page), covers: ["parameter \(site.dotted)"],
            mayBeRefused: mayBeRefused)
        if let known { return subject.negative(description, input: input, control: usual, failure: known) }
        return mayBeRefused
            ? subject.positive(description, input: input) : subject.observed(description, input: input, usual: usual)
    }

    /// What the real service was seen to answer the operation.
    ///
    /// A malformed sender is not verified either, and nothing was published of which of the two is told.
    private func answer(to form: Form, _ site: MemberSite, _ subject: OperationUnderTest) -> Failure? {
        guard let wording = form.wording, AddressSyntaxRule.seen.contains(site.path[0].member.name),
            let observation = subject.operation.observations.first(where: { $0.message == wording })
        else { return nil }
        let codes = subject.refusals.invalidValue.codes
        guard site.path.count > 1 || site.member.shape.isList else {
            return Failure((codes + ["MessageRejected"]).sorted(), status: observation.status, observation.evidence)
        }
        return Failure(
            codes, status: observation.status, message: Wording(wording, observation.evidence), observation.evidence)
    }
}

extension Shape {
    fileprivate var isList: Bool { if case .list = self { true } else { false } }
}
