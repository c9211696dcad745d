import SpecModel
import Testing

@testable import ses_conformance

@Suite struct RunArgumentsTests {
    private func read(_ words: String..., environment: [String: String] = [:]) throws(UsageError) -> RunArguments {
        try RunArguments(CommandLineParser.parse(words, of: RunArguments.declaration, environment: environment))
    }

    @Test("nothing said selects everything and reports to the terminal") func standard() throws {
        let options = try read()
        #expect(options.selection.isEverything)
        #expect(options.results.reports == [ReportRequest<ReportFormat>(format: .terminal, path: "-")])
        #expect(options.results.verdict.failOn == .error)
        #expect(options.results.golden == nil)
    }

    @Test("everything can be said") func everything() throws {
        let options = try read(
            "SendEmail", "--api", "v1", "--axis", "errors", "--axis=values", "--shard", "2/3", "--baseline", "b.json",
            "--update-baseline", "--fail-on", "warning", "--require-supported", "--strict", "--exact-counters",
            "--golden", "g", "--report", "json=-", "--report", "junit=r.xml", "--verbose", "--sender", "a@example.com",
            "--resource", "sns-topic=arn:aws:sns:a=b", "--run", "nightly7", "--retry", "2", "--max-failures", "9")
        #expect(options.selection.selection.filters == ["SendEmail"])
        #expect(options.selection.selection.api == .v1)
        #expect(options.selection.selection.axes == [.errors, .values])
        #expect(options.selection.shard == Shard(index: 2, count: 3))
        #expect(options.results.baseline == "b.json")
        #expect(options.results.updatesBaseline && options.usesExactCounters && options.results.isVerbose)
        #expect(options.results.verdict.failOn == .warning)
        #expect(options.results.verdict.requireSupported && options.results.verdict.isStrict)
        #expect(options.results.golden == "g")
        #expect(options.results.reports.map(\.path) == ["-", "r.xml"])
        #expect(options.name == "nightly7" && options.retries == 2 && options.mostFailures == 9)
        #expect(options.endpoint.sender == "a@example.com")
        #expect(options.endpoint.resources == [.snsTopic: "arn:aws:sns:a=b"])
    }

    @Test("the golden folder may come from the environment") func golden() throws {
        #expect(try read(environment: ["SES_CONFORMANCE_GOLDEN": "/g"]).results.golden == "/g")
    }

    @Test(
        "what makes no sense is said",
        arguments: [
            (["--update-baseline"], "--update-baseline needs --baseline FILE: the file that it writes"),
            (
                ["--report", "json=a", "--report", "junit=a"],
                "--report json and --report junit both go to 'a': give each a file of its own"
            ),
            (
                ["--report", "xml=a"],
                "--report got 'xml=a': expected FORMAT=FILE with a FORMAT of "
                    + "terminal, json, outcomes, junit, html, sarif, markdown, github or badge"
            ),
            (["--shard", "4/3"], "--shard got '4/3': expected I/N with I from 1 to N, such as 2/5"),
            (
                ["--run", "Run-1"],
                "--run got 'Run-1': expected 4 to 12 lower-case letters and digits, such as nightly7"
            ),
            (
                ["--fail-fast", "--max-failures", "2"],
                "--fail-fast and --max-failures 2 exclude each other: give one"
            ), (["--fail-on", "note"], "--fail-on got 'note': expected error or warning"),
            (["--api", "v3"], "--api got 'v3': expected v1, v2 or all"),
        ])
    func errors(_ words: [String], _ text: String) {
        let error = #expect(throws: UsageError.self) {
            try RunArguments(CommandLineParser.parse(words, of: RunArguments.declaration))
        }
        #expect(error?.description == text)
    }

    @Test("shards share every position out once") func shards() {
        for position in 0..<10 {
            let holders = (1...3).filter {
                Shard(index: $0, count: 3)?.part(of: Array(0..<10)).contains(position) == true
            }
            #expect(holders.count == 1)
        }
    }
}

@Suite struct SelectionOptionsTests {
    @Test(
        "a filter that matches nothing is met with the nearest",
        arguments: [
            ("sreve", "filter 'sreve' matches no case: did you mean serve?"),
            ("serve", "command 'serve' comes first: write ses-conformance serve …"),
            (
                "v1/NothingOfTheSort/*",
                "filter 'v1/NothingOfTheSort/*' matches no case: ses-conformance list shows them all"
            ),
        ])
    func nothing(_ text: String, _ expected: String) {
        let error = #expect(throws: UsageError.self) {
            let options = try SelectionOptions(Arguments(operands: [text]))
            _ = try options.whole(of: .init(.standard), commands: ["serve"])
        }
        #expect(error?.description == expected)
    }

    @Test("shards share every case out once") func shards() throws {
        let all = try SelectionOptions(Arguments()).cases(of: .init(.standard))
        let parts = try (1...3).map { index in
            try SelectionOptions(Arguments(given: ["shard": ["\(index)/3"]])).cases(of: .init(.standard))
        }
        #expect(parts.flatMap { $0.map(\.id) }.sorted() == all.map(\.id).sorted())
    }
}

@Suite struct CatalogOptionsTests {
    @Test("goldens are not written under CI, only compared") func record() throws {
        let environment = ["CI": "true"]
        let error = #expect(throws: UsageError.self) {
            try RecordOptions(CommandLineParser.parse([], of: RecordOptions.declaration, environment: environment))
        }
        #expect(error?.description == "record writes no goldens under CI: add --check to compare, or unset CI")
        let options = try RecordOptions(
            CommandLineParser.parse(["--check"], of: RecordOptions.declaration, environment: environment))
        #expect(options.onlyChecks)
    }

    @Test(
        "docs takes a topic, and results for support only",
        arguments: [
            (
                ["suport"],
                "TOPIC is 'suport': expected operations, parameters, errors, responses, types, rules, support, specs, goldens or schema"
            ),
            (["support"], "docs support needs --results FILE: make it by ses-conformance run --report json=FILE"),
            (["errors", "--results", "r.json"], "docs errors is not made from a run: leave --results out"),
        ])
    func docs(_ words: [String], _ text: String) {
        let error = #expect(throws: UsageError.self) {
            try DocsOptions(CommandLineParser.parse(words, of: DocsOptions.declaration))
        }
        #expect(error?.description == text)
    }

    @Test("the other commands take what they declare") func others() throws {
        #expect(try DocsOptions(CommandLineParser.parse(["errors"], of: DocsOptions.declaration)).topic == .errors)
        #expect(try ShowOptions(CommandLineParser.parse(["v1/A/b"], of: ShowOptions.declaration)).id == "v1/A/b")
        let list = try ListOptions(CommandLineParser.parse(["A"], of: ListOptions.declaration))
        #expect(list.selection.selection.filters == ["A"])
        #expect(try BenchOptions(CommandLineParser.parse(["--seconds=2"], of: BenchOptions.declaration)).seconds == 2)
        #expect(try SelftestOptions(CommandLineParser.parse([], of: SelftestOptions.declaration)).golden == nil)
        #expect(try CoverageOptions(CommandLineParser.parse([], of: CoverageOptions.declaration)).api == .all)
    }

    @Test(
        "selftest changes the answers of both APIs, or of the one that is asked for",
        arguments: [
            ([], Set(API.allCases)), (["--api", "all"], Set(API.allCases)), (["--api", "v1"], [.v1]),
            (["--api=v2"], [.v2]),
        ] as [([String], Set<API>)])
    func selftest(_ words: [String], _ apis: Set<API>) throws {
        #expect(try SelftestOptions(CommandLineParser.parse(words, of: SelftestOptions.declaration)).apis == apis)
    }

    @Test("selftest knows no third API") func otherAPI() {
        #expect(throws: UsageError.self) {
            try SelftestOptions(CommandLineParser.parse(["--api", "v3"], of: SelftestOptions.declaration))
        }
    }

    @Test("serve takes a region from the environment, and an option before it") func serve() throws {
        let environment = ["AWS_REGION": "eu-west-1"]
        let words = ["--port", "0", "--sandbox", "--verification", "pending"]
        let options = try ServeOptions(
            CommandLineParser.parse(words, of: ServeOptions.declaration, environment: environment))
        #expect(options.region == "eu-west-1" && options.isSandbox && options.verification == .pending)
        let own = try ServeOptions(
            CommandLineParser.parse(["--region", "r"], of: ServeOptions.declaration, environment: environment))
        #expect(own.region == "r" && !own.isSandbox && own.verification == .immediate)
    }
}
