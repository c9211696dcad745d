import Foundation
import Golden

/// Whole processes of this very tool, as whoever types these commands waits for them.
struct StartBenchmark: Benchmark {
    private let golden: String

    init(_ setting: BenchmarkSetting) { golden = setting.store.root.path }

    mutating func round() async throws -> BenchmarkRound {
        var round = BenchmarkRound()
        for (name, words) in [
            ("--version", ["--version"]), ("list", ["list"]), ("run", ["run", "--golden", golden]),
        ] {
            round.read(name, try Self.time(of: words), "ms")
        }
        return round
    }

    /// In milliseconds.
    private static func time(of words: [String]) throws -> Double {
        let process = Process()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = words
        // An endpoint of the user's is not what is measured.
        process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("AWS_") }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let start = ContinuousClock.now
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw BenchmarkError.process(words.joined(separator: " "), process.terminationStatus)
        }
        return (ContinuousClock.now - start) / .milliseconds(1)
    }
}
