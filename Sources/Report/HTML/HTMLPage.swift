import Conformance
import Diff
import SpecModel

/// What all parts of the page need to know of the run.
struct HTMLPage {
    /// In bytes: pages of 3,000 cases stay below it.
    private static let mostBytes = 2_900_000
    /// In bytes, of the page without what went over the wire.
    private static let mostBaseBytes = 2_200_000
    /// Of one answer or command, in bytes.
    static let longestText = 6_000
    /// Of one value, in bytes.
    static let longestValue = 400

    let result: RunResult
    let options: HTMLReporter.Options
    let verdict: Verdict
    let rows: [OperationRow]
    /// Of each case, in the order of the result's.
    let details: [CaseDetails]
    /// Cases that show what went over the wire.
    private(set) var opened: Set<Int> = []
    /// Cases that only name another of their cause, which shows more.
    private(set) var folded: [Int: Int] = [:]
    private let isMixed: Bool

    init(_ result: RunResult, _ options: HTMLReporter.Options) {
        self.result = result
        self.options = options
        verdict = Verdict(result, options.verdict)
        rows = OperationRow.rows(of: result, failOn: options.verdict.failOn)
        isMixed = Set(result.cases.map(\.api)).union(result.support.map(\.api)).count > 1
        details = result.cases.map { CaseDetails($0, isOpened: Standing($0, options.verdict).isOpened) }
    }

    /// The page, with as much of what went over the wire as there is room for.
    var text: String {
        var page = self
        let base = document.utf8.count
        let (folded, size): ([Int: Int], Int) = base > Self.mostBaseBytes ? fold(base) : ([:], base)
        page.folded = folded
        page.opened =
            DetailChoice(details, room: Self.mostBytes - size) { index in
                details[index].exchanges.isEmpty || folded[index] != nil ? nil : details[index].weight
            }.chosen
        return page.document
    }

    /// The cases that only name the first of their cause, for the page to have its size, and that size.
    ///
    /// - Parameter base: the size of the page where every case tells its differences, in bytes.
    private func fold(_ base: Int) -> ([Int: Int], Int) {
        var first: [String: Int] = [:]
        var alike: [Int: Int] = [:]
        for index in details.indices {
            guard let cause = details[index].fault?.cause.id else { continue }
            if let earlier = first[cause] { alike[index] = earlier } else { first[cause] = index }
        }
        let weights = alike.reduce(into: [Int: Int]()) { weights, one in
            weights[one.key] = length(ofRow: one.key, folded: nil) - length(ofRow: one.key, folded: one.value)
        }
        let least = base - weights.values.reduce(0, +)
        let told = DetailChoice(details, room: Self.mostBaseBytes - least) { weights[$0] }.chosen
        let folded = alike.filter { !told.contains($0.key) }
        return (folded, least + told.reduce(0) { $0 + (weights[$1] ?? 0) })
    }

    private var document: String {
        var html = HTMLWriter()
        html.open("!DOCTYPE html")
        html.line()
        html.element("html", ["lang": "en"]) { html in
            html.line()
            html.element("head") { head(&$0) }
            html.line()
            html.element("body") { html in
                summary(&html)
                html.element("main") { html in
                    html.element("div", ["class": "overview"]) { html in
                        causes(&html)
                        matrix(&html)
                    }
                    cases(&html)
                }
                legend(&html)
                html.raw("script", HTMLScript.text)
            }
        }
        html.line()
        return html.text
    }

    /// A value as far as the page has room for it.
    func cut(_ text: String, at limit: Int = longestValue) -> String { VisibleText.lines(text, limit: limit) }

    /// The operation's name, with its API where the run has both.
    func name(_ api: API, _ operation: String) -> String { (isMixed ? "\(api.rawValue) " : "") + operation }

    func standing(_ one: CaseResult) -> Standing { Standing(one, options.verdict) }

    /// The page's head; its policy lets nothing in and nothing out, and only this page's own script run.
    func head(_ html: inout HTMLWriter) {
        let policy = """
            default-src 'none'; style-src '\(HTMLStyle.hash)'; script-src '\(HTMLScript.hash)'; \
            base-uri 'none'; form-action 'none'
            """
        html.open("meta", ["charset": "utf-8"])
        html.open("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
        html.open("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        html.open("meta", ["name": "color-scheme", "content": "light dark"])
        html.open("meta", ["name": "referrer", "content": "no-referrer"])
        html.line()
        html.element("title", "SES conformance of \(result.endpoint)")
        html.line()
        html.raw("style", HTMLStyle.text)
    }
}

/// What a case is called on the page: its outcome, as the run is judged.
enum Standing: String, CaseIterable {
    case failed
    /// Failed, but newer than the baseline.
    case new
    /// Failed, as the baseline has it.
    case known
    case broken, passed, unsupported, blocked, observed

    init(_ one: CaseResult, _ options: Verdict.Options) {
        switch one.outcome {
        case .passed, .failed:
            if one.differs(from: options.failOn) {
                self = one.isNew && !options.isStrict ? .new : .failed
            } else {
                self = one.outcome == .failed ? .known : .passed
            }
        case .unsupported: self = .unsupported
        case .blocked: self = .blocked
        case .broken: self = .broken
        case .observed: self = .observed
        }
    }

    /// Whether the page shows what went over the wire.
    var isOpened: Bool {
        switch self {
        case .failed, .new, .known, .broken, .observed: true
        case .passed, .unsupported, .blocked: false
        }
    }

    var meaning: String {
        switch self {
        case .failed: "at least one difference that fails the run"
        case .new: "failed, but the case is newer than the baseline"
        case .known: "failed, as the baseline says"
        case .broken: "no answer could be had at all"
        case .passed: "as expected; perhaps with warnings or notes"
        case .unsupported: "the endpoint does not know the operation"
        case .blocked: "a control, a setup or a need was not met"
        case .observed: "nobody knows the right answer: reported, not judged"
        }
    }
}

extension Axis {
    var question: String {
        switch self {
        case .operation: "is it there"
        case .shape: "are all members there, of the right type, and no others"
        case .values: "are values accepted, refused and returned as the constraints say"
        case .errors: "is each declared error given when it should be"
        case .behaviour: "state across calls"
        case .protocol: "envelope, encoding, signing"
        }
    }
}
