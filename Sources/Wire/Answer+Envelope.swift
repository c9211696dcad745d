import SpecModel

/// Where an API's answers hold what: the one place that knows how a result or an error is wrapped.
extension API {
    /// The type of every answer: `text/xml`, `application/json`.
    public var mediaType: String {
        switch self {
        case .v1: "text/xml"
        case .v2: "application/json"
        }
    }

    /// The names from an answer's root to its result: `SendEmailResponse`, `SendEmailResult`.
    ///
    /// In v2 the body itself is the result; it bears the root's name in paths only.
    public func resultPath(of operation: String) -> [String] {
        switch self {
        case .v1: ["\(operation)Response", "\(operation)Result"]
        case .v2: ["\(operation)Response"]
        }
    }

    /// A success that says nothing.
    public func emptySuccess(of operation: String) -> Tree {
        switch self {
        case .v1: Tree("\(operation)Response", namespace: API.namespace)
        case .v2: Tree("", kind: .object)
        }
    }
}

extension Tree {
    /// The part of a successful answer that holds the operation's own members; nil where there is none.
    public func result(of operation: String, _ api: API) -> Tree? {
        switch api {
        case .v1: child("\(operation)Result")
        case .v2: kind == .object ? self : nil
        }
    }

    /// The tree with its result changed, where it has one.
    public func changingResult(of operation: String, _ api: API, _ change: (Tree) -> Tree) -> Tree {
        guard api == .v1 else { return kind == .object ? change(self) : self }
        guard let place = children.firstIndex(where: { $0.name == "\(operation)Result" }) else { return self }
        var tree = self
        tree.children[place] = change(children[place])
        return tree
    }
}

extension Answer {
    /// The header that names the error in v2.
    public static let errorTypeHeader = "x-amzn-ErrorType"

    /// Whether it is a success of the operation, whatever its details.
    public func isSuccess(of operation: String, _ api: API) -> Bool {
        guard 200..<300 ~= status, let tree else { return false }
        switch api {
        case .v1: return tree.name == "\(operation)Response"
        case .v2: return tree.kind == .object
        }
    }

    /// Whether it is an error that a client can read.
    public func isRefusal(_ api: API) -> Bool { 400..<500 ~= status && errorCode(api) != nil }

    /// The code of an error answer, in whatever form of the API's it came.
    public func errorCode(_ api: API) -> String? {
        switch api {
        case .v1:
            let code = tree?.descendant("Error.Code") ?? (tree?.name == "Error" ? tree?.child("Code") : nil)
            return code?.text
        case .v2: return errorTypeInHeader ?? errorTypeInBody
        }
    }

    /// The wording of an error answer.
    public func errorMessage(_ api: API) -> String? {
        switch api {
        case .v1: tree?.descendant("Error.Message")?.text
        case .v2: errorMessageInBody.flatMap { $0.kind == .null ? nil : $0.text }
        }
    }

    /// The error's type without what follows its first colon, and without the namespace before its hash.
    ///
    /// Source: botocore 1.43, `RestJSONParser._inject_error_code`; truth, wire format section 2.
    public var errorTypeInHeader: String? {
        header(Answer.errorTypeHeader).flatMap(Answer.errorType)
    }

    /// The type as other JSON protocols have it, which most clients read as well.
    public var errorTypeInBody: String? { errorTypeMember.flatMap { Answer.errorType($0.text) } }

    /// The member of the body that has it.
    public var errorTypeMember: Tree? {
        guard let tree, tree.kind == .object else { return nil }
        return Answer.errorTypeMembers.lazy.compactMap { tree.child($0) }.first { $0.kind == .string }
    }

    /// The names under which clients look for the type in a body, in their order.
    public static let errorTypeMembers = ["code", "Code", "__type"]

    /// Clients take either spelling.
    public var errorMessageInBody: Tree? { tree?.child("message") ?? tree?.child("Message") }

    private static func errorType(_ text: String) -> String? {
        let head = text.prefix { $0 != ":" }
        let type = head.split(separator: "#").last.map { $0.trimming(while: \.isWhitespace) } ?? ""
        return type.isEmpty ? nil : type
    }
}

extension Substring {
    fileprivate func trimming(while isLeftOut: (Character) -> Bool) -> String {
        let head = drop(while: isLeftOut)
        return String(head.prefix(head.count - head.reversed().prefix(while: isLeftOut).count))
    }
}
