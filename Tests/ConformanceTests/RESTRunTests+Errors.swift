import Wire

extension RESTRunTests {
    /// What an error says instead, and the differences that this must make.
    static let errors: [(HTTPResponse, [String])] = [
        (RESTThingService.refusal("a.b#NotFoundException", status: 404), []),
        (RESTThingService.refusal("NotFound", status: 404), ["code error header x-amzn-ErrorType"]),
        (RESTThingService.refusal("NotFoundException"), ["status error status"]),
        (
            error("{\"message\":\"no\",\"__type\":\"NotFoundException\"}"),
            ["header warning header x-amzn-ErrorType", "unexpected note error/__type"]
        ),
        (error("{\"message\":\"no\"}"), ["missing error header x-amzn-ErrorType"]),
        (error("{\"Message\":\"no\"}", type: "NotFoundException"), []),
        (error("{\"message\":{}}", type: "NotFoundException"), ["type warning error/message"]),
        (error("{\"message\":\"no\",\"Message\":\"no\"}", type: "NotFoundException"), []),
        (
            error("{\"message\":\"no\",\"message\":\"no\"}", type: "NotFoundException"),
            ["duplicate warning error/message"]
        ),
        (
            error("{\"message\":\"no\",\"__type\":\"x#NotFoundException\"}", type: "NotFoundException"),
            ["unexpected note error/__type"]
        ),
        (
            error("{\"message\":\"no\",\"__type\":\"ConflictException\"}", type: "NotFoundException"),
            ["value warning error/__type"]
        ),
        (error("", type: "NotFoundException"), ["missing warning error/message"]),
        (error("<Error><Code>NotFoundException</Code></Error>", type: "X"), ["body error body"]),
        (error("{}", status: 200), ["accepted error status"]),
    ]

    private static func error(_ body: String, type: String? = nil, status: Int = 404) -> HTTPResponse {
        var response = RESTThingService.refusal(type ?? "", status: status)
        response.body = Array(body.utf8)
        if type == nil { response.headers.removeAll { $0.name == "x-amzn-ErrorType" } }
        return response
    }
}
