import Diff
import SpecModel
import Wire

/// The pages of one list as they come in.
struct PageBook {
    let api: API
    let operation: String
    let pages: Pages
    let size: Int?
    /// The pages before the last, and what was wrong with them.
    private(set) var prelude = Conversation.Prelude()
    private var members: [Tree] = []
    private var tokens: Set<String> = []

    /// Pages that are read of one list at most.
    private static let limit = 1000

    init(api: API, operation: String, pages: Pages, size: Int?) {
        self.api = api
        self.operation = operation
        self.pages = pages
        self.size = size
    }

    /// Takes a page in; the token of the next one, or nil at the end.
    mutating func add(_ answer: Answer) -> String? {
        guard let result = answer.tree?.result(of: operation, api) else { return nil }
        let page = result.child(pages.items)?.children ?? []
        members += page
        if let size, page.count > size { note("a page of at most \(size)", "a page of \(page.count)") }
        guard let next = result.child(pages.token), next.kind != .null, !next.text.isEmpty else { return nil }
        let token = next.text
        guard token.utf8.count <= Conversation.longestEcho else {
            note("a token that can be sent back", "one of \(token.utf8.count) bytes")
            return nil
        }
        guard tokens.insert(token).inserted else {
            note("a new token on each page", "the same token twice")
            return nil
        }
        guard tokens.count < PageBook.limit else {
            note("an end of the pages", "\(PageBook.limit) pages without one")
            return nil
        }
        prelude.earlier.append(changed(answer) { $0.without(pages.token).emptied(pages.items) })
        return token
    }

    /// The last page's answer with the members of all pages and no token.
    func joined(_ answer: Answer) -> Answer {
        changed(answer) { $0.without(pages.token).emptied(pages.items, but: members) }
    }

    /// The answer with another result, where it has one.
    private func changed(_ answer: Answer, _ change: (Tree) -> Tree) -> Answer {
        var answer = answer
        answer.tree = answer.tree?.changingResult(of: operation, api, change)
        return answer
    }

    private mutating func note(_ expected: String, _ actual: String) {
        let path = (api.resultPath(of: operation) + [pages.items]).joined(separator: "/")
        guard !prelude.paging.contains(where: { $0.path == path && $0.expected == expected }) else { return }
        prelude.paging.append(
            Difference(path: path, kind: .paging, expected: expected, actual: actual, severity: .error))
    }
}

extension Tree {
    /// The tree with the first child of that name changed, where there is one.
    func changing(_ name: String, _ change: (Tree) -> Tree) -> Tree {
        guard let place = children.firstIndex(where: { $0.name == name }) else { return self }
        var tree = self
        tree.children[place] = change(children[place])
        return tree
    }

    /// The tree without the first child of that name; a second one is a fault.
    func without(_ name: String) -> Tree {
        var tree = self
        if let place = children.firstIndex(where: { $0.name == name }) { tree.children.remove(at: place) }
        return tree
    }

    /// The tree with these members in a list and no others.
    func emptied(_ list: String, but members: [Tree] = []) -> Tree {
        changing(list) { list in
            var list = list
            list.children = members
            return list
        }
    }
}
