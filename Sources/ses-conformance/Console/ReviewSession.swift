import Golden

/// A talk with somebody who decides golden by golden.
///
/// Each decision is carried out at once, so that a talk that ends anywhere goes on where it was left.
struct ReviewSession {
    private let groups: [PendingGroup]
    private let area: PendingArea
    private let isForced: Bool
    private let page: ReviewPage

    private enum Decision: String {
        case accept = "a"
        case reject = "r"
        case skip = "s"
        case acceptGroup = "g"
        case quit = "q"
    }

    private static let question = "accept (a), reject (r), skip (s), accept the group (g), quit (q)? "

    init(groups: [PendingGroup], area: PendingArea, isForced: Bool, hasColour: Bool) {
        self.groups = groups
        self.area = area
        self.isForced = isForced
        page = ReviewPage(hasColour: hasColour)
    }

    /// - Parameters:
    ///   - read: the next line that was typed; nil where the input ends, which quits.
    ///   - write: shows a text.
    func run(read: () -> String?, write: (String) throws -> Void) throws {
        for (number, group) in groups.enumerated() {
            try write("\(page.head(group, number + 1, of: groups.count))")
            var acceptsRest = false
            for member in group.members {
                if acceptsRest {
                    try accept(member, write)
                    continue
                }
                try write("\n\(page.golden(member))")
                switch try decision(read, write) {
                case .accept: try accept(member, write)
                case .acceptGroup:
                    acceptsRest = true
                    try accept(member, write)
                case .reject:
                    try area.reject(member.pending.id)
                    try write("rejected \(member.pending.id)\n")
                case .skip: break
                case .quit: return
                }
            }
        }
    }

    private func decision(_ read: () -> String?, _ write: (String) throws -> Void) throws -> Decision {
        while true {
            try write(Self.question)
            guard let line = read() else { return .quit }
            if let decision = Decision(rawValue: line.split(separator: " ").joined().lowercased()) { return decision }
        }
    }

    /// What may not be replaced stays, and is said.
    private func accept(_ member: PendingGroup.Member, _ write: (String) throws -> Void) throws {
        if !isForced, let refusal = try area.refusal(of: member.pending.golden) {
            try write("left as it is: \(refusal)\n")
            return
        }
        try area.accept(member.pending, force: isForced)
        try write("accepted \(member.pending.id)\n")
    }
}
