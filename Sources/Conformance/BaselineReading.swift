import Foundation

extension Baseline {
    /// Reads a baseline file.
    ///
    /// - Parameter name: what errors call the file.
    /// - Throws: ``BaselineError`` with the line where it can be told, for malformed text, for keys that no
    ///   baseline has, and for values of the wrong kind.
    public static func read(from data: Data, name: String) throws(BaselineError) -> Baseline {
        var reader = try BaselineReader(data, file: name)
        return try reader.baseline()
    }
}

/// Reads one file and knows where in it everything stands.
private struct BaselineReader {
    let file: String
    let lines: BaselineLines
    let root: Any

    init(_ data: Data, file: String) throws(BaselineError) {
        let bytes = Array(data)
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notText(file: file) }
        do {
            root = try JSONSerialization.jsonObject(with: data, options: [.fragmentsAllowed])
        } catch {
            let problem = (error as NSError).userInfo["NSDebugDescription"] as? String ?? "\(error)"
            throw .malformed(file: file, line: Self.line(of: problem, in: bytes), problem: Self.wording(problem))
        }
        self.file = file
        lines = BaselineLines(bytes)
        if let first = lines.duplicates.first {
            throw .duplicateKey(file: file, line: first.line, key: first.key)
        }
    }

    mutating func baseline() throws(BaselineError) -> Baseline {
        guard let object = root as? [String: Any] else {
            throw .wrongValue(file: file, line: 1, key: "baseline", expected: "an object", found: shown(root))
        }
        guard let format = object["format"] else {
            throw .missingKey(file: file, line: 1, key: "format", within: "the baseline")
        }
        guard format as? String == Baseline.format else {
            throw .otherFormat(file: file, line: lines.line(of: "format"), found: shown(format))
        }
        try check(object, at: "", within: "the baseline", allowed: ["format", "target", "known", "cases"])
        guard let known = object["known"] else {
            throw .missingKey(file: file, line: 1, key: "known", within: "the baseline")
        }
        guard let members = known as? [Any] else { throw wrong("known", "a list of objects", known) }
        var entries: [Baseline.Entry] = []
        for (index, member) in members.enumerated() { try entries.append(entry(member, at: "known[\(index)]")) }
        return Baseline(
            target: try text(object, "target", at: "target"), known: entries,
            cases: try object["cases"].map { value throws(BaselineError) in
                try texts(value, at: "cases", allowsOne: false)
            })
    }

    private func entry(_ value: Any, at path: String) throws(BaselineError) -> Baseline.Entry {
        guard let object = value as? [String: Any] else { throw wrong(path, "an object", value) }
        let keys = ["case", "path", "cause", "reason", "expires"]
        try check(object, at: path, within: "a known difference", allowed: keys)
        guard let reason = try text(object, "reason", at: "\(path).reason") else {
            throw .missingKey(file: file, line: lines.line(of: path), key: "reason", within: "a known difference")
        }
        let cases = try list(object, "case", at: path)
        let cause = try text(object, "cause", at: "\(path).cause")
        guard !cases.isEmpty || cause != nil else {
            throw .missingKey(file: file, line: lines.line(of: path), key: "case", within: "a known difference")
        }
        var expires: Day?
        if let written = try text(object, "expires", at: "\(path).expires") {
            guard let day = Day(written) else {
                throw wrong("\(path).expires", "a day such as \"2027-01-01\"", written)
            }
            expires = day
        }
        return Baseline.Entry(
            cases: cases, paths: try list(object, "path", at: path), cause: cause, reason: reason, expires: expires)
    }

    private func check(
        _ object: [String: Any], at path: String, within: String, allowed: [String]
    ) throws(BaselineError) {
        let unknown = object.keys.filter { !allowed.contains($0) }
        let placed = unknown.map { ($0, lines.line(of: path.isEmpty ? $0 : "\(path).\($0)") ?? 0) }
        guard let (key, line) = placed.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }) else { return }
        throw .unknownKey(file: file, line: line, key: key, within: within, allowed: allowed)
    }

    private func text(_ object: [String: Any], _ key: String, at path: String) throws(BaselineError) -> String? {
        guard let value = object[key] else { return nil }
        guard let text = value as? String, !text.isEmpty else { throw wrong(path, "a text that is not empty", value) }
        return text
    }

    private func list(_ object: [String: Any], _ key: String, at path: String) throws(BaselineError) -> [String] {
        guard let value = object[key] else { return [] }
        let found = try texts(value, at: "\(path).\(key)", allowsOne: true)
        guard !found.isEmpty else { throw wrong("\(path).\(key)", "a text or a list of texts, not empty", value) }
        return found
    }

    private func texts(_ value: Any, at path: String, allowsOne: Bool) throws(BaselineError) -> [String] {
        let expected = allowsOne ? "a text or a list of texts, none empty" : "a list of texts, none empty"
        if allowsOne, let text = value as? String, !text.isEmpty { return [text] }
        guard let members = value as? [Any] else { throw wrong(path, expected, value) }
        var found: [String] = []
        for (index, member) in members.enumerated() {
            guard let text = member as? String, !text.isEmpty else {
                throw wrong("\(path)[\(index)]", expected, member)
            }
            found.append(text)
        }
        return found
    }

    private func wrong(_ path: String, _ expected: String, _ value: Any) -> BaselineError {
        .wrongValue(file: file, line: lines.line(of: path), key: path, expected: expected, found: shown(value))
    }

    /// The value as JSON, shortened.
    private func shown(_ value: Any) -> String {
        let options: JSONSerialization.WritingOptions = [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? JSONSerialization.data(withJSONObject: value, options: options) else { return "\(value)" }
        let text = String(decoding: data, as: UTF8.self)
        return text.count > 60 ? String(text.prefix(59)) + "…" : text
    }

    /// The line of the place that Foundation's parser names by its offset in bytes.
    private static func line(of problem: String, in bytes: [UInt8]) -> Int? {
        var end = bytes.count
        if let match = problem.firstMatch(of: /around character (\d+)/) {
            end = min(bytes.count, Int(match.1) ?? 0)
        } else if !problem.contains("end of file") {
            return nil
        }
        return 1 + bytes[..<end].count { $0 == UInt8(ascii: "\n") }
    }

    private static func wording(_ problem: String) -> String {
        var text = problem.prefix { $0 != "." }[...]
        if let place = text.range(of: " around character") { text = text[..<place.lowerBound] }
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}
