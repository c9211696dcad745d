/// What a command was called with, each value checked by its option.
struct Arguments: Sendable {
    let operands: [String]
    let environment: [String: String]
    private let given: [String: [String]]

    init(operands: [String] = [], given: [String: [String]] = [:], environment: [String: String] = [:]) {
        self.operands = operands
        self.given = given
        self.environment = environment
    }

    /// Whether the option is given.
    func has(_ option: any AnyOption) -> Bool { given[option.name] != nil }

    /// The value of an option; nil where it is not given.
    ///
    /// - Throws: ``UsageError`` if the text is no value of the option.
    func value<Value>(_ option: Option<Value>) throws(UsageError) -> Value? {
        try values(option).last
    }

    /// All values of an option in the order given.
    ///
    /// - Throws: ``UsageError`` if a text is no value of the option.
    func values<Value>(_ option: Option<Value>) throws(UsageError) -> [Value] {
        var result: [Value] = []
        for text in given[option.name] ?? [] {
            do {
                result.append(try option.read(text))
            } catch {
                throw .invalidValue(option: option.name, received: text, expected: error.expected)
            }
        }
        return result
    }

    /// An environment variable; nil where it is not set or empty.
    func variable(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The same arguments with other operands and, for some options, another value; nil for the value takes it away.
    func replacing(operands: [String], options: [String: String?] = [:]) -> Arguments {
        var given = given
        for (name, value) in options { given[name] = value.map { [$0] } }
        return Arguments(operands: operands, given: given, environment: environment)
    }
}
