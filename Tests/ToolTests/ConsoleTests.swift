import Foundation
import Testing

@testable import ses_conformance

@Suite struct OutputTests {
    @Test(
        "colour is for terminals that have it and people who have not said no",
        arguments: [
            ([:], true, true), ([:], false, false), (["NO_COLOR": "1"], true, false), (["NO_COLOR": ""], true, true),
            (["CI": "true"], true, false), (["TERM": "dumb"], true, false), (["TERM": "xterm"], true, true),
        ] as [([String: String], Bool, Bool)])
    func colour(_ environment: [String: String], _ isTerminal: Bool, _ expected: Bool) {
        #expect(Output.allowsColour(environment, isTerminal: isTerminal) == expected)
    }
}

@Suite struct WordingTests {
    @Test("what a terminal would obey is shown as an escape") func visible() {
        #expect(Wording.visible("a\u{1B}[31m\nb\u{202E}é") == "a\\u{1B}[31m\\u{A}b\\u{202E}é")
    }

    @Test("lists read as sentences do") func list() {
        #expect(Wording.list(["a"], "or") == "a")
        #expect(Wording.list(["a", "b", "c"], "or") == "a, b or c")
        #expect(Wording.list([], "or") == "")
    }

    @Test("lines break at spaces, and a long word stands alone") func wrapping() {
        #expect(Wording.wrapped("aa bb cccccc d", width: 5) == ["aa bb", "cccccc", "d"])
    }
}

@Suite struct ProgressLineTests {
    private final class Screen: Sendable {
        let texts: AsyncStream<String>
        private let continuation: AsyncStream<String>.Continuation

        init() { (texts, continuation) = AsyncStream.makeStream(of: String.self) }

        func write(_ text: String) { continuation.yield(text) }

        func all() async -> [String] {
            continuation.finish()
            return await texts.reduce(into: []) { $0.append($1) }
        }
    }

    @Test("the line is shown at once and at the end, not for each case, and erased") func shown() async {
        let screen = Screen()
        let line = ProgressLine(total: 100, isShown: true) { screen.write($0) }
        for number in 1...100 { line.advance(failed: number == 7) }
        line.erase()
        line.erase()
        let texts = await screen.all()
        #expect(texts.first?.hasPrefix("\r\u{1B}[K[····················]   1/100 cases, 0 failed, ") == true)
        #expect(texts.dropLast().last?.hasPrefix("\r\u{1B}[K[████████████████████] 100/100 cases, 1 failed, ") == true)
        #expect(texts.last == "\r\u{1B}[K")
        #expect(texts.count < 100)
    }

    @Test("nothing is shown where there is no terminal") func hidden() async {
        let screen = Screen()
        let line = ProgressLine(total: 1, isShown: false) { screen.write($0) }
        line.advance(failed: true)
        line.erase()
        #expect(await screen.all().isEmpty)
    }

    @Test(
        "the counts line up, and the time that is left is told once it can be",
        arguments: [
            (7, 1.9, "[····················]   7/480 cases, 1 failed, 1 s"),
            (7, 4.7, "[····················]   7/480 cases, 1 failed, 4 s, 5 min left"),
            (120, 30, "[█████···············] 120/480 cases, 1 failed, 30 s, 90 s left"),
            (240, 9000, "[██████████··········] 240/480 cases, 1 failed, 2 h 30 min, 2 h 30 min left"),
            (480, 30, "[████████████████████] 480/480 cases, 1 failed, 30 s"),
        ])
    func text(_ done: Int, _ seconds: Double, _ text: String) {
        #expect(ProgressLine.text(done: done, total: 480, failed: 1, elapsed: .seconds(seconds)) == text)
    }
}

@Suite struct InterruptionTests {
    @Test("a request is seen, counted, and ends the wait") func request() async {
        let interruption = Interruption()
        #expect(!interruption.isRequested)
        #expect(interruption.request() == 1)
        #expect(interruption.isRequested)
        await interruption.wait()
        #expect(interruption.request() == 2)
    }
}
