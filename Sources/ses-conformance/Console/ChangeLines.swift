import Diff
import Report

/// Changes as lines for people: what was in red, what is in green.
///
///     ~ SendEmailResponse/SendEmailResult/MessageId
///       - ⟦message-id⟧
///       + 0000
struct ChangeLines {
    let hasColour: Bool

    func text(_ changes: [TreeChange], indent: Int = 0) -> String {
        changes.map { text($0, String(repeating: " ", count: indent)) }.joined()
    }

    private func text(_ change: TreeChange, _ margin: String) -> String {
        let path = change.path.isEmpty ? "document" : Wording.visible(change.path)
        let head = "\(margin)\(Self.mark(change.kind)) \(path)\n"
        let before = change.before.map { inked("\(margin)  - \(Wording.visible($0))", "31") + "\n" } ?? ""
        let after = change.after.map { inked("\(margin)  + \(Wording.visible($0))", "32") + "\n" } ?? ""
        return head + before + after
    }

    /// Select Graphic Rendition codes; ECMA-48, 8.3.117.
    private func inked(_ text: String, _ code: String) -> String {
        hasColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    static func mark(_ kind: TreeChange.Kind) -> String {
        switch kind {
        case .gone: "-"
        case .new: "+"
        case .changed: "~"
        }
    }
}
