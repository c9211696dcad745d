import Wire

/// Everything that `bench` is called with.
struct BenchOptions: Sendable {
    static let seconds = Option.integer("seconds", "N", 1...3600, "how long each goes on; 3 where nothing is said")
    static let endpoint = Option.text(
        "endpoint", "URL", "whom client and exchange flood with GetSendQuota: an http URL of this machine")
    static let json = Flag("json", "write the numbers as JSON")
    static let operand = Operand(
        "BENCHMARK", "what to measure: \(Wording.list(BenchmarkName.allCases.map(\.rawValue), "or"))", count: .many,
        completion: .choices(BenchmarkName.allCases.map(\.rawValue)))
    static let declaration = CommandDeclaration(
        "bench", "measure this tool: exchanges a second, parsing, reports, start and memory",
        discussion: [
            "All benchmarks where none is named. Each goes on for some rounds, of which the median, the lowest and the "
                + "highest are told; a first round is not counted.",
            "--endpoint is flooded with as many requests as go, so it must be on this machine.",
        ] + BenchmarkName.allCases.map { "\($0.rawValue): \($0.meaning)." },
        operands: [operand],
        sections: [OptionSection([seconds, EndpointOptions.jobs, endpoint, RunArguments.golden, json])],
        examples: [
            Example(
                "ses-conformance bench client exchange --endpoint http://127.0.0.1:8099", "both at a server of yours")
        ],
        exitCodes: [.conforms, .differs, .usage], isHidden: true)

    let names: [BenchmarkName]
    let seconds: Int
    let jobs: Int
    let url: EndpointURL?
    let golden: String?
    let isJSON: Bool

    /// - Throws: ``UsageError`` for a benchmark that there is not, and for an endpoint elsewhere.
    init(_ arguments: Arguments) throws(UsageError) {
        var names: [BenchmarkName] = []
        for word in arguments.operands {
            guard let name = BenchmarkName(rawValue: word) else {
                let known = Wording.list(BenchmarkName.allCases.map(\.rawValue), "or")
                throw .invalidOperand(word, name: "BENCHMARK", expected: known)
            }
            names.append(name)
        }
        self.names = names.isEmpty ? BenchmarkName.allCases : names
        seconds = try arguments.value(Self.seconds) ?? 3
        jobs = try arguments.value(EndpointOptions.jobs) ?? 8
        url = try arguments.value(Self.endpoint).map(Self.url)
        golden = try RunArguments.goldenFolder(arguments)
        isJSON = arguments.has(Self.json)
    }

    private static func url(_ text: String) throws(UsageError) -> EndpointURL {
        let url: EndpointURL
        do {
            url = try EndpointURL(text)
        } catch {
            throw .conflict("--endpoint: \(error)")
        }
        guard url.isLoopback, url.scheme == .http else {
            throw .conflict("--endpoint \(url) would be flooded: name an http URL of this machine")
        }
        return url
    }
}
