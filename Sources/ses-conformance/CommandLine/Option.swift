/// How a shell completes what is typed for an option or an operand.
enum Completion: Sendable, Hashable {
    case none
    case choices([String])
    case file
    case directory
}

/// What a text was expected to be, and is not.
struct InvalidValue: Error {
    /// "a whole number from 1 to 64".
    let expected: String
}

/// What every option has, whatever the type of its value.
protocol AnyOption: Sendable {
    /// The long name without dashes.
    var name: String { get }
    /// What stands for the value in help: `URL`; nil for a flag.
    var placeholder: String? { get }
    /// One sentence without a full stop.
    var summary: String { get }
    /// Whether the option may be given several times.
    var isRepeatable: Bool { get }
    var completion: Completion { get }
    /// - Throws: ``InvalidValue`` if the text is no value of this option.
    func check(_ text: String) throws(InvalidValue)
}

extension AnyOption {
    /// `--port N`.
    var usage: String { placeholder.map { "--\(name) \($0)" } ?? "--\(name)" }
}

/// An option without a value.
struct Flag: AnyOption {
    let name: String
    let summary: String
    var placeholder: String? { nil }
    var isRepeatable: Bool { false }
    var completion: Completion { .none }

    init(_ name: String, _ summary: String) {
        self.name = name
        self.summary = summary
    }

    func check(_ text: String) throws(InvalidValue) {}
}

/// An option with a value.
struct Option<Value: Sendable>: AnyOption {
    let name: String
    let valueName: String
    let summary: String
    let isRepeatable: Bool
    let completion: Completion
    let read: @Sendable (String) throws(InvalidValue) -> Value

    var placeholder: String? { valueName }

    init(
        _ name: String, _ valueName: String, _ summary: String, isRepeatable: Bool = false,
        completion: Completion = .none, read: @escaping @Sendable (String) throws(InvalidValue) -> Value
    ) {
        self.name = name
        self.valueName = valueName
        self.summary = summary
        self.isRepeatable = isRepeatable
        self.completion = completion
        self.read = read
    }

    func check(_ text: String) throws(InvalidValue) { _ = try read(text) }
}

extension Option where Value == String {
    /// An option whose value is any text but the empty one.
    static func text(
        _ name: String, _ valueName: String, _ summary: String, isRepeatable: Bool = false,
        completion: Completion = .none
    ) -> Option<String> {
        Option(name, valueName, summary, isRepeatable: isRepeatable, completion: completion) {
            text throws(InvalidValue) in
            guard !text.isEmpty else { throw InvalidValue(expected: "a text") }
            return text
        }
    }

    /// An option whose value is one of the given words.
    static func choice(_ name: String, _ valueName: String, of choices: [String], _ summary: String) -> Option<String> {
        Option(name, valueName, summary, completion: .choices(choices)) { text throws(InvalidValue) in
            guard choices.contains(text) else { throw InvalidValue(expected: Wording.list(choices, "or")) }
            return text
        }
    }
}

extension Option where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// An option whose value is one of a type's cases.
    static func oneOf(
        _ name: String, _ valueName: String, _ summary: String, isRepeatable: Bool = false
    ) -> Option<Value> {
        let choices = Value.allCases.map(\.rawValue)
        return Option(name, valueName, summary, isRepeatable: isRepeatable, completion: .choices(choices)) {
            text throws(InvalidValue) in
            guard let value = Value(rawValue: text) else {
                throw InvalidValue(expected: Wording.list(choices, "or"))
            }
            return value
        }
    }
}

extension Option where Value == Int {
    /// An option whose value is a whole number; both ends of the range are inclusive.
    static func integer(
        _ name: String, _ valueName: String, _ range: ClosedRange<Int>, _ summary: String
    ) -> Option<Int> {
        Option(name, valueName, summary) { text throws(InvalidValue) in
            guard let number = Int(text), range.contains(number) else {
                throw InvalidValue(expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
            }
            return number
        }
    }
}
