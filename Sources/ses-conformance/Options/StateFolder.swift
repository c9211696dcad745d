import Conformance
import Foundation

/// Where this user's runs leave their journals.
///
/// Source: XDG base directory specification 0.8, XDG_STATE_HOME.
enum StateFolder {
    static let variables = [
        Variable("SES_CONFORMANCE_STATE", "the folder of the journals of runs, which cleanup reads"),
        Variable("XDG_STATE_HOME", "there, in ses-conformance, where SES_CONFORMANCE_STATE does not say it"),
    ]

    static func journals(_ arguments: Arguments) -> JournalFolder {
        if let folder = arguments.variable("SES_CONFORMANCE_STATE") { return JournalFolder(folder) }
        if let folder = arguments.variable("XDG_STATE_HOME") { return JournalFolder("\(folder)/ses-conformance") }
        if let home = arguments.variable("HOME") { return JournalFolder("\(home)/.local/state/ses-conformance") }
        let shared = FileManager.default.temporaryDirectory.appending(path: "ses-conformance-state-\(getuid())")
        return JournalFolder(shared.path)
    }
}
