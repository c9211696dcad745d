/// A keyed message authentication code over SHA-256; the key is worked in once, for many messages.
///
/// Source: RFC 2104.
public struct HMAC: Sendable {
    private let inner: SHA256
    private let outer: SHA256

    /// - Parameter key: of any length; keys longer than a block are hashed first, as the RFC has it.
    public init(key: [UInt8]) {
        var padded = key.count > SHA256.blockLength ? SHA256.digest(of: key) : key
        padded.append(contentsOf: repeatElement(0, count: SHA256.blockLength - padded.count))
        var inner = SHA256()
        inner.update(padded.map { $0 ^ 0x36 })
        var outer = SHA256()
        outer.update(padded.map { $0 ^ 0x5c })
        self.inner = inner
        self.outer = outer
    }

    /// The code of a message, 32 bytes.
    public func code(for message: [UInt8]) -> [UInt8] {
        var hash = inner
        hash.update(message)
        return finish(hash)
    }

    /// The code of a text's UTF-8 bytes, 32 bytes.
    public func code(for text: String) -> [UInt8] {
        var hash = inner
        hash.update(text)
        return finish(hash)
    }

    private func finish(_ hash: SHA256) -> [UInt8] {
        var last = outer
        last.update(hash.digest())
        return last.digest()
    }
}

extension HMAC: CustomStringConvertible, CustomReflectable {
    /// Says nothing of the key.
    public var description: String { "HMAC-SHA256" }

    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
