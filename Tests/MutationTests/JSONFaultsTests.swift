import Testing
import Wire

@testable import Mutation

@Suite struct JSONFaultsTests {
    private static func body(
        _ faultClass: FaultClass, _ what: String, of text: String = Samples.json, status: Int = 200
    ) throws -> String {
        let answer = try Samples.answer(text, operation: "ListEmailTemplates", status: status)
        let fault = try #require(answer.faults().first { $0.faultClass == faultClass && $0.what.contains(what) })
        return String(decoding: fault.applied(to: answer.exchange.response).body, as: UTF8.self)
    }

    @Test(
        "a value is of another kind, in its place and under its name",
        arguments: [
            (
                FaultClass.nullForValue, "null for ListEmailTemplatesResponse/TemplatesMetadata",
                "{\"TemplatesMetadata\":null,"
            ),
            (.timestampAsText, "CreatedTimestamp", "\"CreatedTimestamp\":\"2024-01-02T03:04:05Z\""),
            (.numberAsString, "CreatedTimestamp", "\"CreatedTimestamp\":\"1700000000.25\""),
            (.stringAsNumber, "TemplateName", "\"TemplateName\":12,"),
            (.listAsOther, "member", "{\"TemplatesMetadata\":{\"member\":{\"TemplateName\""),
            (.listAsOther, "first", "{\"TemplatesMetadata\":{\"TemplateName\""),
            (.objectAsList, "member[1]", "{\"TemplatesMetadata\":[[\"sc-own-1\",1700000000.25]]"),
            (.jsonAsString, "member[1]", "{\"TemplatesMetadata\":[\"{\\\"TemplateName\\\":"),
            (.nestingAdded, "Value for ListEmailTemplatesResponse/NextToken", "\"NextToken\":{\"Value\":\"n/a\"}"),
            (.nestingAdded, "ListEmailTemplatesResult", "{\"ListEmailTemplatesResult\":{\"TemplatesMetadata\""),
            (.nestingAdded, "a list", "[{\"TemplatesMetadata\""),
            (.elementRenamed, "lowerCamel", "{\"templatesMetadata\":[{\"templateName\":"),
            (.elementRenamed, "snake", "{\"templates_metadata\":[{\"template_name\":"),
            (.otherFormat, "XML", "<ListEmailTemplatesResponse"),
        ])
    func kinds(_ faultClass: FaultClass, _ what: String, _ part: String) throws {
        let body = try Self.body(faultClass, what)
        #expect(body.contains(part), "\(body)")
    }

    @Test("an object in a list has no name that could be another") func names() throws {
        let faults = try Samples.answer(Samples.json, operation: "ListEmailTemplates").faults()
        #expect(!faults.contains { $0.faultClass == .elementRenamed && $0.what.contains("member[1] ") })
        #expect(faults.contains { $0.faultClass == .elementRenamed && $0.what.contains("member[1]/TemplateName") })
    }

    @Test("the type of an error goes from the header, into the body or nowhere") func errorTypes() throws {
        let answer = try Samples.answer(Samples.jsonFailure, operation: "GetEmailTemplate", status: 404)
        let codes = answer.faults().filter { [.errorTypeMissing, .errorTypeInBody].contains($0.faultClass) }
            .map { fault in
                let changed = Answer(reading: fault.applied(to: answer.exchange.response))
                return [changed.errorTypeInHeader, changed.errorTypeInBody]
            }
        #expect(codes == [[nil, nil], [nil, nil], [nil, "NotFoundException"], [nil, "NotFoundException"]])
    }

    @Test("what is no fault leaves the tree and the type as clients read them") func permitted() throws {
        for (text, status) in [(Samples.json, 200), (Samples.jsonFailure, 404)] {
            let answer = try Samples.answer(text, operation: "ListEmailTemplates", status: status)
            let classes: Set<FaultClass> = [.whiteSpace, .escaping, .errorTypeForm, .headerCase, .charset]
            let changes = answer.permittedChanges().filter { classes.contains($0.faultClass) }
            #expect(changes.count > 8)
            for change in changes {
                let response = change.applied(to: answer.exchange.response)
                let read = Answer(reading: response)
                #expect(response != answer.exchange.response, "\(change.what)")
                #expect(read.errorCode(.v2) == answer.code, "\(change.what)")
                if change.faultClass != .errorTypeForm { #expect(read.tree == answer.tree, "\(change.what)") }
            }
        }
    }
}
