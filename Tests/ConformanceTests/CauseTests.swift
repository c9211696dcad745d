import Diff
import SpecModel
import Wire
import Testing

@testable import Conformance

@Suite struct CauseTests {
    private func cause(
        _ kind: Difference.Kind, _ path: String = "status", actual: String? = "x", rule: String = "missing-required",
        _ name: String = "missing-source", owner: String? = nil
    ) -> Cause {
        let difference = Difference(path: path, kind: kind, expected: "e", actual: actual, severity: .error)
        let one = Case(
            api: .v1, operation: "DoThing", name: name, axis: .errors, rule: rule, title: "tells a story",
            requirement: "It MUST.", source: SampleOperation.evidence, steps: [])
        return Cause(of: difference, in: one, owner: owner)
    }

    @Test("what a rule's cases have in common is one cause, whatever the parameter") func rules() {
        #expect(
            cause(.accepted) == Cause(id: "missing-required/accepted", title: "missing required parameter accepted"))
        #expect(cause(.accepted, "status", "missing-body") == cause(.accepted))
        #expect(cause(.code, "ErrorResponse/Error/Code").id == "missing-required/code")
        for rule in Rules.all {
            #expect(cause(.rejected, rule: rule.id).title == "\(rule.valid) refused")
            #expect(cause(.accepted, rule: rule.id).title == "\(rule.subject) accepted")
        }
    }

    @Test("a crash is a cause of its own") func crash() {
        #expect(cause(.status, actual: "500 text/html page").id == "missing-required/crash")
        #expect(cause(.status, actual: "403 AccessDenied").id == "missing-required/status")
    }

    @Test("faults of the envelope are grouped by what they are, across all rules") func envelope() {
        let first = cause(.header, "header Content-Type", rule: "minimal", "minimal")
        #expect(first == cause(.header, "header Content-Type", rule: "length", "too-long-name"))
        #expect(first.title == "Content-Type not as the service sends it")
        #expect(cause(.wording, "ErrorResponse/Error/Message").id == "wording/Message")
        #expect(cause(.unexpected, "error/name").id == "unexpected/errors/name")
    }

    @Test("an element is a cause by the data type that it belongs to, not by its place in a list") func elements() {
        let path = "DescribeRuleResponse/DescribeRuleResult/Rule/Actions/member[1]/Scope"
        let found = cause(.missing, path, rule: "minimal", "minimal", owner: "StopAction")
        #expect(found == Cause(id: "missing/StopAction/Scope", title: "Scope missing from StopAction"))
        let elsewhere = path.replacing("[1]", with: "[7]").replacing("DescribeRule", with: "ListRules")
        #expect(found == cause(.missing, elsewhere, rule: "complete", "complete", owner: "StopAction"))
        let own = cause(.missing, "ListRulesResponse/ListRulesResult/Rules", rule: "minimal", "minimal")
        #expect(own == Cause(id: "missing/ListRules/Rules", title: "Rules missing from the answer of ListRules"))
    }

    @Test("a scenario's causes are its own") func scenarios() {
        let found = cause(.value, "A/B", rule: "scenario", "policy-life")
        #expect(found == Cause(id: "policy-life/value", title: "tells a story: another value in the answer"))
        #expect(cause(.paging, "A/B", rule: "scenario").title == "tells a story: pages not as asked for")
    }

    @Test("every kind of difference has a title of words", arguments: Difference.Kind.allCases)
    func titles(_ kind: Difference.Kind) {
        for rule in Rules.all.map(\.id) + ["scenario", "reference-sample"] {
            let found = cause(kind, "AResponse/AResult/B", rule: rule)
            #expect(!found.title.isEmpty && !found.id.isEmpty && !found.id.contains(" "), "\(rule): \(found)")
        }
    }
}

@Suite struct JobPoolTests {
    @Test(
        "outputs come in the order of the items, those that must be alone last and one at a time",
        arguments: [1, 3, 64])
    func order(_ jobs: Int) async {
        let running = Guarded((now: 0, most: 0, done: 0))
        let outputs = await JobPool(jobs: jobs).map(Array(0..<40), alone: { $0 % 4 == 0 }) { item in
            let others = running.withLock { state in
                state.now += 1
                state.most = max(state.most, state.now)
                return (now: state.now, done: state.done)
            }
            if item % 4 == 0 { #expect(others.now == 1 && others.done >= 30) }
            await Task.yield()
            running.withLock { state in
                state.now -= 1
                state.done += 1
            }
            return item * 2
        }
        #expect(outputs == (0..<40).map { $0 * 2 })
        #expect(running.withLock { $0.most } <= jobs)
    }

    @Test("nothing to do is done at once") func nothing() async {
        #expect(await JobPool(jobs: 4).map([Int](), alone: { _ in false }) { $0 }.isEmpty)
    }
}
