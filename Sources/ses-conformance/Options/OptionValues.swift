import Conformance
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

extension Shard {
    static let option = Option<Shard>("shard", "I/N", "only the I-th of N equal parts of the selection; see merge") {
        text throws(InvalidValue) in
        guard let shard = Shard(text) else {
            throw InvalidValue(expected: "I/N with I from 1 to N, such as 2/5")
        }
        return shard
    }
}

/// `nightly7`: the name of a run.
enum RunName {
    static func read(_ text: String) throws(InvalidValue) -> String {
        guard text.wholeMatch(of: /[a-z0-9]{4,12}/) != nil else {
            throw InvalidValue(expected: "4 to 12 lower-case letters and digits, such as nightly7")
        }
        return text
    }
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
