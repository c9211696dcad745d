extension CommandTable {
    /// The commands of this tool.
    static let tool = CommandTable(
        commands: [
            SpecList.self, SpecShow.self, SpecExport.self, SpecLint.self, List.self, Serve.self, CompletionCommand.self,
            Bench.self,
        ],
        groups: [Group(name: "spec", abstract: "what this tool knows of the APIs")])
}
