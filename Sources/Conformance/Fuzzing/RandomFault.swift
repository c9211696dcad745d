import SpecModel

/// One thing that is wrong with a request, or odd about it.
struct RandomFault: Sendable {
    let input: Fields
    var envelope = Envelope()
    /// Where it is wrong: what a smaller request must keep.
    let path: String
    /// "sends Source with 400 characters".
    let title: String
    /// What it may be taken for: what that would make is taken away afterwards.
    var reading: Fields?
}

/// Makes a valid request wrong in one place, chosen at random.
struct RandomFaults {
    private let subject: OperationUnderTest
    private let request: Fields
    private var numbers: SeededNumbers

    init(_ subject: OperationUnderTest, _ request: Fields, _ numbers: SeededNumbers) {
        self.subject = subject
        self.request = request
        self.numbers = numbers
    }

    /// Tries kinds of faults until one can be made.
    mutating func make() -> RandomFault {
        for _ in 0..<32 {
            let fault =
                switch Int.random(in: 0..<12, using: &numbers) {
                case 0...7: member()
                case 8: list()
                case 9: repeated()
                case 10: unknown()
                default: odd()
                }
            if let fault { return fault }
        }
        return odd() ?? RandomFault(input: request, path: "", title: "sends a valid request")
    }

    /// Sites that the request holds, and that a path is not made of: without them it is a request for something else.
    private var sites: [MemberSite] {
        subject.sites.filter { request.value(at: $0.dotted) != nil && !subject.isLabel($0) }
    }

    private mutating func member() -> RandomFault? {
        guard let site = sites.randomElement(using: &numbers) else { return nil }
        if site.member.required, Int.random(in: 0..<4, using: &numbers) == 0 {
            return RandomFault(
                input: request.setting(site.dotted, to: nil), path: site.dotted, title: "omits \(site.dotted)")
        }
        let (value, title) = wrong(site.member.shape)
        return RandomFault(
            input: request.setting(site.dotted, to: value), path: site.dotted, title: "sends \(site.dotted) \(title)")
    }

    /// A value that a shape does not have.
    private mutating func wrong(_ shape: Shape) -> (Value, String) {
        if Int.random(in: 0..<6, using: &numbers) == 0 { return ofAnotherKind(shape) }
        switch shape {
        case .text(let text): return wrong(text)
        case .boolean:
            return (.text(["maybe", "TRUE", "1", "", "yes"].randomElement(using: &numbers) ?? ""), "misspelt")
        case .integer, .long, .double, .timestamp:
            let texts = [
                "-1", "0", "+5", "1.5", "abc", "", " 5", "2147483648", "9223372036854775808", "1e999", "NaN",
                "1970-01-01T00:00:00Z", "2016-02-30T25:61:00Z",
            ]
            return (.text(texts.randomElement(using: &numbers) ?? ""), "as no number or time in its range")
        case .blob: return (.text("*" + RandomText.word(9, &numbers)), "that is not base64")
        case .structure: return (.text(RandomText.word(5, &numbers)), "as a text")
        case .list(let member, let list): return tooMany(member, list)
        case .map: return (.list([.text("x")]), "as a list")
        }
    }

    private mutating func ofAnotherKind(_ shape: Shape) -> (Value, String) {
        switch Int.random(in: 0..<5, using: &numbers) {
        case 0: (.list([.text(RandomText.word(3, &numbers))]), "as a list")
        case 1: (.fields([Field(RandomText.word(3, &numbers), .text("x"))]), "as a structure")
        case 2: (.integer(Int.random(in: -5...99_999, using: &numbers)), "as a number")
        case 3: (.boolean(Bool.random(using: &numbers)), "as a truth value")
        default: (.text(""), "empty")
        }
    }

    private mutating func wrong(_ text: Shape.Text) -> (Value, String) {
        switch Int.random(in: 0..<6, using: &numbers) {
        case 0: return (.text(""), "empty")
        case 1:
            let past = min(text.length?.widest.upperBound ?? 4096, 4096) + 1
            return (.text(RandomText.word(past, &numbers)), "of \(past) characters")
        case 2: return (.text(" \t\n "), "of blanks")
        case 3: return (.text(control), "with control characters")
        default: return (.text(RandomText.wild(64, &numbers)), "of any characters")
        }
    }

    /// Characters that XML can't hold.
    private var control: String { "a\u{0}b\u{1}c\u{1B}d\u{7F}e\u{FFFF}f" }

    private func tooMany(_ member: Shape, _ list: Shape.List) -> (Value, String) {
        let past = min(list.count?.widest.upperBound ?? 200, 200) + 1
        let value: Value = if case .text = member { "x@example.com" } else { .fields([Field("Name", "x")]) }
        return (.list((1...past).map { value.numbered($0) }), "with \(past) members")
    }

    private mutating func list() -> RandomFault? {
        let lists = sites.filter { if case .list = $0.member.shape { true } else { false } }
        guard let site = lists.randomElement(using: &numbers),
            case .list(let members)? = request.value(at: site.dotted), let first = members.first
        else { return nil }
        guard subject.operation.api == .v1, Bool.random(using: &numbers) else {
            return RandomFault(
                input: request.setting(site.dotted, to: .list(members + [first, first])), path: site.dotted,
                title: "sends members of \(site.dotted) twice")
        }
        let indices = ["0", "2", "-1", "01", "1.member.1", "x", "", "2147483648", "99999999999999999999"]
        let index = indices.randomElement(using: &numbers) ?? "0"
        let others = request.setting(site.dotted, to: nil).fields
        return RandomFault(
            input: Fields(others + [Field("\(site.dotted).member.\(index)", first)]), path: site.dotted,
            title: "counts \(site.dotted) by \"\(index)\"")
    }

    private mutating func repeated() -> RandomFault? {
        guard subject.operation.api == .v1,
            let leaf = Value.fields(request.fields).leaves(at: "").randomElement(using: &numbers)
        else { return nil }
        let other = Bool.random(using: &numbers) ? leaf.value : .text(RandomText.word(4, &numbers))
        return RandomFault(
            input: Fields(request.fields + [Field(leaf.path, other)]), path: leaf.path,
            title: "sends \(leaf.path) twice", reading: request.setting(leaf.path, to: other))
    }

    private mutating func unknown() -> RandomFault? {
        let name = ["NoSuchParameter", "x", "Source.x", "member.1", "Action2"].randomElement(using: &numbers) ?? "x"
        guard hasBody else { return nil }
        return RandomFault(
            input: Fields(request.fields + [Field(name, .text(RandomText.wild(20, &numbers)))]), path: name,
            title: "adds \(name)")
    }

    private var hasBody: Bool { subject.operation.route.map { ["POST", "PUT"].contains($0.method) } ?? true }

    /// What the parameters are written in is odd, or broken.
    private mutating func odd() -> RandomFault? {
        guard hasBody else { return nil }
        if Int.random(in: 0..<5, using: &numbers) == 0 {
            return RandomFault(
                input: request, envelope: Envelope(body: .reversed), path: "", title: "sends the last parameter first")
        }
        let tails =
            subject.operation.api == .v1
            ? ["&", "&&", "&=x", "&x", "&%", "&%zz=%", "&a=%FF%FE", "&+=+", ";a=b", "\r\n", "\u{0}", "&Action=", "#"]
            : [" ", "\n\n", "}", "{}", ",", "null", "\u{0}", "//", "[]"]
        let bodies = ["[]", "null", "\"x\"", "{", "{\"\":{}}", "[[[[[[[[", "{\"a\":1,\"a\":2}", "1e999", "\u{FEFF}{}"]
        let tail = tails.randomElement(using: &numbers) ?? ""
        if subject.operation.api == .v2, Bool.random(using: &numbers), let body = bodies.randomElement(using: &numbers)
        {
            return RandomFault(
                input: request, envelope: Envelope(body: .text(body)), path: "", title: "sends \(body.debugDescription)"
            )
        }
        return RandomFault(
            input: request, envelope: Envelope(body: .followed(by: tail)), path: "",
            title: "sends \(tail.debugDescription) behind the parameters", reading: request(endingOn: tail))
    }

    /// The request if what stands behind a form is a part of its last value.
    private func request(endingOn tail: String) -> Fields? {
        guard subject.operation.api == .v1, !tail.hasPrefix("&"),
            let last = Value.fields(request.fields).leaves(at: "").last, let text = last.value.scalarText
        else { return nil }
        return request.setting(last.path, to: .text(text + tail))
    }
}
