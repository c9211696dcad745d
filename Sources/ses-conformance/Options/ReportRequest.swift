/// Formats of a run's result.
enum ReportFormat: String, Sendable, CaseIterable {
    case terminal, json, outcomes, junit, html, sarif, markdown, github, badge
}

/// `junit=report.xml`: a format and where it goes; `-` is standard output.
struct ReportRequest<Format>: Sendable, Hashable
where Format: RawRepresentable<String> & CaseIterable & Sendable & Hashable {
    let format: Format
    let path: String

    static var option: Option<ReportRequest> {
        let names = Format.allCases.map(\.rawValue)
        let formats = Wording.list(names, "or")
        return Option(
            "report", "FORMAT=FILE", "write the result as \(formats); - is standard output", isRepeatable: true,
            completion: .choices(names.map { "\($0)=" })
        ) { text throws(InvalidValue) in
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let format = Format(rawValue: String(parts[0])), !parts[1].isEmpty else {
                throw InvalidValue(expected: "FORMAT=FILE with a FORMAT of \(formats)")
            }
            return ReportRequest(format: format, path: String(parts[1]))
        }
    }

    /// What was asked for; without anything for standard output the usual format goes there.
    ///
    /// - Parameter more: what other options than `--report` ask for.
    /// - Throws: ``UsageError`` if two reports go to one place.
    static func requests(
        _ arguments: Arguments, usual: Format, and more: [ReportRequest] = []
    ) throws(UsageError) -> [ReportRequest] {
        let requests = try more + arguments.values(option)
        for (index, request) in requests.enumerated() {
            guard let earlier = requests[..<index].first(where: { $0.path == request.path }) else { continue }
            let place = request.path == "-" ? "standard output" : Wording.quoted(request.path)
            throw .conflict(
                "--report \(earlier.format.rawValue) and --report \(request.format.rawValue) both go to \(place): "
                    + "give each a file of its own")
        }
        let takesOutput = requests.contains { $0.path == "-" }
        return (takesOutput ? [] : [ReportRequest(format: usual, path: "-")]) + requests
    }
}
