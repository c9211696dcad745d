import Foundation
import Wire

/// What of the user's is hidden, or shown under another name, in everything that is judged and written.
///
/// Cases and goldens speak of `example.com`; requests go out with the user's own domain, sender and resources, and in
/// answers these become what cases speak of again. Secrets that an endpoint repeats are hidden whoever it is.
public struct Disguise: Sendable {
    fileprivate struct Pair: Sendable {
        let from: [UInt8]
        let to: [UInt8]
    }

    private var outbound: [Pair] = []
    private var inbound: [Pair] = []
    private let secrets: [Secret]
    /// Whether accounts, ARNs and addresses are replaced that nobody named before.
    public var hidesAccount = false

    static let hidden = "(hidden)"
    private static let account = "123456789012"

    /// - Parameter credentials: what must not be seen, unless it is what emulators take for a key: `test` stands in
    ///   every other answer.
    public init(hiding credentials: Credentials) {
        let secrets = [credentials.accessKeyID, credentials.secretAccessKey, credentials.sessionToken ?? ""]
        self.secrets = secrets.filter(Disguise.isTelling).map { Secret(Array($0.utf8)) }
    }

    /// Whether a text can be told from words and numbers that an answer holds anyway: it is as long as a key of AWS's,
    /// or has 8 characters, letters and digits among them. `localstack` and `000000000000` are no secrets.
    private static func isTelling(_ secret: String) -> Bool {
        let length = secret.utf8.count
        return length >= 16 || length >= 8 && secret.contains(where: \.isLetter) && secret.contains(where: \.isNumber)
    }

    /// Whether requests differ from what cases say.
    var changesRequests: Bool { !outbound.isEmpty }

    /// Sends one text in place of another, and shows the other in its place.
    public mutating func show(_ real: String, as shown: String) {
        guard real != shown, !real.isEmpty else { return }
        outbound.append(Pair(from: Array(shown.utf8), to: Array(real.utf8)))
        hide(real, as: shown)
        outbound.sort { $0.from.count > $1.from.count }
    }

    /// Shows one text in place of another.
    public mutating func hide(_ real: String, as shown: String) {
        inbound.append(Pair(from: Array(real.utf8), to: Array(shown.utf8)))
        inbound.sort { $0.from.count > $1.from.count }
    }

    /// A text as it is sent.
    public func real(_ text: String) -> String {
        outbound.isEmpty ? text : String(decoding: Disguise.replace(outbound, in: Array(text.utf8)), as: UTF8.self)
    }

    /// A text of an answer as it is judged and shown.
    func shown(_ text: String, _ exchange: [Secret] = []) -> String {
        var text = text
        let mayChange = text.withUTF8 { self.mayChange(UnsafeRawBufferPointer($0), exchange) }
        return mayChange ? String(decoding: shown(Array(text.utf8), exchange), as: UTF8.self) : text
    }

    /// Bytes of an answer as they are judged and shown.
    ///
    /// - Parameter exchange: what is secret of the very exchange, its signature for instance.
    func shown(_ bytes: [UInt8], _ exchange: [Secret]) -> [UInt8] {
        guard bytes.withUnsafeBytes({ mayChange($0, exchange) }) else { return bytes }
        var bytes = bytes
        for secret in secrets + exchange {
            for spelling in secret.spellings where bytes.holds(spelling) {
                bytes = bytes.replacing(spelling, with: Array(Disguise.hidden.utf8))
            }
        }
        if !inbound.isEmpty { bytes = Disguise.replace(inbound, in: bytes) }
        return hidesAccount ? Array(Disguise.withoutAccount(String(decoding: bytes, as: UTF8.self)).utf8) : bytes
    }

    /// Whether there is anything in these bytes that could be shown otherwise: in most answers there is not.
    private func mayChange(_ bytes: UnsafeRawBufferPointer, _ exchange: [Secret]) -> Bool {
        hidesAccount || secrets.contains { bytes.holds($0.mark) } || exchange.contains { bytes.holds($0.mark) }
            || inbound.contains { bytes.holds($0.from) }
    }

    /// What is secret in a request beside the credentials: its signature, and the header that holds it.
    static func secrets(of request: HTTPRequest) -> [Secret] {
        guard let header = request.header("Authorization") else { return [] }
        let bytes = Array(header.utf8)
        let signature = bytes.lastIndex(of: UInt8(ascii: "=")).map { bytes[($0 + 1)...] } ?? []
        let isSigned = bytes.dropLast(signature.count + 1).suffix(9).elementsEqual("Signature".utf8)
        return [bytes, isSigned ? Array(signature) : []].filter { $0.count >= 8 }.map(Secret.init)
    }

    /// A text that must not be seen, in whatever spelling.
    struct Secret: Sendable {
        private let bytes: [UInt8]
        /// The longest run of its letters, digits and hyphens, which every spelling leaves as it is: where this is not found,
        /// no spelling is, and most answers hold none.
        fileprivate let mark: [UInt8]

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            var longest = 0..<0
            var start = 0
            for (index, byte) in bytes.enumerated() {
                if !byte.isOfAName {
                    start = index + 1
                } else if index + 1 - start > longest.count {
                    longest = start..<(index + 1)
                }
            }
            mark = Array(bytes[longest])
        }

        /// As it is, in JSON, in XML and percent-encoded.
        fileprivate var spellings: [[UInt8]] {
            let text = String(decoding: bytes, as: UTF8.self)
            let all = [
                text, text.replacing("/", with: "\\/"), text.replacing("&", with: "&amp;"),
                PercentEncoding.encode(text),
            ]
            return Set(all).sorted { $0.count > $1.count }.map { Array($0.utf8) }
        }
    }

    /// Replaces each text where it stands by itself, the longest that fits, each place once.
    private static func replace(_ pairs: [Pair], in bytes: [UInt8]) -> [UInt8] {
        let relevant = pairs.filter { bytes.holds($0.from) }
        guard !relevant.isEmpty else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            let isStart = place == 0 || !bytes[place - 1].isOfAName
            let found = isStart ? relevant.first { $0.fits(bytes, at: place) } : nil
            result += found?.to ?? [bytes[place]]
            place += found?.from.count ?? 1
        }
        return result
    }

    /// A text without account numbers, principals and addresses that are not of the documentation.
    ///
    /// What a run is answered with ``hidesAccount`` has been through it; it is for texts that come another way.
    public static func withoutAccount(_ text: String) -> String {
        var text = text
        let numbers = Set(text.matches(of: /arn:aws[a-z-]*:[a-z0-9-]*:[a-z0-9-]*:([0-9]{12})/).map { String($0.1) })
        for number in numbers { text = text.replacing(number, with: account) }
        text = text.replacing(
            /arn:aws[a-z-]*:(iam|sts):[a-z0-9-]*:[0-9]{12}:[A-Za-z0-9+=,.@_\/-]+/,
            with: "arn:aws:iam::\(account):user/somebody")
        return text.replacing(/[A-Za-z0-9._%+'-]+@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})/) { match in
            isPublic(match.1.lowercased()) ? String(match.0) : "somebody@example.net"
        }
    }

    private static func isPublic(_ domain: String) -> Bool {
        ["example.com", "example.net", "example.org", "amazonses.com", "amazonaws.com", "test", "invalid", "example"]
            .contains { domain == $0 || domain.hasSuffix("." + $0) }
    }
}

extension Disguise.Pair {
    fileprivate func fits(_ bytes: [UInt8], at place: Int) -> Bool {
        let end = place + from.count
        guard end <= bytes.count, bytes[place] == from[0], bytes[place..<end].elementsEqual(from) else { return false }
        return end == bytes.count || !bytes[end].isOfAName
    }
}

extension UInt8 {
    /// Whether it is a letter, a digit or a hyphen.
    fileprivate var isOfAName: Bool {
        0x30...0x39 ~= self || 0x41...0x5A ~= self || 0x61...0x7A ~= self || self == 0x2D
    }
}

extension [UInt8] {
    fileprivate func holds(_ other: [UInt8]) -> Bool { withUnsafeBytes { $0.holds(other) } }
}

extension UnsafeRawBufferPointer {
    /// Whether other bytes stand in it, one after the other; without any they do everywhere.
    fileprivate func holds(_ other: [UInt8]) -> Bool {
        guard let first = other.first else { return true }
        guard let start = baseAddress, count >= other.count else { return false }
        var place = 0
        while let found = memchr(start + place, Int32(first), count - other.count + 1 - place) {
            place = start.distance(to: UnsafeRawPointer(found))
            if memcmp(start + place, other, other.count) == 0 { return true }
            place += 1
        }
        return false
    }
}
