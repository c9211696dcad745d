import SpecModel

extension Member {
    /// The member with one of its constraints changed.
    struct Weakened: Sendable {
        let faultClass: FaultClass
        let what: String
        let member: Member
    }

    /// Every way to change one constraint of the member.
    func weakened(in api: API) -> [Weakened] {
        let shapes = shape.weakened(in: api).map { change in
            Weakened(faultClass: change.faultClass, what: change.what, member: with(shape: change.shape))
        }
        guard required else { return shapes }
        return [Weakened(faultClass: .requiredOff, what: "is not required", member: with(required: false))] + shapes
    }

    private func with(shape: Shape? = nil, required: Bool? = nil) -> Member {
        Member(
            name, shape ?? self.shape, required: required ?? self.required, isUsual: isUsual, summary, example: example,
            defaultValue: defaultValue, need: need, isLater: isLater, note: note)
    }
}

extension Shape {
    struct Weakened: Sendable {
        let faultClass: FaultClass
        let what: String
        let shape: Shape
    }

    /// Every way to change one constraint of the shape, or of a list's members.
    fileprivate func weakened(in api: API) -> [Weakened] {
        switch self {
        case .text(let text):
            return text.weakened
        case .integer(let bound?):
            return bound.weakened("value").map { $0.shape(.integer($0.bound)) }
        case .list(let member, let list):
            // A list without members is not sent at all in a form: whether it must be there is another constraint.
            let least = api == .v1 ? 1 : 0
            let counts = (list.count?.weakened("count") ?? []).filter { $0.bound.widest.lowerBound >= least }
                .map { change in
                    change.shape(
                        .list(
                            of: member, count: change.bound, ordered: list.ordered, key: list.key,
                            accountWide: list.accountWide))
                }
            let members = member.weakened(in: api).map { change in
                Weakened(faultClass: change.faultClass, what: change.what, shape: .list(change.shape, list))
            }
            return counts + members
        default:
            return []
        }
    }
}

extension Shape.Text {
    fileprivate var weakened: [Shape.Weakened] {
        let lengths = (length?.weakened("length") ?? []).filter { matters($0.bound.widest, than: length) }
        var result = lengths.map { change in
            change.shape(.text(Shape.Text(length: change.bound, pattern: pattern, allowed: allowed, format: format)))
        }
        if pattern != nil {
            let free = Shape.text(Shape.Text(length: length, allowed: allowed, format: format))
            result.append(Shape.Weakened(faultClass: .patternOff, what: "any characters", shape: free))
        }
        guard !allowed.isEmpty else { return result }
        let open = Shape.text(Shape.Text(length: length, pattern: pattern, format: format))
        result.append(Shape.Weakened(faultClass: .enumerationOpened, what: "any value", shape: open))
        for value in allowed where allowed.count > 1 {
            let fewer = allowed.filter { $0 != value }
            result.append(
                Shape.Weakened(
                    faultClass: .enumerationNarrowed, what: "refuses \(value)",
                    shape: .text(Shape.Text(length: length, pattern: pattern, allowed: fewer, format: format))))
        }
        return result
    }
}

extension Shape.Text {
    /// Whether a bound can be told from the usual one: by a text that nothing else refuses.
    fileprivate func matters(_ range: ClosedRange<Int>, than usual: Bound?) -> Bool {
        // A policy is a JSON object, which no text of one character is.
        if format == .policy, range.upperBound == usual?.widest.upperBound { return false }
        guard range.lowerBound == 0, usual?.widest.lowerBound != 0, let pattern else { return true }
        guard let expression = try? Regex(pattern.expression) else { return true }
        return "".wholeMatch(of: expression) != nil
    }
}

extension Bound {
    fileprivate struct Weakened {
        let faultClass: FaultClass
        let what: String
        let bound: Bound

        func shape(_ shape: Shape) -> Shape.Weakened {
            Shape.Weakened(faultClass: faultClass, what: what, shape: shape)
        }
    }

    /// Each end one further out than any source has it, and one further in than all sources have it.
    fileprivate func weakened(_ what: String) -> [Weakened] {
        let source = statements.map(\.source).joined(separator: "; ")
        func ranging(_ faultClass: FaultClass, _ lower: Int, _ upper: Int) -> Weakened? {
            guard lower <= upper, lower >= 0 else { return nil }
            return Weakened(
                faultClass: faultClass, what: "\(what) from \(lower) to \(upper)",
                bound: Bound(lower...upper, by: source))
        }
        let (wide, narrow) = (widest, agreed)
        let upper = wide.upperBound == .max ? nil : ranging(.boundWidened, wide.lowerBound, wide.upperBound + 1)
        let lower = ranging(.boundWidened, wide.lowerBound - 1, wide.upperBound)
        let below = wide.upperBound == .max ? nil : ranging(.boundNarrowed, wide.lowerBound, narrow.upperBound - 1)
        let above = ranging(.boundNarrowed, narrow.lowerBound + 1, wide.upperBound)
        return [upper, lower, below, above].compactMap { $0 }
    }
}
