import Conformance
import Foundation
import Testing

@testable import Report

@Suite struct MarkdownReporterTests {
    private func text(_ result: RunResult) -> String {
        String(decoding: MarkdownReporter().report(result), as: UTF8.self)
    }

    @Test("the page of the fixed run is as it was accepted")
    func golden() throws {
        try ReportGolden.compare(MarkdownReporter().report(FixedRun.result), with: "summary.md")
    }

    @Test("nothing that means harm gets onto the page, and it stays small")
    func safe() {
        let page = text(FixedRun.result)
        #expect(ReportGolden.dangerous(in: page).isEmpty)
        #expect(page.utf8.count < 60_000)
        // Outside of code nothing is a tag.
        let bare = page.replacing(/(?s)```+\n.*?\n```+\n/, with: "").replacing(/`[^`\n]*`/, with: "")
        #expect(!bare.contains("<"), "\(bare)")
    }

    @Test("an interrupted run, and one of nothing, say so")
    func odd() {
        var run = FixedRun.result
        run.wasInterrupted = true
        #expect(text(run).contains("; the run was interrupted."))
        run.cases = []
        run.support = []
        #expect(text(run).contains("No case was judged."))
    }
}
