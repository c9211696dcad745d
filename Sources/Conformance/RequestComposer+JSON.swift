import Golden
import SpecCatalog
import SpecModel
import Wire

extension RequestComposer {
    /// A request of v2, with or without placeholders.
    struct RESTRequest {
        let method: String
        let target: String
        let body: GoldenRequest.Body
    }

    /// - Parameter encode: writes a value into the target.
    func restRequest(of step: Step, input: Fields, encode: (String) -> String) -> RESTRequest {
        let operation = catalog.operation(.v2, step.operation)
        let route = operation?.route ?? Route("GET", "/")
        let parameters = RESTParameters(
            input.fields, route: route, members: operation?.parameters ?? [], structures: catalog.structures(.v2))
        return RESTRequest(
            method: step.envelope.method ?? route.method, target: parameters.target(encode: encode),
            body: RequestComposer.body(step.envelope, parameters))
    }

    func jsonRequest(of step: Step, input: Fields) -> HTTPRequest {
        let rest = restRequest(of: step, input: input, encode: PercentEncoding.encode)
        let text: String? =
            switch rest.body {
            case .json(let tree): JSONWriter.compact(tree)
            case .text(let text): text
            case .form, .bytes, .absent: nil
            }
        let headers = RequestComposer.headers(of: step.envelope, text == nil ? nil : API.v2.mediaType)
        return HTTPRequest(
            method: rest.method, target: rest.target, headers: headers, body: text.map { Array($0.utf8) } ?? [])
    }

    private static func body(_ envelope: Envelope, _ parameters: RESTParameters) -> GoldenRequest.Body {
        switch envelope.body {
        case .text(let text): return .text(text)
        case .followed(let rest): return .text(JSONWriter.compact(parameters.body) + rest)
        case .reversed:
            var body = parameters.body
            body.children.reverse()
            return parameters.hasBody ? .json(body) : .absent
        case .parameters: return parameters.hasBody ? .json(parameters.body) : .absent
        }
    }
}
