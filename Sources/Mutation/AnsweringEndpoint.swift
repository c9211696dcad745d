import ReferenceService
import SpecModel
import Wire

/// Changes answers of a right service, by what was asked.
final class AnsweringEndpoint: Endpoint {
    /// Changes the answer to a request with these parameters.
    typealias Change = @Sendable ([FormParameter], inout HTTPResponse) -> Void

    private let endpoint = InProcessEndpoint(ReferenceService.twin())
    private let operation: String?
    private let change: Change

    /// - Parameter operation: whose answers are changed; nil for all.
    init(_ operation: String?, _ change: @escaping Change) {
        self.operation = operation
        self.change = change
    }

    /// Changes the documents of answers, successes and errors alike.
    convenience init(_ operation: String?, tree change: @escaping @Sendable (inout Tree) -> Void) {
        self.init(operation) { _, response in response.editTree(change) }
    }

    func exchange(_ request: HTTPRequest, within deadline: Duration) async throws(EndpointError) -> HTTPResponse {
        var response = try await endpoint.exchange(request, within: deadline)
        guard operation == nil || ActionParameter.of(request) == operation else { return response }
        change((try? FormEncoding.decode(request.body)) ?? [], &response)
        return response
    }
}

extension HTTPResponse {
    /// Changes the document, which is then written in the service's usual form; what is no document stays as it is.
    mutating func editTree(_ change: (inout Tree) -> Void) {
        guard var tree = Answer(reading: self).tree else { return }
        let before = tree
        change(&tree)
        if tree != before { body = Array(XMLWriter.document(tree).utf8) }
    }
}

extension [FormParameter] {
    /// The first value of that name.
    subscript(name: String) -> String? { first { $0.name == name }?.value }

    /// The parameters with another value for one of them.
    func setting(_ name: String, to value: String) -> [FormParameter] {
        map { $0.name == name ? FormParameter(name, value) : $0 }
    }
}
