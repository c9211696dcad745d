import Conformance
import Testing

@testable import Report

@Suite struct CauseGroupTests {
    @Test("the largest group comes first, equal ones by their ids")
    func order() {
        let groups = CauseGroup.groups(of: FixedRun.result.cases) { $0.difference.severity == .error }
        #expect(
            groups.map { "\($0.cause.id) \($0.members.count)" } == [
                "missing-required/accepted 4", "boundary-outside/accepted 1", "missing-required/code 1",
                "scenario/paging 1", "special-characters/missing 1", "special-characters/unexpected 1",
            ])
        #expect(groups[0].operations.map(\.id) == ["v1/SendEmail", "v1/CreateTemplate", "v1/VerifyEmailIdentity"])
    }

    @Test("the example is the case with the fewest commands and the shortest")
    func example() throws {
        let groups = CauseGroup.groups(of: FixedRun.result.cases) { $0.cause.id == "missing-required/accepted" }
        #expect(try #require(groups.first?.example).result.id == "v1/SendEmail/missing-destination")
    }

    @Test("a case for which a smaller request was found is the example of the cause that it shows")
    func smaller() throws {
        var run = FixedRun.result
        let place = try #require(run.cases.firstIndex { $0.id == "v1/VerifyEmailIdentity/missing-email-address" })
        run.cases[place].shrunk = ShrunkRequest(cause: "missing-required/accepted", changes: ["without B"], curl: "c")
        let groups = CauseGroup.groups(of: run.cases) { $0.cause.id == "missing-required/accepted" }
        #expect(groups.first?.example?.result.id == run.cases[place].id)
        #expect(groups.first?.example?.shrunk?.curl == "c")
        run.cases[place].shrunk = ShrunkRequest(cause: "another", changes: [], curl: "c")
        let others = CauseGroup.groups(of: run.cases) { $0.cause.id == "missing-required/accepted" }
        #expect(others.first?.example?.result.id == "v1/SendEmail/missing-destination")
    }

    @Test("the exchange shown is that of the step which differs")
    func exchange() throws {
        let groups = CauseGroup.groups(of: FixedRun.result.cases) { $0.cause.id == "scenario/paging" }
        #expect(try #require(groups.first?.example?.exchange).step == "page-1")
    }
}
