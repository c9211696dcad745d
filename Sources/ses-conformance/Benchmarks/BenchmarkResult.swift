import Foundation

/// What `bench` writes.
struct BenchmarkReport: Codable, Sendable {
    let toolVersion: String
    let jobs: Int
    let benchmarks: [BenchmarkResult]

    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
        }
    }
}

/// What came of one benchmark.
struct BenchmarkResult: Codable, Sendable {
    let name: String
    let measurements: [Measurement]
    /// What was found wrong, each once.
    let problems: [String]

    /// A number with its spread over the rounds.
    struct Measurement: Codable, Sendable {
        let name: String
        let unit: String
        let median: Double
        let lowest: Double
        let highest: Double
        let rounds: Int
    }

    /// - Parameter rounds: at least one; each with the same readings.
    init(_ name: String, _ rounds: [BenchmarkRound]) {
        self.name = name
        measurements = (rounds.first?.readings ?? []).map { reading in
            let values = rounds.flatMap(\.readings).filter { $0.name == reading.name }.map(\.value).sorted()
            return Measurement(
                name: reading.name, unit: reading.unit, median: values[values.count / 2], lowest: values[0],
                highest: values[values.count - 1], rounds: values.count)
        }
        problems = rounds.compactMap(\.problem).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// A line for each number: name, median and, where there are several rounds, the lowest and the highest.
    var text: String {
        let width = measurements.map(\.name.count).max() ?? 0
        let lines = measurements.map { measurement in
            let name = measurement.name.padding(toLength: width, withPad: " ", startingAt: 0)
            let spread =
                measurement.lowest == measurement.highest
                ? ""
                : "  (\(Self.short(measurement.lowest)) to \(Self.short(measurement.highest))"
                    + ", \(Wording.count(measurement.rounds, "round")))"
            return "  \(name)  \(Self.short(measurement.median)) \(measurement.unit)\(spread)\n"
        }
        return "\(name)\n" + lines.joined() + problems.map { "  problem: \($0)\n" }.joined()
    }

    /// Three digits at least, and no more behind the point than that takes.
    private static func short(_ number: Double) -> String {
        let digits = number >= 100 || number == number.rounded() ? 0 : number >= 10 ? 1 : 2
        return String(format: "%.\(digits)f", number)
    }
}
