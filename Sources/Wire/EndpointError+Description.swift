extension EndpointError: CustomStringConvertible {
    /// "no answer within 10 s": what happened, without the endpoint.
    public var description: String { wording(endpoint: nil) }

    /// "no answer from http://127.0.0.1:5000 within 10 s": what happened, and where.
    public func description(of endpoint: some CustomStringConvertible) -> String {
        wording(endpoint: endpoint.description)
    }

    private func wording(endpoint: String?) -> String {
        let from = endpoint.map { " from \($0)" } ?? ""
        return switch self {
        case .unreachable(let reason): "cannot reach \(endpoint ?? "the endpoint"): \(reason)"
        case .timedOut(let duration): "no answer\(from) within \(EndpointError.seconds(duration))"
        case .closed(let place): "no whole answer\(from): \(place)"
        case .malformed(let problem): "no HTTP/1.1 answer\(from): \(problem)"
        case .tooLarge(let cap): "the answer\(from) is larger than the cap of \(EndpointError.grouped(cap)) bytes"
        }
    }

    /// `10 s`, `0.25 s`.
    private static func seconds(_ duration: Duration) -> String {
        let (whole, attoseconds) = duration.components
        let milliseconds = attoseconds / 1_000_000_000_000_000
        guard milliseconds != 0 else { return "\(whole) s" }
        var digits = String(String(1000 + milliseconds).dropFirst())
        while digits.last == "0" { digits.removeLast() }
        return "\(whole).\(digits) s"
    }

    /// `10,000,000`.
    private static func grouped(_ number: Int) -> String {
        var text = ""
        for (index, digit) in String(number).reversed().enumerated() {
            if index > 0 && index % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }
}
