/// How the end of a body is known.
enum BodyFraming: Equatable {
    case empty
    /// So many bytes.
    case length(Int)
    case chunked
    /// Whatever comes until the other end closes.
    case untilClose
}

extension Connection {
    /// Reads a body.
    ///
    /// - Parameter limit: the most bytes that it may have, after its chunks are joined.
    mutating func readBody(_ framing: BodyFraming, limit: Int, before deadline: Deadline)
        throws(TransportFault) -> [UInt8]
    {
        var body: [UInt8] = []
        switch framing {
        case .empty: break
        case .length(let length):
            guard length <= limit else { throw .bodyTooLarge(limit: limit) }
            // A length is only a promise: no more memory than this before the bytes are there.
            body.reserveCapacity(min(length, 1 << 20))
            try readExactly(length, to: &body, before: deadline)
        case .chunked: try readChunks(to: &body, limit: limit, before: deadline)
        case .untilClose:
            while try move(atMost: .max, to: &body, before: deadline) > 0 {
                guard body.count <= limit else { throw .bodyTooLarge(limit: limit) }
            }
        }
        return body
    }

    private mutating func readExactly(_ count: Int, to body: inout [UInt8], before deadline: Deadline)
        throws(TransportFault)
    {
        var missing = count
        while missing > 0 {
            let moved = try move(atMost: missing, to: &body, before: deadline)
            guard moved > 0 else { throw .ended("closed after \(count - missing) of \(count) bytes of the body") }
            missing -= moved
            // Who sent that much may well send the rest: room for just that, where growing would take twice as much.
            if count - missing > 1 << 20, body.capacity < body.count + missing {
                body.reserveCapacity(body.count + missing)
            }
        }
    }

    private mutating func readChunks(to body: inout [UInt8], limit: Int, before deadline: Deadline)
        throws(TransportFault)
    {
        while true {
            let line = try readLine(limit: 4096, in: "a chunk size", before: deadline)
            let size = try Connection.chunkSize(line)
            guard size <= limit - body.count else { throw .bodyTooLarge(limit: limit) }
            if size == 0 { break }
            try readExactly(size, to: &body, before: deadline)
            let end = try readLine(limit: 2, in: "the end of a chunk", before: deadline)
            guard end.isEmpty else { throw .malformed("chunk of \(size) bytes goes on: \(quoted(end))") }
        }
        try readTrailers(before: deadline)
    }

    /// Trailers are checked as headers are, then dropped: nothing that is judged here comes in one.
    private mutating func readTrailers(before deadline: Deadline) throws(TransportFault) {
        var total = 0
        while true {
            let line = try readLine(limit: HeadLimits.standard.bytes, in: "the trailers", before: deadline)
            if line.isEmpty { return }
            total += line.count
            guard total <= HeadLimits.standard.bytes else {
                throw .headTooLarge(limit: HeadLimits.standard.bytes, inStartLine: false)
            }
            _ = try MessageHead.header(line)
        }
    }

    /// The size in a chunk's first line: hexadecimal digits, then nothing or an extension.
    ///
    /// Source: RFC 9112, 7.1.
    static func chunkSize(_ line: ArraySlice<UInt8>) throws(TransportFault) -> Int {
        var digits = line.prefix { $0 != 0x3B }
        if digits.count < line.count {
            while let last = digits.last, last == 0x20 || last == 0x09 { digits.removeLast() }
        }
        guard 1...15 ~= digits.count else { throw .malformed("bad chunk size \(quoted(line))") }
        var size = 0
        for digit in digits {
            guard let value = hexadecimalValue(digit) else { throw .malformed("bad chunk size \(quoted(line))") }
            size = size << 4 | value
        }
        return size
    }

    private static func hexadecimalValue(_ digit: UInt8) -> Int? {
        switch digit {
        case 0x30...0x39: Int(digit) - 0x30
        case 0x41...0x46: Int(digit) - 0x41 + 10
        case 0x61...0x66: Int(digit) - 0x61 + 10
        default: nil
        }
    }
}
