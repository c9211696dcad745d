/// A socket with what was read from it and not yet used: the one reader of HTTP/1.1 for client and server.
package struct Connection: ~Copyable {
    package let socket: Socket
    /// As large as most messages need; grows where one needs more.
    private var buffer = [UInt8](repeating: 0, count: 4096)
    private var start = 0
    private var end = 0
    /// Whether anything has come at all.
    private(set) var hasReceived = false

    package init(_ socket: consuming Socket) { self.socket = socket }

    /// Whether everything that was read has been used.
    package var isDrained: Bool { start == end }

    /// The socket alone; what was read and not used is lost.
    package consuming func releaseSocket() -> Socket { socket }

    /// What was read and not yet used.
    var unread: ArraySlice<UInt8> { buffer[start..<end] }

    /// Reads more.
    ///
    /// - Returns: false when the other end has closed.
    mutating func fill(before deadline: Deadline) throws(TransportFault) -> Bool {
        if start == end {
            start = 0
            end = 0
        } else if end == buffer.count {
            makeRoom()
        }
        let from = end
        let count = try buffer.withUnsafeMutableBufferPointer { all throws(TransportFault) in
            try socket.receive(into: UnsafeMutableBufferPointer(rebasing: all[from...]), before: deadline)
        }
        end += count
        if count > 0 { hasReceived = true }
        return count > 0
    }

    private mutating func makeRoom() {
        if start > buffer.count / 2 {
            buffer.replaceSubrange(0..<(end - start), with: Array(buffer[start..<end]))
            end -= start
            start = 0
        } else {
            buffer.append(contentsOf: repeatElement(0, count: buffer.count))
        }
    }

    /// Uses up so many of the unread bytes.
    mutating func skip(_ count: Int) { start += min(count, end - start) }

    /// Reads start line and headers, up to and with the empty line.
    ///
    /// - Returns: the lines without their ends; nil when the other end closed before the first byte.
    mutating func readHead(_ limits: HeadLimits, before deadline: Deadline) throws(TransportFault) -> MessageHead? {
        var scanned = 0
        while true {
            if let length = headLength(scanned: &scanned) {
                guard length <= limits.bytes else { throw tooLarge(limits) }
                let head = try MessageHead(buffer[start..<(start + length)], limits)
                start += length
                return head
            }
            guard end - start <= limits.bytes else { throw tooLarge(limits) }
            if try !fill(before: deadline) {
                if start == end { return nil }
                throw .ended("closed within the headers, after \(quoted(unread))")
            }
        }
    }

    /// The length of the head with its empty line, looking only at bytes that were not looked at before.
    private func headLength(scanned: inout Int) -> Int? {
        var index = start + scanned
        while index < end {
            if buffer[index] == 0x0A {
                // An empty line: a line feed right after a line feed, or with a carriage return between them.
                if index > start && buffer[index - 1] == 0x0A { return index + 1 - start }
                if index > start + 1 && buffer[index - 1] == 0x0D && buffer[index - 2] == 0x0A {
                    return index + 1 - start
                }
            }
            index += 1
        }
        scanned = end - start
        return nil
    }

    private func tooLarge(_ limits: HeadLimits) -> TransportFault {
        .headTooLarge(limit: limits.bytes, inStartLine: !unread.prefix(limits.bytes).contains(0x0A))
    }

    /// Reads one line, as chunk sizes and trailers are.
    ///
    /// - Returns: the line without its end.
    mutating func readLine(limit: Int, in place: String, before deadline: Deadline)
        throws(TransportFault) -> ArraySlice<UInt8>
    {
        var scanned = 0
        while true {
            if let feed = buffer[(start + scanned)..<end].firstIndex(of: 0x0A) {
                var line = buffer[start..<feed]
                if line.last == 0x0D { line.removeLast() }
                start = feed + 1
                return line
            }
            scanned = end - start
            guard scanned <= limit else { throw .malformed("line of more than \(limit) bytes in \(place)") }
            if try !fill(before: deadline) { throw .ended("closed within \(place)") }
        }
    }

    /// Moves unread bytes to the end of `body`, reading more if there are none.
    ///
    /// - Returns: how many were moved, at most `count`; 0 when the other end has closed.
    mutating func move(atMost count: Int, to body: inout [UInt8], before deadline: Deadline)
        throws(TransportFault) -> Int
    {
        if start == end, try !fill(before: deadline) { return 0 }
        let moved = min(count, end - start)
        body.append(contentsOf: buffer[start..<(start + moved)])
        start += moved
        return moved
    }
}
