/// What placeholders stand for in one case of one run.
public struct Bindings: Sendable {
    /// Known before: `name:rule` → `sc-k3f9-12-rule`, `sender`, `resource:sns-topic`, `capture:token`.
    public var known: [String: String]
    /// Learnt from answers: `message-id#1` → its value.
    public var learnt: [String: String] = [:]

    public init(known: [String: String] = [:]) { self.known = known }

    public func value(of placeholder: String) -> String? { known[placeholder] }
}
