import Testing
import Wire

@testable import Mutation

@Suite struct ElementFaultsTests {
    private static func tree(_ faultClass: FaultClass, _ path: String) throws -> Tree {
        let faults = ElementFaults.faults(of: Samples.sites(Samples.success, operation: "ListIdentities"))
        let fault = try #require(faults.first { $0.faultClass == faultClass && $0.what.contains(path) })
        return Answer(reading: fault.applied(to: Samples.response(Samples.success))).tree ?? Tree("unreadable")
    }

    private static let list = "ListIdentitiesResult.Identities"

    @Test("an element is dropped with what is in it") func dropped() throws {
        let tree = try Self.tree(.elementDropped, "ListIdentitiesResult/Identities")
        #expect(tree.child("ListIdentitiesResult")?.children == [])
    }

    @Test("an element is renamed where it stands") func renamed() throws {
        let tree = try Self.tree(.elementRenamed, "ResponseMetadata/RequestId")
        #expect(tree.descendant("ResponseMetadata.requestId") != nil)
    }

    @Test("a member of the case's own is there twice") func duplicated() throws {
        let tree = try Self.tree(.elementDuplicated, "member[1]")
        #expect(
            tree.descendant(Self.list)?.children.map(\.text).prefix(2) == [
                "sc-own-1@example.com", "sc-own-1@example.com",
            ])
    }

    @Test("an element stands behind the one that it was in") func movedUp() throws {
        let tree = try Self.tree(.elementMovedUp, "ListIdentitiesResult/Identities up")
        #expect(tree.children.map(\.name) == ["ListIdentitiesResult", "Identities", "ResponseMetadata"])
    }

    @Test("members that the case did not make are left alone") func foreign() {
        let faults = ElementFaults.faults(of: Samples.sites(Samples.success, operation: "ListIdentities"))
        #expect(faults.contains { $0.what.contains("member[1]") })
        #expect(!faults.contains { $0.what.contains("member[2]") })
    }

    @Test("what the golden leaves open keeps its text, but not its type")
    func promises() {
        let golden = """
            <GetSendQuotaResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><GetSendQuotaResult>\
            <Max24HourSend>⟦number⟧</Max24HourSend></GetSendQuotaResult></GetSendQuotaResponse>
            """
        let sites = Samples.sites(
            golden.replacing("⟦number⟧", with: "200.0"), operation: "GetSendQuota", golden: Samples.tree(golden))
        let faults = ElementFaults.faults(of: sites)
        #expect(!faults.contains { $0.faultClass == .textChanged })
        #expect(faults.count { $0.faultClass == .textOffType } == 2)
    }

    @Test("an element that may be left out is not dropped") func optional() {
        let golden = Samples.success.replacing("sc-own-1@example.com", with: "⟦optional⟧sc-own-1@example.com")
        let sites = Samples.sites(Samples.success, operation: "ListIdentities", golden: Samples.tree(golden))
        let faults = ElementFaults.faults(of: sites)
        #expect(!faults.contains { $0.faultClass == .elementDropped && $0.what.contains("member[1]") })
        #expect(faults.contains { $0.faultClass == .textChanged && $0.what.contains("member[1]") })
    }
}
