/// Headings, sentences and tables, before any format.
///
/// Equal content gives equal text in each format, and every text ends with a newline.
public struct Document: Sendable, Hashable {
    enum Block: Sendable, Hashable {
        case heading(Phrase)
        case paragraph(Phrase)
        case table(Table)
        /// Lines that are shown as they are.
        case listing(String)
    }

    /// A head and rows of as many cells.
    struct Table: Sendable, Hashable {
        let head: [Phrase]
        let rows: [[Phrase]]
    }

    /// What a format that has a place for it shows above all.
    public let title: String
    private(set) var blocks: [Block] = []

    init(_ title: String) { self.title = title }

    /// A document of one table, or of the sentence that says why there is none.
    init(_ title: String, _ head: [Phrase], _ rows: [[Phrase]], or nothing: Phrase) {
        self.init(title)
        table(head, rows, or: nothing)
    }

    var isEmpty: Bool { blocks.isEmpty }

    mutating func heading(_ text: Phrase) { blocks.append(.heading(text)) }

    mutating func paragraph(_ text: Phrase) { blocks.append(.paragraph(text)) }

    mutating func listing(_ text: String) {
        blocks.append(.listing(VisibleText.lines(text.replacing("\r\n", with: "\n"))))
    }

    mutating func table(_ head: [Phrase], _ rows: [[Phrase]], or nothing: Phrase) {
        if rows.isEmpty { paragraph(nothing) } else { blocks.append(.table(Table(head: head, rows: rows))) }
    }

    mutating func append(_ other: Document) { blocks += other.blocks }
}
