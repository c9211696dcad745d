import Conformance
import Foundation
import Testing
import Wire

@testable import Report

@Suite struct HTMLReporterTests {
    private static let options = HTMLReporter.Options(golden: "../golden/", specs: "../specs/")

    private func html(_ result: RunResult = FixedRun.result, _ options: HTMLReporter.Options = options) -> String {
        String(decoding: HTMLReporter(options: options).report(result), as: UTF8.self)
    }

    /// What stands between two texts, the first time.
    private func part(of html: String, from start: String, to end: String) -> Substring? {
        guard let from = html.firstRange(of: start) else { return nil }
        let rest = html[from.upperBound...]
        return rest.firstRange(of: end).map { rest[..<$0.lowerBound] }
    }

    @Test("the page of the fixed run is as it was accepted")
    func golden() throws {
        try ReportGolden.compare(HTMLReporter(options: Self.options).report(FixedRun.result), with: "report.html")
    }

    @Test(
        "the policy names the style and the script that the page has",
        arguments: [("\(HTMLStyle.text)", HTMLStyle.hash), ("\(HTMLScript.text)", HTMLScript.hash)])
    func policy(_ text: String, _ hash: String) throws {
        let digest = "sha256-" + Data(SHA256.digest(of: text)).base64EncodedString()
        #expect(hash == digest, "write the hash anew")
        let policy = try #require(part(of: html(), from: "Content-Security-Policy\" content=\"", to: "\""))
        #expect(policy.contains("'\(digest)'"))
        #expect(policy.hasPrefix("default-src 'none'; "))
        #expect(!policy.contains("unsafe"))
        #expect(html().split(separator: text).count == 2, "the page has the text as it was hashed, once")
    }

    @Test("whatever anybody wrote is text")
    func hostile() {
        let page = html()
        #expect(page.split(separator: "<script").count == 2)
        #expect(page.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"))
        #expect(ReportGolden.dangerous(in: page).isEmpty)
        #expect(page.contains("\\u{202E}desrever"))
    }

    @Test("every case has one place, and every link within the page leads to one")
    func anchors() {
        let page = html()
        let anchors = page.matches(of: /\bid="([^"]*)"/).map { String($0.1) }
        #expect(Set(anchors).count == anchors.count)
        for one in FixedRun.result.cases { #expect(anchors.contains(one.id)) }
        let links = page.matches(of: /href="#([^"]*)"/).map { String($0.1) }
        #expect(Set(links).subtracting(anchors).isEmpty)
        #expect(links.contains("v1/SendEmail:errors"))
    }

    @Test("a failed case tells what is required, sent, expected and received, and where that stands")
    func failure() throws {
        let start = "<div id=\"v1/SendEmail/missing-source\" class=\"case\">"
        let text = try #require(part(of: html(), from: start, to: ">link</a>"))
        #expect(text.contains("The service MUST answer as documented"))
        #expect(text.contains("<code>ValidationError or MissingParameter</code>"))
        #expect(text.contains("<code>MessageRejected</code>"))
        #expect(text.contains("curl -sS 'http://127.0.0.1:5000/' --data-raw 'Action=SendEmail&amp;Version="))
        #expect(text.contains("documented: API reference p. 49"))
        #expect(text.contains("<a href=\"../golden/v1/SendEmail/missing-source.xml\">golden</a>"))
        #expect(text.contains("<a href=\"../specs/v1/SendEmail.swift\">spec</a>"))
    }

    @Test("without a place for them, the files are only named")
    func unlinked() {
        let page = html(FixedRun.result, .init())
        #expect(page.contains("<code>golden/v1/SendEmail/missing-source.xml</code>"))
        #expect(!page.contains("href=\"v1"))
    }

    @Test("a step without a difference is left out, its commands are not")
    func commands() throws {
        let start = "<div id=\"v1/ListIdentities/pages-to-the-end\""
        let text = try #require(part(of: html(), from: start, to: ">link</a>"))
        #expect(text.split(separator: "Action=VerifyDomainIdentity").count == 2)
        #expect(text.split(separator: "<section class=\"exchange").count == 2)
        #expect(text.contains("Step page-1"))
    }

    @Test("what passed has a row and no more, unless there are warnings")
    func passed() throws {
        let page = html()
        #expect(page.contains("<li id=\"v1/GetSendQuota/minimal\" class=\"passed\" data-s data-p=\"documented\">"))
        let warned = try #require(part(of: page, from: "<div id=\"v1/SendEmail/complete\"", to: ">link</a>"))
        #expect(warned.contains("text/html; charset=utf-8"))
        #expect(!warned.contains("<pre"))
    }

    @Test("outcomes are told as the run is judged")
    func outcomes() {
        func row(_ id: String, _ page: String) -> String? {
            let before = page.split(separator: "id=\"\(id)\"").first?.suffix(600)
            return before?.matches(of: /<li class="([a-z]+)"/).last.map { String($0.1) }
        }
        let page = html()
        #expect(row("v1/CreateTemplate/missing-template", page) == "known")
        #expect(row("v1/SendEmail/recipients-51", page) == "new")
        #expect(row("v1/SendEmail/missing-source", page) == "failed")
        let strict = html(FixedRun.result, .init(verdict: .init(failOn: .warning, isStrict: true)))
        #expect(row("v1/SendEmail/recipients-51", strict) == "failed")
        #expect(row("v1/SendEmail/complete", strict) == "failed")
    }

    @Test("a run of 3,000 cases is told in less than 3 MB, however many failed", arguments: [4, 2, 1])
    func size(every: Int) throws {
        let data = HTMLReporter().report(HeavyRun.result(failing: every))
        #expect(data.count < 3_000_000, "\(data.count) bytes")
        if let folder = ProcessInfo.processInfo.environment["SES_CONFORMANCE_HEAVY_REPORTS"] {
            try data.write(to: URL(filePath: folder).appending(path: "heavy-\(every).html"))
        }
    }

    @Test("where there is no room for every case, each that is short names one of its cause that is not")
    func folded() throws {
        let run = HeavyRun.result(failing: 1)
        let page = String(decoding: HTMLReporter().report(run), as: UTF8.self)
        let named = page.matches(of: /for the same cause as <a href="#([^"]+)">/).map { String($0.1) }
        #expect(named.count > 100)
        #expect(page.contains("cases only name another of their cause, for the size of this page"))
        let causes = Dictionary(grouping: run.cases) { $0.findings[0].cause.id }.values.map { $0[0].id }
        #expect(Set(named).isSubset(of: causes))
        let places = Set(page.matches(of: /\sid="([^"]+)"/).map { String($0.1) })
        #expect(places.isSuperset(of: run.cases.map(\.id)))
        let whole = Set(page.matches(of: /<div id="([^"]+)" class="case">/).map { String($0.1) })
        #expect(whole.isSuperset(of: named))
    }
}
