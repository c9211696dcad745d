import struct Foundation.Data
import class Foundation.JSONEncoder

/// A JSON document in the making.
indirect enum JSON: Encodable, ExpressibleByStringLiteral {
    case text(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case array([JSON])
    case object([String: JSON])

    init(stringLiteral value: String) { self = .text(value) }

    /// An object without the members that are nil.
    static func object(dropping members: [String: JSON?]) -> JSON { .object(members.compactMapValues(\.self)) }

    static func texts(_ texts: [String]) -> JSON { .array(texts.map(JSON.text)) }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .integer(let number): try container.encode(number)
        case .number(let number): try container.encode(number)
        case .boolean(let flag): try container.encode(flag)
        case .array(let members): try container.encode(members)
        case .object(let members): try container.encode(members)
        }
    }

    /// The document with sorted keys, indented, with a line break at the end.
    func bytes() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        var data = try encoder.encode(self)
        data.append(UInt8(ascii: "\n"))
        return data
    }
}
