import Conformance
import Foundation

/// The result as one HTML page that needs nothing else: no network, no other file, not even its script.
///
/// Source: https://html.spec.whatwg.org. The order is that of the terminal report: what the run comes to, what is
/// broken grouped by cause, the matrix of operations and axes, then every case:
///
///     <details class="operation"><summary><b>SendEmail</b>…</summary>
///       <ul><li class="failed" data-s="error" data-p="documented"><details>
///         <summary><span>failed</span> <b>missing-source</b> omits Source</summary>
///         <div id="v1/SendEmail/missing-source">…
///
/// A case is reached by `#v1/SendEmail/missing-source`, an operation by `#v1/SendEmail`, its cases on an axis by
/// `#v1/SendEmail:errors`. The script adds filters, copy buttons and a switch between light and dark.
public struct HTMLReporter: Reporter {
    /// What counts as a failure, and where files lie as seen from the page.
    public struct Options: Sendable {
        /// What fails a run.
        public var verdict: Verdict.Options
        /// The URL of the golden folder, relative to the page, with a slash at its end; nil for no links.
        public var golden: String?
        /// The URL of the folder of the specs, relative to the page, with a slash at its end; nil for no links.
        public var specs: String?

        public init(verdict: Verdict.Options = Verdict.Options(), golden: String? = nil, specs: String? = nil) {
            self.verdict = verdict
            self.golden = golden
            self.specs = specs
        }
    }

    private let options: Options

    public init(options: Options = Options()) { self.options = options }

    public func report(_ result: RunResult) -> Data { Data(HTMLPage(result, options).text.utf8) }
}
