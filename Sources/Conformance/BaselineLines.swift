/// The lines on which the keys and members of a JSON text stand, which Foundation's parser does not tell.
///
/// The text must have been parsed before: what is malformed is passed over without a word.
struct BaselineLines {
    /// Path (`known[3].reason`, empty for the whole) to line, counted from 1.
    private(set) var lines: [String: Int] = ["": 1]
    /// The second and later of equal keys in one object.
    private(set) var duplicates: [(key: String, line: Int)] = []

    private struct Frame {
        let path: String
        /// The index of an array's next member; nil in an object.
        var index: Int?
        var keys: Set<String> = []
    }

    init(_ bytes: [UInt8]) {
        var frames: [Frame] = []
        var line = 1
        var path = ""
        var position = 0
        var expectsKey = false
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\n"): line += 1
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                let isArray = byte == UInt8(ascii: "[")
                enter(&path, line, frames)
                frames.append(Frame(path: path, index: isArray ? 0 : nil))
                expectsKey = !isArray
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                frames.removeLast(frames.isEmpty ? 0 : 1)
                expectsKey = false
            case UInt8(ascii: ","):
                if let last = frames.indices.last {
                    if let index = frames[last].index { frames[last].index = index + 1 }
                    expectsKey = frames[last].index == nil
                }
            case UInt8(ascii: "\""):
                let end = BaselineLines.endOfString(bytes, from: position + 1)
                if expectsKey, let last = frames.indices.last {
                    let key = String(decoding: bytes[position + 1..<end], as: UTF8.self)
                    path = frames[last].path.isEmpty ? key : "\(frames[last].path).\(key)"
                    lines[path] = line
                    if !frames[last].keys.insert(key).inserted { duplicates.append((key, line)) }
                    expectsKey = false
                } else {
                    enter(&path, line, frames)
                }
                position = end
            case UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
            default: enter(&path, line, frames)
            }
            position += 1
        }
    }

    /// The line of a path, or of the nearest of what it lies in.
    func line(of path: String) -> Int? {
        var path = path
        while true {
            if let line = lines[path] { return line }
            guard let end = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { return lines[""] }
            path = String(path[..<end])
        }
    }

    /// Notes a value that begins here: a member of an array has a path of its own.
    private mutating func enter(_ path: inout String, _ line: Int, _ frames: [Frame]) {
        guard let frame = frames.last, let index = frame.index else { return }
        path = "\(frame.path)[\(index)]"
        if lines[path] == nil { lines[path] = line }
    }

    private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
        var position = start
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(position, bytes.count)
    }
}
