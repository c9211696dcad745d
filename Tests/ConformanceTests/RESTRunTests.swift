import Golden
import SpecCatalog
import SpecModel
import Testing
import Wire

@testable import Conformance

/// Whole runs over an API of the REST-JSON kind.
@Suite struct RESTRunTests {
    private func run(_ service: RESTThingService, _ catalog: Catalog = RESTThings.catalog()) async throws -> RunResult {
        try await Rehearsal(catalog: catalog, recorded: RESTThingService()).run(service)
    }

    /// Whether a case ended as it must on a service without a fault; of some nobody knows the right answer.
    private func isRight(_ result: CaseResult) -> Bool { [.passed, .observed].contains(result.outcome) }

    @Test("a service that does as the spec says passes everything, and nothing is left there") func right() async throws
    {
        let service = RESTThingService()
        let result = try await run(service)
        #expect(result.cases.allSatisfy { isRight($0) && $0.findings.isEmpty }, "\(result.lines)")
        #expect(result.ids(.passed).count > 25 && result.support.count == 4)
        #expect(service.names.isEmpty)
        let first = try #require(service.requests.first)
        // The small catalogue does not know where the greeting goes.
        #expect(first.method == "GET" && first.target == "/")
    }

    @Test("labels are percent-encoded, the query too, and the rest is JSON with values of their types") func wire()
        async throws
    {
        let service = RESTThingService()
        _ = try await run(service)
        let made = service.requests.filter { $0.method == "POST" }
        #expect(made.allSatisfy { $0.target == "/v2/things" && $0.header("Content-Type") == "application/json" })
        #expect(made.contains { String(decoding: $0.body, as: UTF8.self).contains("\"Size\":5,\"IsOpen\":true") })
        let read = service.requests.filter { $0.method == "GET" && $0.target.hasPrefix("/v2/things/") }
        #expect(read.contains { $0.target.hasSuffix("-thing%2Ba%40example.com") })
        #expect(read.allSatisfy { $0.body.isEmpty && $0.header("Content-Type") == nil })
        #expect(read.allSatisfy { $0.header("Authorization")?.contains("/us-east-1/ses/aws4_request") == true })
        #expect(service.requests.contains { $0.target == "/v2/things?PageSize=2&NextToken=2" })
    }

    /// What is wrong with an answer to ReadThing, and the differences that this must make.
    struct Wrong: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let old: String
        let new: String
        let differences: [String]

        init(_ what: String, _ old: String, _ new: String, _ differences: String...) {
            testDescription = what
            self.old = old
            self.new = new
            self.differences = differences
        }
    }

    static let wrong = [
        Wrong("a number as a string", "200}", "\"200\"}", "type error ReadThingResponse/Ratio"),
        Wrong("a time as ISO text", "1700000000.25", "\"2023-11-14T22:13:20Z\"", "type error ReadThingResponse/Made"),
        Wrong("a time in milliseconds", "1700000000.25", "1700000000250", "type error ReadThingResponse/Made"),
        Wrong("a null", "1700000000.25", "null", "type error ReadThingResponse/Made"),
        Wrong("a member renamed", "\"Made\"", "\"made\"", "missing error ReadThingResponse/Made"),
        Wrong("a member twice", "\"Ratio\":", "\"Ratio\":1,\"Ratio\":", "duplicate error ReadThingResponse/Ratio"),
        Wrong("a stranger", "\"Ratio\":", "\"Other\":1,\"Ratio\":", "unexpected warning ReadThingResponse/Other"),
        Wrong(
            "a null of what is not there", "\"Ratio\":", "\"Size\":null,\"Ratio\":",
            "unexpected warning ReadThingResponse/Size"),
        Wrong(
            "a value of what is not there", "\"Ratio\":", "\"Size\":3,\"Ratio\":",
            "unexpected error ReadThingResponse/Size"),
        Wrong("one level too deep", "{\"Name\"", "{\"Thing\":{\"Name\"", "body error body"),
        Wrong("an array around it", "{\"Name\"", "[{\"Name\"", "body error body"),
        Wrong("another spelling of a number", "200}", "2.0E2}"),
        Wrong("a time without a fraction", "1700000000.25", "1700000000"),
    ]

    @Test("what is wrong in a body is found, and what is not is not", arguments: wrong)
    func body(_ wrong: Wrong) async throws {
        let service = RESTThingService(changing: { request, response in
            guard request.method == "GET", request.target.hasPrefix("/v2/things/"), response.status == 200 else {
                return
            }
            let text = String(decoding: response.body, as: UTF8.self).replacing(wrong.old, with: wrong.new)
            response.body = Array(text.utf8)
        })
        let result = try await run(service)
        let found = result["v2/ReadThing/minimal"]?.findings.map(\.difference) ?? []
        #expect(found.map { "\($0.kind) \($0.severity) \($0.path)" } == wrong.differences, "\(result.lines)")
    }

    @Test("within lists, maps and booleans too") func deep() async throws {
        let service = RESTThingService(changing: { request, response in
            guard request.method == "GET", request.target.hasPrefix("/v2/things/") else { return }
            let text = String(decoding: response.body, as: UTF8.self)
                .replacing("\"Weight\":2", with: "\"Weight\":\"2\"").replacing("true", with: "\"true\"")
                .replacing("<\\\"n\\\">", with: "&lt;n&gt;")
            response.body = Array(text.utf8)
        })
        let result = try await run(service)
        let found = result["v2/MakeThing/complete"]?.findings.map(\.difference) ?? []
        #expect(
            found.map { "\($0.kind) \($0.path)" } == [
                "type ReadThingResponse/IsOpen", "value ReadThingResponse/Notes/entry[⟦name:note⟧]",
                "type ReadThingResponse/Parts/member[1]/Weight",
            ], "\(result.lines)")
        #expect(found.first?.expected == "boolean true" && found.first?.actual == "string true")
    }

    @Test("a success as a page fails every case; another name of JSON fails none") func mediaType() async throws {
        func run(_ type: String) async throws -> RunResult {
            try await self.run(
                RESTThingService(changing: { _, response in
                    response.headers.removeAll { $0.name == "Content-Type" }
                    response.headers.append(Header("Content-Type", type))
                }))
        }
        let page = try await run("text/html; charset=utf-8")
        #expect(page["v2/ReadThing/minimal"]?.outcome == .failed)
        #expect(page["v2/ReadThing/minimal"]?.findings.map(\.difference.path) == ["header Content-Type"])
        #expect(page["v2/ReadThing/error-not-found-exception"]?.outcome == .passed, "\(page.lines)")
        let text = try await run("text/plain")
        #expect(text["v2/ReadThing/minimal"]?.findings.map(\.difference.severity) == [.warning])
        #expect(text["v2/ReadThing/envelope"]?.outcome == .failed)
        let charset = try await run("application/json;charset=utf-8")
        #expect(charset.cases.allSatisfy { $0.findings.isEmpty }, "\(charset.lines)")
        let other = try await run("application/x-amz-json-1.1")
        #expect(other.cases.allSatisfy { isRight($0) }, "\(other.lines)")
    }

    @Test("an error's type is looked for in the header, then in the body", arguments: errors)
    func error(_ answer: HTTPResponse, _ differences: [String]) async throws {
        let service = RESTThingService(failing: { request throws(EndpointError) in
            request.target.hasSuffix("-nothing") ? answer : nil
        })
        let result = try await run(service)
        let found = result["v2/ReadThing/error-not-found-exception"]?.findings.map(\.difference) ?? []
        #expect(found.map { "\($0.kind) \($0.severity) \($0.path)" } == differences, "\(result.lines)")
        #expect(result["v2/ReadThing/minimal"]?.outcome != .failed)
    }

    /// What an endpoint answers that does not know an operation.
    static let ignorance: [HTTPResponse] = [
        HTTPResponse(status: 501, body: Array("{\"message\":\"not yet\"}".utf8)), HTTPResponse(status: 405),
        RESTThingService.refusal("UnknownOperationException", status: 404), ThingService.refusal("InvalidAction"),
        ThingService.page500, HTTPResponse(status: 404, body: Array("{\"code\":\"NOT_FOUND\"}".utf8)),
    ]

    @Test("an operation that is not known is unsupported", arguments: ignorance)
    func unsupported(_ answer: HTTPResponse) async throws {
        let service = RESTThingService(failing: { request throws(EndpointError) in
            request.method == "DELETE" ? answer : nil
        })
        let result = try await run(service)
        #expect(result.support.filter { !$0.isSupported }.map(\.operation) == ["DropThing"], "\(result.lines)")
        #expect(result.ids(.failed).isEmpty, "\(result.lines)")
    }

    @Test("a server that always says the same passes nothing", arguments: ["{}", "{\"Names\":[]}", "{\"Name\":\"x\"}"])
    func monotone(_ body: String) async throws {
        let answer = RESTThingService.success((try? JSONReader.tree(from: Array(body.utf8))) ?? Tree(""))
        let result = try await run(RESTThingService(failing: { _ throws(EndpointError) in answer }))
        let honest = body.contains("Names") ? ["v2/ListThings/envelope", "v2/ListThings/minimal"] : []
        #expect(result.ids(.passed).filter { !honest.contains($0) } == [], "\(result.lines)")
    }

    @Test("what one API makes the other shows; an endpoint with one of them does not support the case") func across()
        async throws
    {
        let rehearsal = try await Rehearsal(
            catalog: RESTThings.both, recorded: RESTThingService(query: ThingService()))
        let whole = try await rehearsal.run(RESTThingService(query: ThingService()))
        #expect(whole["v2/ReadThing/across"]?.outcome == .passed, "\(whole.lines)")
        #expect(whole.cases.filter { $0.api == .v2 }.allSatisfy { isRight($0) }, "\(whole.lines)")
        let ids = try rehearsal.store.ids().map { GoldenStore.relativePath(of: $0) }
        #expect(ids.contains("v2/ReadThing/across.json") && ids.contains("v2/ReadThing/across.query.xml"))

        let old = try await rehearsal.run(ThingService())
        #expect(old["v2/ReadThing/across"]?.outcome == .unsupported, "\(old.lines)")
        #expect(old.cases.filter { $0.api == .v2 }.allSatisfy { $0.outcome == .unsupported })
        let new = try await rehearsal.run(
            RESTThingService(failing: { request throws(EndpointError) in
                request.target == "/" ? RESTThingService.refusal("UnknownOperationException", status: 404) : nil
            }))
        #expect(new["v2/ReadThing/across"]?.outcome == .unsupported, "\(new.lines)")
        #expect(new["v2/ReadThing/across"]?.reason == "v1/MakeThing: unsupported")
        #expect(new["v2/ReadThing/minimal"]?.outcome == .passed)
    }

    @Test("an endpoint that has only the other API supports nothing, and is not called a wrong place") func other()
        async throws
    {
        let rehearsal = try await Rehearsal(catalog: RESTThings.both, recorded: RESTThingService(query: ThingService()))
        let selection = rehearsal.cases.cases.filter { $0.api == .v2 }
        let result = try await rehearsal.run(ThingService(), selection)
        #expect(result.cases.allSatisfy { $0.outcome == .unsupported }, "\(result.lines)")
    }

    @Test("each API has a sender of its own, met by probes of its own") func senders() async throws {
        let probe = NeedProbe(.verifiedIdentity, steps: [.setup("MakeThing", ["Name": "⟦sender⟧"])])
        let sending = Scenario(
            "from-sender", "ReadThing", title: "needs a sender", requirement: "It MUST be there.",
            source: RESTThings.page,
            steps: [
                Step(
                    "", "ReadThing", ["Name": "⟦sender⟧"],
                    expect: .result(
                        ["Name": "⟦sender⟧", "Made": "⟦timestamp⟧", "Ratio": "⟦number⟧"], RESTThings.page))
            ])
        let catalog = RESTThings.catalog([sending], probes: [probe])
        let service = RESTThingService()
        let result = try await run(service, catalog)
        #expect(result["v2/ReadThing/from-sender"]?.outcome == .passed, "\(result.lines)")
        #expect(service.requests.contains { $0.target == "/v2/things/sc-test-sender-v2%40example.com" })
        #expect(service.names.isEmpty)
        let refusing = RESTThingService(failing: { request throws(EndpointError) in
            String(decoding: request.body, as: UTF8.self).contains("-sender-v2")
                ? RESTThingService.refusal("BadRequestException") : nil
        })
        let refused = try await run(refusing, catalog)
        #expect(refused["v2/ReadThing/from-sender"]?.outcome == .blocked, "\(refused.lines)")
    }
}
