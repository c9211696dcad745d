/// Everything that `diff` is called with.
struct DiffOptions: Sendable {
    static let declaration = CommandDeclaration(
        "diff", "compare two files or folders: XML, JSON, goldens, or two JSON reports",
        discussion: [
            "What programs that read answers take for the same is no difference: the order of siblings with different "
                + "names, prefixes of namespaces, white space between elements, CDATA, comments, the order of "
                + "attributes, the spelling of a number in JSON.",
            "Where A is a golden and B is not, a placeholder of A stands for all that has its form.",
            "Folders are compared file by file: new, gone and changed. Of two JSON reports, the outcomes and "
                + "differences of each case are compared.",
        ],
        operands: [
            Operand("A", "the file or folder to start from", completion: .file),
            Operand("B", "the one that is held against it", completion: .file),
        ],
        examples: [
            Example("ses-conformance diff expected.xml actual.xml", "two documents, without any spec"),
            Example("ses-conformance diff golden ../other/golden", "two folders of goldens, case by case"),
            Example("ses-conformance diff monday.json tuesday.json", "two reports of --report json=FILE"),
        ],
        environment: [Output.environment[0]], exitCodes: [.conforms, .differs, .usage])

    let before: String
    let after: String

    init(_ arguments: Arguments) throws(UsageError) {
        before = arguments.operands[0]
        after = arguments.operands[1]
    }
}
