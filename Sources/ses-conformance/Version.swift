/// The version of this tool, as reports and `--version` state it.
enum ToolVersion {
    static let current = "0.1.0"
}
