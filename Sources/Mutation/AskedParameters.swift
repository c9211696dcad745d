import SpecModel
import Wire

/// The parameters of a request of either API, to be changed one by one and written back.
struct AskedParameters: Sendable {
    private enum Content: Sendable {
        case form([FormParameter])
        /// A body that is no object stays as it is.
        case rest(AskedRoute, texts: [FormParameter], body: Tree?)
    }

    private var content: Content

    /// nil for a request that is for no operation.
    init?(of request: HTTPRequest) {
        if let route = AskedRoute(request) {
            let labels = zip(route.route.labels, route.labels).map { FormParameter($0, $1) }
            let body = (try? JSONReader.tree(from: request.body)).flatMap { $0.kind == .object ? $0 : nil }
            content = .rest(route, texts: labels + route.query, body: body)
        } else if let parameters = try? FormEncoding.decode(request.body) {
            content = .form(parameters)
        } else {
            return nil
        }
    }

    /// The request with these parameters.
    func written(into request: HTTPRequest) -> HTTPRequest {
        var request = request
        switch content {
        case .form(let parameters): request.body = FormEncoding.encode(parameters)
        case .rest(let route, let texts, let body):
            let fields = texts.map { Field($0.name, .text($0.value)) }
            request.target = RESTParameters(fields, route: route.route, members: [], structures: [:]).target()
            if let body { request.body = Array(JSONWriter.compact(body).utf8) }
        }
        return request
    }

    /// The first value of that name, of the parameters of the operation itself.
    subscript(name: String) -> String? {
        switch content {
        case .form(let parameters): parameters.first { $0.name == name }?.value
        case .rest(_, let texts, let body):
            texts.first { $0.name == name }?.value ?? body?.child(name).flatMap { $0.kind == .string ? $0.text : nil }
        }
    }

    /// Gives parameters of that name, where there are any, another text.
    mutating func set(_ name: String, to text: String) {
        switch content {
        case .form(let parameters):
            content = .form(parameters.map { $0.name == name ? FormParameter(name, text) : $0 })
        case .rest(let route, let texts, var body):
            body?.editNamed([name]) { $0.text = text }
            content = .rest(
                route, texts: texts.map { $0.name == name ? FormParameter(name, text) : $0 }, body: body)
        }
    }

    /// Takes a parameter out, with what is within it.
    mutating func remove(_ path: ParameterPath) {
        switch content {
        case .form(let parameters): content = .form(parameters.filter { !path.covers($0.name) })
        case .rest(let route, let texts, var body):
            body?.editOwners(of: path.names) { owner, name in owner.children.removeAll { $0.name == name } }
            content = .rest(route, texts: texts.filter { [$0.name] != path.names }, body: body)
        }
    }

    /// Counts the members of a list from its end.
    mutating func reverse(_ path: ParameterPath) {
        switch content {
        case .form(let parameters): content = .form(path.reversingMembers(of: parameters))
        case .rest(let route, let texts, var body):
            body?.editNamed(path.names) { $0.children.reverse() }
            content = .rest(route, texts: texts, body: body)
        }
    }

    /// Changes every text of a parameter, or of a list of texts.
    mutating func changeTexts(of path: ParameterPath, _ change: (String) -> String) {
        func changed(_ parameter: FormParameter, _ isMeant: Bool) -> FormParameter {
            isMeant ? FormParameter(parameter.name, change(parameter.value)) : parameter
        }
        switch content {
        case .form(let parameters): content = .form(parameters.map { changed($0, path.covers($0.name)) })
        case .rest(let route, let texts, var body):
            body?.editNamed(path.names) { value in
                value.editAll { if $0.kind == .string { $0.text = change($0.text) } }
            }
            content = .rest(route, texts: texts.map { changed($0, [$0.name] == path.names) }, body: body)
        }
    }
}

extension Tree {
    /// Changes the objects that may hold the last of some names, whatever the positions in lists.
    fileprivate mutating func editOwners(of names: [String], _ change: (inout Tree, String) -> Void) {
        if kind == .array {
            for index in children.indices { children[index].editOwners(of: names, change) }
            return
        }
        guard kind == .object, let name = names.first else { return }
        guard names.count > 1 else { return change(&self, name) }
        for index in children.indices where children[index].name == name {
            children[index].editOwners(of: Array(names.dropFirst()), change)
        }
    }

    /// Changes the values of the last of some names.
    fileprivate mutating func editNamed(_ names: [String], _ change: (inout Tree) -> Void) {
        editOwners(of: names) { owner, name in
            for index in owner.children.indices where owner.children[index].name == name {
                change(&owner.children[index])
            }
        }
    }
}
