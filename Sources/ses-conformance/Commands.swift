extension CommandTable {
    /// The commands of this tool.
    static let tool = CommandTable(
        commands: [
            Run.self, Replay.self, Merge.self, Compare.self, List.self, Show.self, Record.self, Review.self,
            GoldenStatus.self, DiffCommand.self, Serve.self, CleanupCommand.self, Docs.self,
            CoverageCommand.self, Fuzz.self, Selftest.self, SpecList.self, SpecShow.self, SpecExport.self,
            SpecLint.self,
            CompletionCommand.self, Bench.self,
        ],
        groups: [
            Group(name: "golden", abstract: "the golden files"),
            Group(name: "spec", abstract: "what this tool knows of the APIs"),
        ], standard: Run.self)
}
