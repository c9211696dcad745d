import Diff
import SpecModel
import Wire

/// The pages of one list as they come in.
struct PageBook {
    let api: API
    let operation: String
    let pages: Pages
    let size: Int?
    private(set) var differences: [Difference] = []
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
        guard tokens.insert(token).inserted else {
            note("a new token on each page", "the same token twice")
            return nil
        }
        guard tokens.count < PageBook.limit else {
            note("an end of the pages", "\(PageBook.limit) pages without one")
            return nil
        }
        return token
    }

    /// The last page's answer with the members of all pages and no token.
    func joined(_ answer: Answer) -> Answer {
        var joined = answer
        joined.tree = answer.tree?.changingResult(of: operation, api) { result in
            var result = result
            result.children.removeAll { $0.name == pages.token }
            if let list = result.children.firstIndex(where: { $0.name == pages.items }) {
                result.children[list].children = members
            }
            return result
        }
        return joined
    }

    private mutating func note(_ expected: String, _ actual: String) {
        let path = (api.resultPath(of: operation) + [pages.items]).joined(separator: "/")
        guard !differences.contains(where: { $0.path == path && $0.expected == expected }) else { return }
        differences.append(
            Difference(path: path, kind: .paging, expected: expected, actual: actual, severity: .error))
    }
}
