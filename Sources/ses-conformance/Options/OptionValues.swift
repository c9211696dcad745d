import Foundation
import SpecModel

/// `10/s`, requests a second.
enum RequestRate {
    static func read(_ text: String) throws(InvalidValue) -> Double {
        let number = text.hasSuffix("/s") ? text.dropLast(2) : text[...]
        guard let rate = Double(number), rate > 0, rate <= 1_000_000 else {
            throw InvalidValue(expected: "requests a second, such as 10/s or 0.5/s")
        }
        return rate
    }
}

/// `2.5`, seconds.
enum TimeLimit {
    static func read(_ text: String) throws(InvalidValue) -> Duration {
        guard let seconds = Double(text), seconds >= 0.001, seconds <= 3600 else {
            throw InvalidValue(expected: "seconds from 0.001 to 3600")
        }
        return .seconds(seconds)
    }
}

/// `2/5`: the second of five parts of the cases.
struct Shard: Sendable, Hashable {
    /// 1...count.
    let index: Int
    let count: Int

    static let option = Option<Shard>("shard", "I/N", "only the I-th of N equal parts of the selection") {
        text throws(InvalidValue) in
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]), 1...10_000 ~= count,
            1...count ~= index
        else { throw InvalidValue(expected: "I/N with I from 1 to N, such as 2/5") }
        return Shard(index: index, count: count)
    }

    /// Whether the part holds what stands at a position, counted from 0, of the whole selection.
    func holds(_ position: Int) -> Bool { position % count == index - 1 }
}

/// `sns-topic=arn:…`: something outside of the service that cases may use.
struct ResourceOption: Sendable, Hashable {
    let need: Need
    let value: String

    static let option = Option<ResourceOption>(
        "resource", "KIND=VALUE", "what cases may use: an ARN or name for \(kinds)", isRepeatable: true,
        completion: .choices(Need.allCases.map { "\($0.rawValue)=" })
    ) { text throws(InvalidValue) in
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let need = Need(rawValue: String(parts[0])), !parts[1].isEmpty else {
            throw InvalidValue(expected: "KIND=VALUE with a KIND of \(kinds)")
        }
        return ResourceOption(need: need, value: String(parts[1]))
    }

    private static let kinds = Wording.list(Need.allCases.map(\.rawValue), "or")

    /// What was given for each need.
    ///
    /// - Throws: ``UsageError`` if a need is given twice.
    static func resources(_ arguments: Arguments) throws(UsageError) -> [Need: String] {
        var resources: [Need: String] = [:]
        for resource in try arguments.values(option) {
            if let earlier = resources.updateValue(resource.value, forKey: resource.need) {
                throw .repeatedOption("resource \(resource.need.rawValue)", received: [earlier, resource.value])
            }
        }
        return resources
    }
}
