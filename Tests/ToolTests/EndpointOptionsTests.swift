import Testing

@testable import ses_conformance

@Suite struct EndpointOptionsTests {
    private static let keys = ["AWS_ACCESS_KEY_ID": "AKID", "AWS_SECRET_ACCESS_KEY": "secret"]

    private func read(_ words: [String], _ environment: [String: String] = [:]) throws(UsageError) -> EndpointOptions {
        try EndpointOptions(
            CommandLineParser.parse(words, of: RunArguments.declaration, environment: environment))
    }

    @Test("without an endpoint there is none, and dummy credentials sign") func embedded() throws {
        let options = try read([])
        #expect(options.url == nil)
        #expect(options.credentials.accessKeyID == "test")
        #expect(options.region == "us-east-1")
        #expect(options.jobs == 8)
        #expect(options.rate == nil)
        #expect(options.timeout == .seconds(10))
        #expect(options.warnings.isEmpty)
    }

    @Test("the option comes before the variable of SES, and that before the general one") func precedence() throws {
        var environment = ["AWS_ENDPOINT_URL": "http://127.0.0.1:1"]
        #expect(try read([], environment).url?.port == 1)
        environment["AWS_ENDPOINT_URL_SES"] = "http://127.0.0.1:2"
        #expect(try read([], environment).url?.port == 2)
        #expect(try read(["--endpoint", "http://127.0.0.1:3"], environment).url?.port == 3)
        environment = ["AWS_ENDPOINT_URL_SES": "", "AWS_ENDPOINT_URL": "http://127.0.0.1:1"]
        #expect(try read([], environment).url?.port == 1)
    }

    @Test("region and credentials are those of the variables") func credentials() throws {
        var environment = Self.keys
        environment["AWS_DEFAULT_REGION"] = "eu-west-1"
        environment["AWS_SESSION_TOKEN"] = "token"
        let options = try read(["--endpoint", "https://ses.example.com"], environment)
        #expect(options.credentials.accessKeyID == "AKID")
        #expect(options.credentials.sessionToken == "token")
        #expect(options.region == "eu-west-1")
        environment["AWS_REGION"] = "eu-north-1"
        #expect(try read([], environment).region == "eu-north-1")
    }

    @Test("the real service is asked slowly, and only if that is meant") func live() throws {
        let endpoint = ["--endpoint", "https://email.eu-west-1.amazonaws.com"]
        let error = #expect(throws: UsageError.self) { try read(endpoint, Self.keys) }
        #expect(
            error?.description
                == "https://email.eu-west-1.amazonaws.com is the real service: add --live to send requests there")
        let options = try read(endpoint + ["--live"], Self.keys)
        #expect(options.region == "eu-west-1")
        #expect(options.jobs == 1)
        #expect(options.rate == 1)
    }

    @Test("keys that go over the network in the clear are warned of") func clear() throws {
        let endpoint = ["--endpoint", "http://ses.example.com"]
        #expect(try read(endpoint, Self.keys).warnings.count == 1)
        #expect(try read(endpoint + ["--target", "moto"]).warnings.isEmpty)
        #expect(try read(["--endpoint", "http://localhost:1"], Self.keys).warnings.isEmpty)
    }

    @Test("a target presets reset and time-out, and options come before it") func target() throws {
        let endpoint = ["--endpoint", "http://127.0.0.1:5000/prefix", "--target"]
        #expect(try read(endpoint + ["moto"]).reset?.description == "http://127.0.0.1:5000/moto-api/reset")
        #expect(try read(endpoint + ["localstack"]).timeout == .seconds(30))
        #expect(try read(endpoint + ["localstack", "--timeout", "2.5"]).timeout == .seconds(2.5))
        let own = try read(endpoint + ["moto", "--reset", "http://127.0.0.1:9/x"])
        #expect(own.reset?.description == "http://127.0.0.1:9/x")
    }

    @Test(
        "what can't be used is said with what to do",
        arguments: [
            (["--endpoint", "127.0.0.1:5000"], [:], "--endpoint: URL \"127.0.0.1:5000\" has no scheme"),
            ([], ["AWS_ENDPOINT_URL": "ftp://x"], "environment variable AWS_ENDPOINT_URL: scheme \"ftp\""),
            (["--target", "moto"], [:], "--target moto needs an endpoint: add --endpoint http://127.0.0.1:5000"),
            (
                ["--endpoint", "https://a.example"], [:],
                "https://a.example is not on this machine and there are no cred"
            ),
            ([], ["AWS_ACCESS_KEY_ID": "A"], "AWS_ACCESS_KEY_ID is set and AWS_SECRET_ACCESS_KEY is not"),
            ([], ["AWS_SECRET_ACCESS_KEY": "A"], "AWS_SECRET_ACCESS_KEY is set and AWS_ACCESS_KEY_ID is not"),
            (["--reset", "/x"], [:], "--reset needs an endpoint"),
            (["--rate", "0"], [:], "--rate got '0': expected requests a second, such as 10/s or 0.5/s"),
            (["--timeout", "soon"], [:], "--timeout got 'soon': expected seconds from 0.001 to 3600"),
            (["--jobs", "0"], [:], "--jobs got '0': expected a whole number from 1 to 256"),
            (["--resource", "topic=x"], [:], "--resource got 'topic=x': expected KIND=VALUE with a KIND of "),
            (
                ["--resource", "s3-bucket=a", "--resource", "s3-bucket=b"], [:],
                "--resource s3-bucket is given more than once: choose one of 'a' and 'b'"
            ),
        ] as [([String], [String: String], String)])
    func errors(_ words: [String], _ environment: [String: String], _ start: String) {
        let error = #expect(throws: UsageError.self) { try read(words, environment) }
        #expect(error?.description.hasPrefix(start) == true, "\(error?.description ?? "")")
        #expect(error?.description.contains("secret") != true)
    }
}
