import Wire

/// A change to one answer, permitted or not.
struct WireFault: Sendable {
    let faultClass: FaultClass
    /// What it does, where: `drops SendEmailResponse/SendEmailResult`.
    let what: String
    private let change: @Sendable (inout HTTPResponse) -> Void

    /// A change to the message: its status, its headers or the bytes of its body.
    init(_ faultClass: FaultClass, _ what: String, message change: @escaping @Sendable (inout HTTPResponse) -> Void) {
        self.faultClass = faultClass
        self.what = what
        self.change = change
    }

    /// A change to the tree of the body, which is then written in its usual form.
    init(_ faultClass: FaultClass, _ what: String, tree change: @escaping @Sendable (inout Tree) -> Void) {
        self.init(
            faultClass, what,
            message: { response in
                guard var tree = Answer(reading: response).tree else { return }
                change(&tree)
                response.body = Array(XMLWriter.document(tree).utf8)
            })
    }

    func applied(to response: HTTPResponse) -> HTTPResponse {
        var changed = response
        change(&changed)
        return changed
    }
}

extension Tree {
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
