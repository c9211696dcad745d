import ReferenceService
import SpecModel
import Testing
import Wire

@testable import Conformance

@Suite struct CaseRecordingTests {
    private static func recording(of id: String) async throws -> CaseRecording {
        let rehearsal = try await Rehearsal.standard.value
        let one = try #require(rehearsal.cases[id])
        let endpoint = InProcessEndpoint(ReferenceService())
        let goldens = await Rehearsal.goldens(rehearsal.cases, rehearsal.catalog, endpoint).filter {
            $0.id.caseID == id
        }
        let trial = try await Trial(
            options: Rehearsal.options(), endpoint: endpoint, catalog: rehearsal.catalog, cases: rehearsal.cases,
            goldens: goldens, selection: [one])
        return await trial.recording(of: one, run: "rec1")
    }

    @Test(
        "judged again by the same answer a case passes, by another one it fails",
        arguments: [
            "v1/CreateReceiptRule/minimal", "v1/ListIdentities/pages-to-the-end", "v1/SendEmail/missing-source",
        ])
    func again(_ id: String) async throws {
        let recording = try await Self.recording(of: id)
        #expect(recording.result.outcome == .passed)
        #expect(!recording.exchanges.isEmpty)
        for exchange in recording.exchanges {
            let same = await recording.result(answering: exchange, with: exchange.response)
            #expect(same?.outcome == .passed)
            let other = await recording.result(answering: exchange, with: HTTPResponse(status: 500))
            #expect(other?.outcome == .failed)
        }
    }

    @Test("where another page is asked for than before, nobody can say") func diverging() async throws {
        let recording = try await Self.recording(of: "v1/ListIdentities/pages-to-the-end")
        let first = try #require(recording.exchanges.first { $0.isPage })
        var response = first.response
        let text = String(decoding: response.body, as: UTF8.self)
        response.body = Array(text.replacing(/<NextToken>[^<]*</, with: "<NextToken>another<").utf8)
        #expect(response != first.response)
        #expect(await recording.result(answering: first, with: response) == nil)
    }
}
