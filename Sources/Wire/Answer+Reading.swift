extension Answer {
    /// Makes an answer ready to be judged; what the body is, its first byte that is not white space tells, never
    /// the `Content-Type`, which many servers get wrong.
    public init(reading response: HTTPResponse) {
        do throws(WireError) {
            let isLarge = response.body.count > Answer.largeSize
            let tree =
                isLarge
                ? try Answer.largeOnes.withLock { count throws(WireError) in
                    count += 1
                    return try Answer.tree(from: response.body).beginning
                }
                : try Answer.tree(from: response.body)
            self.init(status: response.status, headers: response.headers, tree: tree)
        } catch {
            self.init(status: response.status, headers: response.headers, tree: nil, problem: error.description)
        }
    }

    /// Reading takes several times the memory of what is read: large answers, in bytes, are read one after the other.
    private static let largeSize = 1 << 20
    /// How many there were; its guard is what gives each its turn.
    private static let largeOnes = Guarded(0)

    /// The most of a name or a text of a large answer that is kept, in bytes: twice what the longest template has.
    fileprivate static let textLimit = 1 << 20

    private static func tree(from body: [UInt8]) throws(WireError) -> Tree {
        // A document may begin with U+FEFF in UTF-8; an XML parser passes over it.
        let start = body.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let first = body[start...].first(where: { !XMLReader.isWhite($0) }) else { throw .emptyDocument }
        switch first {
        case UInt8(ascii: "<"): return try XMLReader.tree(from: body)
        case UInt8(ascii: "{"), UInt8(ascii: "["): return try JSONReader.tree(from: body)
        case 0x00, 0xFE, 0xFF: throw .otherEncoding("UTF-16 or UTF-32")
        default:
            let beginning = String(decoding: body.prefix(40), as: UTF8.self)
            throw .unknownFormat(body.count > 40 ? beginning + "…" : beginning)
        }
    }
}

extension Tree {
    /// The same with the beginnings of what is longer than any service's, so that few of several jobs' answers are held
    /// in full at a time.
    fileprivate var beginning: Tree {
        var tree = self
        tree.name = name.beginning
        tree.text = text.beginning
        tree.attributes = attributes.map { Attribute($0.name.beginning, $0.value.beginning) }
        tree.children = children.map(\.beginning)
        return tree
    }
}

extension String {
    fileprivate var beginning: String {
        utf8.count > Answer.textLimit ? String(decoding: utf8.prefix(Answer.textLimit), as: UTF8.self) + "…" : self
    }
}
