import Wire

/// A change to one answer, permitted or not.
struct WireFault: Sendable {
    let faultClass: FaultClass
    /// What it does, where: `drops SendEmailResponse/SendEmailResult`.
    let what: String
    /// Where in the answer it is.
    let part: Part
    private let change: @Sendable (inout HTTPResponse) -> Void

    /// What of an answer a change touches.
    enum Part: Sendable, Hashable {
        /// What surrounds the result or the error: headers, namespace, wrappers, the id of the call.
        case envelope
        /// The result's members, or which error it is.
        case content
    }

    /// A change to the message: its status, its headers or the bytes of its body.
    init(
        _ faultClass: FaultClass, _ what: String, in part: Part = .envelope,
        message change: @escaping @Sendable (inout HTTPResponse) -> Void
    ) {
        self.faultClass = faultClass
        self.what = what
        self.part = part
        self.change = change
    }

    /// A change to the tree of the body, which is then written in its usual form.
    init(
        _ faultClass: FaultClass, _ what: String, in part: Part = .envelope,
        tree change: @escaping @Sendable (inout Tree) -> Void
    ) {
        self.init(faultClass, what, in: part, message: { $0.editTree(change) })
    }

    /// The same document in another style, which is the usual one but for a change.
    init<Style: DocumentStyle>(
        _ faultClass: FaultClass, _ what: String, in usual: Style, _ change: (inout Style) -> Void
    ) {
        var style = usual
        change(&style)
        self.init(
            faultClass, what,
            message: { [style] response in
                guard let tree = Answer(reading: response).tree else { return }
                response.body = Array(style.document(tree).utf8)
            })
    }

    func applied(to response: HTTPResponse) -> HTTPResponse {
        var changed = response
        change(&changed)
        return changed
    }
}

/// How a document is written.
protocol DocumentStyle: Sendable {
    func document(_ tree: Tree) -> String
}

extension HTTPResponse {
    /// Changes the document, which is then written in the form of its kind; what is no document stays as it is.
    mutating func editTree(_ change: (inout Tree) -> Void) {
        guard var tree = Answer(reading: self).tree else { return }
        let before = tree
        change(&tree)
        if tree != before { body = Array(tree.document.utf8) }
    }

    /// Gives the message a header in the place of those of that name; nil for none.
    mutating func setHeader(_ name: String, _ value: String?) {
        headers.removeAll { $0.isNamed(name) }
        if let value { headers.append(Header(name, value)) }
    }
}

extension Tree {
    var isJSON: Bool { kind != .element }

    /// XML or JSON, as the service writes it.
    var document: String { isJSON ? JSONWriter.compact(self) : XMLWriter.document(self) }

    /// Changes the element at a place, given as the position of each child from the root on.
    ///
    /// Where there is no such place nothing is changed.
    mutating func edit(_ place: ArraySlice<Int>, _ change: (inout Tree) -> Void) {
        guard let first = place.first else { return change(&self) }
        guard children.indices.contains(first) else { return }
        children[first].edit(place.dropFirst(), change)
    }

    /// Changes the children of the element above a place; told the position of the element itself.
    mutating func editSiblings(_ place: [Int], _ change: (inout [Tree], Int) -> Void) {
        guard let last = place.last else { return }
        edit(place.dropLast()) { parent in
            guard parent.children.indices.contains(last) else { return }
            change(&parent.children, last)
        }
    }

    /// The element and everything below it, changed one by one, the innermost first.
    mutating func editAll(_ change: (inout Tree) -> Void) {
        for index in children.indices { children[index].editAll(change) }
        change(&self)
    }

    /// Whether a text somewhere below holds another.
    func mentions(_ text: String) -> Bool {
        self.text.contains(text) || children.contains { $0.mentions(text) }
    }
}
