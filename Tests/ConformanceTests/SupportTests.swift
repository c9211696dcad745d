import SpecModel
import Testing
import Wire

@testable import Conformance

/// How a run decides that an operation, a need or a control is not there.
@Suite struct SupportTests {
    /// What an endpoint answers that does not know an operation.
    enum Ignorance: String, CaseIterable, Sendable {
        case invalidAction, notImplemented, foreignNotFound, notAllowed, page, silence

        func answer() throws(EndpointError) -> HTTPResponse {
            switch self {
            case .invalidAction: ThingService.refusal("InvalidAction")
            case .notImplemented: ThingService.answer(501, "{\"message\":\"not yet\"}", type: "application/json")
            case .foreignNotFound: ThingService.answer(404, "<Error><Code>NoSuchBucket</Code></Error>")
            case .notAllowed: ThingService.answer(405, "", type: "text/plain")
            case .page: ThingService.page500
            case .silence: throw .timedOut(.seconds(2))
            }
        }
    }

    @Test("an operation that is not known is said once, and nothing about it fails", arguments: Ignorance.allCases)
    func unknown(_ ignorance: Ignorance) async throws {
        let service = ThingService { call throws(EndpointError) in
            call.action == "MakeThing" ? try ignorance.answer() : nil
        }
        let result = try await Rehearsal(catalog: Things.catalog()).run(service)
        let own = result.cases.filter { $0.operation == "MakeThing" }
        #expect(own.count > 5)
        #expect(own.allSatisfy { $0.outcome == .unsupported && $0.reason?.isEmpty == false }, "\(result.lines)")
        #expect(result.support.filter { !$0.isSupported }.map(\.operation) == ["MakeThing"])
        // What can't be prepared is blocked, and says by what.
        #expect(result["v1/ReadThing/minimal"]?.outcome == .blocked)
        #expect(result["v1/ReadThing/minimal"]?.reason == "setup: MakeThing is unsupported")
        #expect(result["v1/ListThings/minimal"]?.outcome == .passed)
        #expect(result.ids(.failed).isEmpty, "\(result.lines)")
        #expect(Verdict(result).exitCode == 0)
        #expect(Verdict(result, .init(requireSupported: true)).exitCode == 1)
    }

    /// What an endpoint answers that knows the operation, and does not do it well.
    static let faulty: [HTTPResponse] = [
        ThingService.answer(500, "{\"message\":\"oops\"}", type: "application/json"),
        ThingService.refusal("NoSuchThing", status: 404), ThingService.refusal("InternalFailure", status: 500),
        ThingService.answer(200, "<html></html>", type: "text/html"), ThingService.answer(403, ""),
    ]

    @Test("any other answer is a fault of an operation that is there", arguments: faulty)
    func known(_ answer: HTTPResponse) async throws {
        let service = ThingService { call throws(EndpointError) in call.action == "MakeThing" ? answer : nil }
        let result = try await Rehearsal(catalog: Things.catalog()).run(service)
        #expect(!result.support.contains { !$0.isSupported })
        #expect(result["v1/MakeThing/minimal"]?.outcome == .failed, "\(result.lines)")
        #expect(result.ids(.unsupported).isEmpty)
    }

    @Test("an operation that crashes over its minimal request only is there") func crash() async throws {
        let service = ThingService { call throws(EndpointError) in
            call.action == "MakeThing" && call["Colour"] == nil ? ThingService.page500 : nil
        }
        let result = try await Rehearsal(catalog: Things.catalog()).run(service)
        #expect(result.support.allSatisfy { $0.isSupported })
        #expect(result["v1/MakeThing/minimal"]?.outcome == .failed)
        #expect(result["v1/MakeThing/complete"]?.outcome == .passed, "\(result.lines)")
    }

    @Test("a crash later on is a fault, not a lack") func later() async throws {
        let service = ThingService { call throws(EndpointError) in
            call.action == "MakeThing" && call["Colour"] == "Red" ? ThingService.page500 : nil
        }
        let result = try await Rehearsal(catalog: Things.catalog()).run(service)
        #expect(result["v1/MakeThing/value-colour-red"]?.outcome == .failed, "\(result.lines)")
        #expect(result["v1/MakeThing/minimal"]?.outcome == .passed)
        #expect(result.ids(.unsupported).isEmpty)
    }

    @Test("a region that does not offer an operation blocks, and is not a lack of the endpoint's")
    func region() async throws {
        let service = ThingService { call throws(EndpointError) in
            guard call.action == "TouchThing" else { return nil }
            return ThingService.refusal("InvalidAction", message: "Unavailable Operation")
        }
        let touch = Operation(
            "TouchThing", family: .receiving, "Touches a thing.", page: 1, parameters: Things.touch.parameters,
            result: [], fixture: Fixture(needs: [.receivingRegion], setup: [Things.made], Things.page))
        let catalog = Things.catalog(operations: [Things.drop, Things.list, Things.make, touch])
        let result = try await Rehearsal(catalog: catalog).run(service)
        let own = result.cases.filter { $0.operation == "TouchThing" }
        #expect(own.allSatisfy { $0.outcome == .blocked }, "\(result.lines)")
        #expect(own.first?.reason == "needs receiving-region: 400 InvalidAction: Unavailable Operation")
        #expect(!result.support.contains { !$0.isSupported })
        #expect(result.remarks.count == 1)
    }

    @Test("a need that the endpoint refuses blocks what has it, until the user names one") func need() async throws {
        let probe = NeedProbe(.snsTopic, steps: [.setup("TouchThing", ["Name": "⟦resource:sns-topic⟧"])])
        let asking = Scenario(
            "with-topic", "ReadThing", title: "needs a topic", requirement: "It MUST answer.", source: Things.page,
            needs: [.snsTopic], setup: [Things.made],
            steps: [
                Step("", "ReadThing", ["Name": "⟦name:thing⟧"], expect: .result(["Name": "⟦name:thing⟧"], Things.page))
            ])
        let rehearsal = try await Rehearsal(catalog: Things.catalog(scenarios: [asking], probes: [probe]))
        // The usual topic's ARN is longer than a name may be.
        let result = try await rehearsal.run(ThingService())
        #expect(result["v1/ReadThing/with-topic"]?.outcome == .blocked)
        #expect(
            result["v1/ReadThing/with-topic"]?.reason?.hasPrefix("needs sns-topic: TouchThing answered 400") == true)
        #expect(result.remarks.first?.contains("name one with --resource sns-topic=VALUE") == true)
        #expect(result["v1/ReadThing/minimal"]?.outcome == .passed)

        var options = Rehearsal.options()
        options.resources = [.snsTopic: "mine"]
        let service = ThingService()
        let told = try await rehearsal.run(service, nil, options)
        #expect(told["v1/ReadThing/with-topic"]?.outcome == .passed, "\(told.lines)")
        #expect(
            !service.calls.contains { $0.action == "TouchThing" && $0["Name"] == "mine" }, "what is given is not probed"
        )
    }

    @Test("where a request with a wrong signature is accepted, the signing axis is not enforced")
    func signatures() async throws {
        let refused = Failure(["SignatureDoesNotMatch"], status: 403, Things.page)
        let wrong = Step(
            "", "ListThings", expect: .failure(refused), envelope: Envelope(signature: .wrongSecret))
        let signing = Scenario(
            "signing", "ListThings", title: "signs wrongly", requirement: "It MUST refuse.", source: Things.page,
            needs: [.signatureCheck], setup: [.setup("ListThings")], steps: [wrong])
        let probe = NeedProbe(.signatureCheck, steps: [.setup("ListThings"), wrong])
        let rehearsal = try await Rehearsal(catalog: Things.catalog(scenarios: [signing], probes: [probe]))
        let lax = try await rehearsal.run(ThingService())
        #expect(lax["v1/ListThings/signing"]?.outcome == .blocked)
        #expect(
            lax.remarks == [
                "cases that need signature-check were not run: the signing axis is not enforced by this endpoint"
            ])
        #expect(lax["v1/ListThings/minimal"]?.outcome == .passed)
        let result = try await rehearsal.run(StrictEndpoint())
        #expect(result["v1/ListThings/signing"]?.outcome == .passed, "\(result.lines)")
        #expect(result.remarks.isEmpty)
    }

    @Test("a negative whose control is refused is blocked, not passed") func control() async throws {
        let service = ThingService { call throws(EndpointError) in
            call["Colour"] != nil ? ThingService.refusal("ValidationError") : nil
        }
        let result = try await Rehearsal(catalog: Things.catalog()).run(service)
        #expect(result["v1/MakeThing/outside-colour"]?.outcome == .blocked, "\(result.lines)")
        #expect(result["v1/MakeThing/outside-colour"]?.reason == "control: MakeThing answered 400 ValidationError: no")
        #expect(result["v1/MakeThing/with-colour"]?.outcome != .passed)
        #expect(result["v1/MakeThing/missing-name"]?.outcome == .passed)
    }

    @Test("a setup that is refused blocks, whatever form the refusal has", arguments: [nil, "text/plain"])
    func setup(_ type: String?) async throws {
        let answer = type.map { ThingService.answer(500, "", type: $0) } ?? HTTPResponse(status: 500)
        let service = ThingService { call throws(EndpointError) in call.action == "MakeThing" ? answer : nil }
        let result = try await Rehearsal(catalog: Things.catalog()).run(service)
        let one = try #require(result["v1/ReadThing/minimal"])
        #expect(one.outcome == .blocked)
        #expect(one.reason?.hasPrefix("setup: MakeThing answered 500") == true)
        #expect(result["v1/ReadThing/missing-name"]?.outcome == .blocked)
    }
}

@Suite struct SupportDecisionTests {
    private func unknown(_ response: HTTPResponse) -> String? {
        SupportDecision.unknown(Answer(reading: response), response, .v1)
    }

    @Test("what was seen is said in one line") func seen() {
        #expect(unknown(ThingService.page500) == "500 text/html, an HTML page")
        #expect(unknown(ThingService.refusal("InvalidAction")) == "400 text/xml, InvalidAction")
        #expect(unknown(HTTPResponse(status: 501)) == "501")
        #expect(unknown(ThingService.answer(500, "  <HTML>", type: "text/plain")) == "500 text/plain, an HTML page")
    }

    @Test("the API's own refusals are answers of somebody who knows the operation")
    func own() {
        #expect(unknown(ThingService.refusal("RuleSetDoesNotExist", status: 404)) == nil)
        #expect(unknown(ThingService.refusal("InvalidAction", message: "Unavailable Operation: x")) == nil)
        #expect(unknown(ThingService.answer(200, "<html></html>", type: "text/html")) == nil)
        #expect(unknown(ThingService.refusal("ServiceUnavailable", status: 503)) == nil)
    }

    @Test("an answer's summary has its code and the beginning of its message, or what there is instead")
    func summary() {
        func summary(_ response: HTTPResponse) -> String {
            SupportDecision.summary(Answer(reading: response), response, .v1)
        }
        let long = String(repeating: "x", count: 500)
        #expect(summary(ThingService.refusal("A", message: long)).count == "400 A: ".count + 160)
        #expect(summary(ThingService.success("MakeThing")) == "200 MakeThingResponse")
        #expect(summary(ThingService.answer(200, "<Error><Code>Bare</Code></Error>")) == "200 Bare")
        #expect(summary(HTTPResponse(status: 500)).hasPrefix("500 "))
    }
}

/// Things for those who sign rightly.
private struct StrictEndpoint: Endpoint {
    private let things = ThingService()

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        var received = request
        received.headers.append(Header("Host", Rehearsal.options().host))
        guard Rehearsal.options().signer.check(received) == .valid else {
            return ThingService.refusal("SignatureDoesNotMatch", status: 403)
        }
        return try await things.exchange(request, within: deadline)
    }
}
