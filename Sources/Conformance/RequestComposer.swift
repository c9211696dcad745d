import Golden
import SpecCatalog
import SpecModel
import Wire

/// Turns a step into the request that goes onto the wire, or into the template that its golden holds.
struct RequestComposer: Sendable {
    let catalog: Catalog
    /// That of the case; a step may name the other.
    let api: API

    /// What a value must begin with in a golden's request where the rest of it is sent in base64.
    static let base64Mark = "⟦base64⟧"

    /// The request as templates: literal text percent-encoded, placeholders as they are.
    func goldenRequest(of step: Step) -> GoldenRequest {
        let input = Fields(step.input.fields.map { Field($0.name, RequestComposer.marked($0.value)) })
        let envelope = step.envelope
        var headers: [Header] = []
        switch envelope.contentType {
        case .usual: break
        case .named(let type): headers.append(Header("Content-Type", type))
        case .absent: headers.append(Header("Content-Type", "none"))
        }
        if let words = RequestComposer.words(for: envelope.signature) { headers.append(Header("Authorization", words)) }
        if let transmission = envelope.transmission { headers.append(Header("Transmission", transmission.description)) }
        switch step.api ?? api {
        case .v1:
            let lines = parameters(of: step, input).map { parameter in
                RequestComposer.encoded(parameter.name) + "=" + RequestComposer.encoded(parameter.value)
            }
            let body: GoldenRequest.Body =
                switch envelope.body {
                case .parameters, .reversed: .form(lines)
                case .text(let text): .bytes(Array(text.utf8))
                case .followed(let tail): .bytes(Array((lines.joined(separator: "&") + tail).utf8))
                }
            return GoldenRequest(method: method(of: envelope), target: "/", headers: headers, body: body)
        case .v2:
            let rest = restRequest(of: step, input: input, encode: RequestComposer.encoded)
            return GoldenRequest(method: rest.method, target: rest.target, headers: headers, body: rest.body)
        }
    }

    /// How a request is signed, in a golden's words; nil for the usual way.
    private static func words(for signature: Envelope.Signature) -> String? {
        switch signature {
        case .right: nil
        case .absent: "none"
        case .unknownKey: "by an unknown key"
        case .wrongSecret: "by another secret"
        case .malformed: "without its signature"
        case .otherService: "for another service"
        case .minutesOff(let minutes): minutes < 0 ? "\(-minutes) minutes ago" : "\(minutes) minutes ahead"
        case .tampered: "before the last byte was changed"
        }
    }

    /// The request with concrete values, not yet signed.
    ///
    /// - Parameter step: its envelope holds no placeholders any more.
    func request(of step: Step, input: Fields) -> HTTPRequest {
        var request =
            switch step.api ?? api {
            case .v1: queryRequest(of: step, input: input)
            case .v2: jsonRequest(of: step, input: input)
            }
        guard let transmission = step.envelope.transmission else { return request }
        request.transmission = transmission
        request.ahead = transmission.ahead.map { one in
            switch one {
            case .operation(let name): self.request(of: Step("", name, api: step.api, expect: .accepted), input: [:])
            case .head: HTTPRequest(method: "HEAD", target: request.target)
            }
        }
        return request
    }

    private func queryRequest(of step: Step, input: Fields) -> HTTPRequest {
        let body: [UInt8] =
            switch step.envelope.body {
            case .parameters, .reversed: FormEncoding.encode(parameters(of: step, input))
            case .text(let text): Array(text.utf8)
            case .followed(let tail): FormEncoding.encode(parameters(of: step, input)) + tail.utf8
            }
        let method = method(of: step.envelope)
        guard method != "GET" else {
            return HTTPRequest(method: method, target: "/?" + String(decoding: body, as: UTF8.self))
        }
        let headers = RequestComposer.headers(of: step.envelope, "application/x-www-form-urlencoded; charset=utf-8")
        return HTTPRequest(method: method, target: "/", headers: headers, body: body)
    }

    /// - Parameter usual: the type of the API's own requests; nil where they have no body.
    static func headers(of envelope: Envelope, _ usual: String?) -> [Header] {
        switch envelope.contentType {
        case .usual: usual.map { [Header("Content-Type", $0)] } ?? []
        case .named(let type): [Header("Content-Type", type)]
        case .absent: []
        }
    }

    private func method(of envelope: Envelope) -> String { envelope.method ?? "POST" }

    private func parameters(of step: Step, _ input: Fields) -> [FormParameter] {
        var result: [FormParameter] = []
        switch step.envelope.action {
        case .operation: result.append(FormParameter("Action", step.operation))
        case .named(let name): result.append(FormParameter("Action", name))
        case .absent: break
        }
        if let version = step.envelope.version { result.append(FormParameter("Version", version)) }
        result += QueryParameters.flatten(input.fields)
        return step.envelope.body == .reversed ? result.reversed() : result
    }

    private static func encoded(_ template: String) -> String {
        Template(template).segments.map { segment in
            switch segment {
            case .literal(let text): PercentEncoding.encode(text)
            case .placeholder(let placeholder): placeholder.description
            }
        }.joined()
    }

    /// Blobs as texts with the mark in front, so that what is inside can be read and filled in.
    private static func marked(_ value: Value) -> Value {
        switch value {
        case .blob(let text): .text(base64Mark + text)
        case .list(let members): .list(members.map(marked))
        case .fields(let fields): .fields(fields.map { Field($0.name, marked($0.value)) })
        default: value
        }
    }
}
