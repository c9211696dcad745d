import Diff
import Golden
import SpecCatalog
import SpecModel
import Wire

/// One case as text for a person: what it asks, its requests as `curl`, and the goldens that its answers are held
/// against.
///
///     v1/SendEmail/missing-source
///     omits Source
///
///       requirement  The service MUST answer 400 to a request without Source.
///     …
///     Judged
///       SendEmail: 400 MissingParameter or ValidationError
///         curl -sS -X POST 'http://127.0.0.1:8005/' …
///         golden/v1/SendEmail/missing-source.xml (documented: API reference p. 97)
///           <ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
///     …
///
/// Names that a run makes up are filled in: `sc-show-recipient` where the golden has `⟦name:recipient⟧`.
public struct CaseText: Sendable {
    private let `case`: Case
    private let catalog: Catalog
    private let baseURL: String
    private let specFile: String?
    private let pathOfGolden: @Sendable (Golden) -> String

    /// - Parameters:
    ///   - baseURL: the endpoint that the `curl` lines name.
    ///   - specFile: where the case, or the operation that it is derived from, is written down.
    ///   - pathOfGolden: what a golden's file is called.
    public init(
        _ case: Case, catalog: Catalog, baseURL: String, specFile: String? = nil,
        pathOfGolden: @escaping @Sendable (Golden) -> String
    ) {
        self.case = `case`
        self.catalog = catalog
        self.baseURL = baseURL
        self.specFile = specFile
        self.pathOfGolden = pathOfGolden
    }

    /// The text, with a line end at its end.
    ///
    /// - Parameter goldens: the goldens of the case in their order; a judged step without one is said to have none.
    public func text(_ goldens: [Golden]) -> String {
        let byStep = Dictionary(grouping: goldens, by: \.id.step)
        var lines = ["\(`case`.id)", `case`.title, ""] + facts
        lines += section("Setup", `case`.setup, [:])
        if let control = `case`.control {
            let isSame =
                control.setup.map(\.operation) == `case`.setup.map(\.operation)
                && control.setup.map(\.input) == `case`.setup.map(\.input)
            let after = isSame && !`case`.setup.isEmpty ? " (after the same setup)" : ""
            lines += ["", "Control: unless this is accepted\(after), a refusal below says nothing"]
            lines += ((isSame ? [] : control.setup) + [control.step]).flatMap { self.lines($0, [:]) }
        }
        lines += section("Judged", `case`.steps, byStep)
        lines += section("Effect, read back and judged", `case`.effect, byStep)
        lines += section("Clean-up, whatever happened", `case`.cleanup, [:])
        lines += undone
        return lines.map { $0 + "\n" }.joined()
    }

    private var facts: [String] {
        var rows: [(name: String, value: String)] = [
            ("requirement", `case`.requirement), ("source", CaseText.evidence(`case`.source)),
            ("axis", `case`.axis.rawValue), ("rule", `case`.rule),
            ("covers", `case`.covers.joined(separator: ", ")),
        ]
        if let specFile { rows.append(("spec", specFile)) }
        if !`case`.needs.isEmpty { rows.append(("needs", `case`.needs.map(\.rawValue).joined(separator: ", "))) }
        if `case`.accountWide { rows.append(("runs", "alone, as it touches what the whole account shares")) }
        switch `case`.scope {
        case .everything: break
        case .strictly: rows.append(("judged", "faults of the envelope as errors"))
        case .envelope: rows.append(("judged", "the envelope only, its faults as errors"))
        case .soundness: rows.append(("judged", "no server error, the API's own form, and nothing done if refused"))
        }
        let width = rows.map(\.name.count).max() ?? 0
        return rows.map { "  \($0.name)\(String(repeating: " ", count: width - $0.name.count))  \($0.value)" }
    }

    private func section(_ title: String, _ steps: [Step], _ goldens: [String: [Golden]]) -> [String] {
        steps.isEmpty ? [] : ["", title] + steps.flatMap { lines($0, goldens) }
    }

    private func lines(_ step: Step, _ goldens: [String: [Golden]]) -> [String] {
        let name = step.name.isEmpty ? "" : "\(step.name): "
        let api = step.api.map { " (\($0.rawValue))" } ?? ""
        var lines = ["  \(name)\(step.operation)\(api), \(step.expectation.wording)"]
        if step.times > 1 {
            lines.append("    sent \(step.times) times\(step.isAtOnce ? " at once" : ""), each answer counts")
        }
        if let paging = step.paging {
            let size = paging.size.map { " of at most \($0)" } ?? ""
            lines.append("    read page by page\(size) to the end, as one answer")
        }
        let (input, curl) = request(of: step)
        lines.append("    " + curl)
        if `case`.judged.contains(where: { $0.name == step.name }) {
            lines += Value.fields(input.fields).leaves(at: "").map { "      \($0.path) = \(CaseText.shown($0.value))" }
        }
        for (key, path) in step.captures.sorted(by: { $0.key < $1.key }) {
            lines.append("    keeps \(path) as \(CaseText.captured(key))")
        }
        if step.expectation.hasGolden, `case`.judged.contains(where: { $0.name == step.name }) {
            let own = goldens[step.name] ?? []
            lines += own.isEmpty ? ["    no golden yet; write it with: ses-conformance record '\(`case`.id)'"] : []
            lines += own.flatMap(self.lines)
        }
        return lines
    }

    private func lines(_ golden: Golden) -> [String] {
        let evidence = CaseText.evidence(Evidence(golden.provenance, golden.source))
        let document = TreeText.text(of: golden.tree).split(separator: "\n")
        let type = golden.errorType.map { ", \(Answer.errorTypeHeader): \($0)" } ?? ""
        return ["    \(pathOfGolden(golden)) (\(evidence))", "      \(golden.status) \(golden.contentType)\(type)"]
            + document.map { "      \($0)" }
    }

    private var undone: [String] {
        let made = (`case`.setup + `case`.judged).compactMap { step -> String? in
            guard let undo = catalog.operation(step.api(in: `case`.api), step.operation)?.undo else { return nil }
            return "  what \(step.operation) creates, by \(undo.operation)"
        }
        var seen: Set<String> = []
        let lines = made.filter { seen.insert($0).inserted }
        return lines.isEmpty ? [] : ["", "Taken away afterwards"] + lines
    }
}

extension CaseText {
    /// The parameters with names filled in, and the command that sends them.
    private func request(of step: Step) -> (input: Fields, curl: String) {
        var resolver = Resolver(prefix: "sc-show", bindings: Bindings(known: known))
        let input = resolver.resolve(step.input)
        let request = RequestComposer(catalog: catalog, api: `case`.api)
            .request(of: resolver.resolveEnvelope(of: step), input: input)
        let curl = CurlCommand.text(
            for: request, baseURL: baseURL, region: "us-east-1", signature: step.envelope.signature)
        return (input, curl)
    }

    /// Longer values are cut off; the command has them whole.
    private static let mostCharacters = 200

    private static func shown(_ value: Value) -> String {
        let text = value.scalarText ?? ""
        let rest = text.count - mostCharacters
        return JSONText.quoted(String(text.prefix(mostCharacters))) + (rest > 0 ? " … and \(rest) characters" : "")
    }

    /// What stands for things that only a run has.
    private var known: [String: String] {
        var known = ["sender": "sender@example.com", "serial": "1"]
        for need in Need.allCases {
            known["resource:\(need.rawValue)"] = need.defaultResource ?? "\(need.rawValue)-of-yours"
        }
        for step in `case`.setup + `case`.judged {
            for key in step.captures.keys { known["capture:\(key)"] = CaseText.captured(key) }
        }
        return known
    }

    private static func captured(_ key: String) -> String { "captured-\(key)" }

    private static func evidence(_ evidence: Evidence) -> String {
        "\(evidence.provenance.rawValue): \(evidence.source)" + (evidence.date.map { ", \($0)" } ?? "")
    }
}

extension Expectation {
    /// What the answer must be, in words.
    fileprivate var wording: String {
        switch self {
        case .accepted: "any success"
        case .ignored: "whatever comes"
        case .result: "success"
        case .failure(let failure): "\(failure.status) \(failure.codes.joined(separator: " or "))"
        case .status(let status, _): "\(status) in whatever form"
        case .modelled: "as the reference service answers; other answers fail nothing"
        case .observed: "reported and not judged: nobody knows the right answer"
        case .anyOf(let choices): choices.map(\.wording).joined(separator: "; or ")
        }
    }
}
