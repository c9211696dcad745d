import Diff
import Foundation
import Golden
import SpecModel

/// `ses-conformance review`: decides on what waits beside the goldens.
struct Review: Command {
    static let declaration = ReviewOptions.declaration

    private let options: ReviewOptions
    private let hasColour: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        options = try ReviewOptions(arguments)
        hasColour = Output.standard.usesColour(arguments.environment)
    }

    func run() throws -> ExitCode {
        let store = try GoldenFolder.store(options.golden)
        let area = try PendingArea(of: store)
        let ids = area.ids()
        guard !ids.isEmpty || options.filters.isEmpty else { throw UsageError.conflict("nothing waits for review") }
        let selected = try options.selected(ids)
        switch options.mode {
        case .check: return try check(selected)
        case .reject: return try reject(selected, area)
        case .accept: return try accept(selected, area)
        case .list: return try list(selected, area, store)
        case .talk: return try talk(selected, area, store)
        }
    }

    private func check(_ ids: [GoldenID]) throws -> ExitCode {
        for id in ids { try Output.standard.write("pending \(id)\n") }
        Output.say("\(Wording.count(ids.count, "golden")) pending")
        return ids.isEmpty ? .conforms : .differs
    }

    /// What can't be read may be let go of, too.
    private func reject(_ ids: [GoldenID], _ area: PendingArea) throws -> ExitCode {
        for id in ids {
            try area.reject(id)
            try Output.standard.write("rejected \(id)\n")
        }
        return .conforms
    }

    private func accept(_ ids: [GoldenID], _ area: PendingArea) throws -> ExitCode {
        let chosen = try ids.compactMap { try area.read($0) }
        // All are looked at before the first is made a golden.
        for one in chosen {
            if !options.isForced, let refusal = try area.refusal(of: one.golden) { throw refusal }
            guard one.volatile.isEmpty || options.takesVolatile else {
                throw UsageError.conflict(
                    "\(one.id): \(Wording.count(one.volatile.count, "value")) proposed to be left open: look at them "
                        + "with --list, then pass --volatile")
            }
        }
        for one in chosen {
            try area.accept(one, force: options.isForced)
            try Output.standard.write("accepted \(one.id)\n")
        }
        return .conforms
    }

    private func list(_ ids: [GoldenID], _ area: PendingArea, _ store: GoldenStore) throws -> ExitCode {
        let groups = try groups(ids, area, store)
        let pages = groups.enumerated().map { ReviewPage(hasColour: hasColour).group($1, $0 + 1, of: groups.count) }
        try Output.standard.write(pages.joined(separator: "\n"))
        Output.say("\(Wording.count(ids.count, "golden")) pending in \(Wording.count(groups.count, "group"))")
        return .conforms
    }

    private func talk(_ ids: [GoldenID], _ area: PendingArea, _ store: GoldenStore) throws -> ExitCode {
        guard Output.standard.isTerminal, isatty(STDIN_FILENO) == 1 else {
            throw UsageError.conflict("review asks on a terminal, and there is none: use --list, --accept or --reject")
        }
        let session = ReviewSession(
            groups: try groups(ids, area, store), area: area, isForced: options.isForced, hasColour: hasColour)
        try session.run(
            read: { readLine() }, write: { text throws(OutputError) in try Output.standard.write(text) })
        return .conforms
    }

    private func groups(
        _ ids: [GoldenID], _ area: PendingArea, _ store: GoldenStore
    ) throws(GoldenError) -> [PendingGroup] {
        var pending: [PendingGolden] = []
        for id in ids { if let one = try area.read(id) { pending.append(one) } }
        return try PendingGroup.groups(of: pending, in: store)
    }
}
