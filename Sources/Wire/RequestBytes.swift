extension HTTPRequest {
    /// The request as HTTP/1.1 has it, with what a request needs and this one does not name itself.
    ///
    /// Adds `Host`, `User-Agent` and, where there is a body or a method that usually has one, `Content-Length`.
    ///
    /// - Throws: ``EndpointError/malformed(_:)`` if a part would end its line early.
    func bytes(for url: EndpointURL) throws(EndpointError) -> [UInt8] {
        let target = url.target(for: target)
        guard !method.isEmpty, method.utf8.allSatisfy(isTokenByte) else {
            throw .malformed("cannot be sent, bad method \(quoted(method.utf8))")
        }
        guard target.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else {
            throw .malformed("cannot be sent, bad target \(quoted(target.utf8))")
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512 + target.utf8.count + body.count)
        bytes.append(contentsOf: "\(method) \(target) HTTP/1.1\r\n".utf8)
        if !names("host") { bytes.append(Header("Host", url.authority)) }
        for header in headers {
            guard !header.name.isEmpty, header.name.hasOnly(isTokenByte),
                header.value.hasOnly({ $0 != 0x0D && $0 != 0x0A && $0 != 0 })
            else {
                throw .malformed("cannot be sent, bad header \(quoted("\(header.name): \(header.value)".utf8))")
            }
            bytes.append(header)
        }
        if !names("user-agent") { bytes.append(Header("User-Agent", "ses-conformance")) }
        let hasBody = !body.isEmpty || ["POST", "PUT", "PATCH"].contains(method)
        if hasBody, !names("content-length"), !names("transfer-encoding") {
            bytes.append(Header("Content-Length", String(body.count)))
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
        bytes.append(contentsOf: body)
        return bytes
    }

    private func names(_ lowercased: String) -> Bool { headers.contains { $0.isNamed(lowercased) } }
}

extension String {
    /// Whether all of its bytes are such; quick, for these are looked at with every request.
    fileprivate func hasOnly(_ isAllowed: (UInt8) -> Bool) -> Bool {
        var text = self
        return text.withUTF8 { $0.allSatisfy(isAllowed) }
    }
}

extension [UInt8] {
    mutating func append(_ header: Header) {
        append(contentsOf: header.name.utf8)
        append(contentsOf: [0x3A, 0x20])
        append(contentsOf: header.value.utf8)
        append(contentsOf: [0x0D, 0x0A])
    }
}
