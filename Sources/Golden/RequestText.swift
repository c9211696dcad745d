import Diff
import Foundation
import SpecModel
import Wire

/// The request instruction's content: a request line, headers, and one form parameter a line.
enum RequestText {
    private static let base64Mark = "base64:"

    static func write(_ request: GoldenRequest) throws(GoldenFault) -> String {
        let requestLine = "\(request.method) \(request.target)"
        guard isRequestLine(requestLine) else { throw .requestLine(requestLine) }
        if let problem = TemplateCheck.problem(inRequest: requestLine) { throw .placeholder(problem) }
        var lines = [requestLine]
        for header in request.headers {
            let line = "\(header.name): \(encode(header.value))"
            guard isHeaderName(header.name) else { throw .header(line) }
            if let problem = TemplateCheck.problem(inRequest: header.value) { throw .placeholder(problem) }
            lines.append(line)
        }
        switch request.body {
        case .form(let parameters):
            for parameter in parameters {
                try check(parameter)
                lines.append(parameter)
            }
        case .bytes(let bytes):
            lines.append(base64Mark + Data(bytes).base64EncodedString())
        case .absent: break
        case .json, .text: throw .parameter("a body of JSON")
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// Reads the content, line by line.
    struct Parser {
        private let lines: [Substring]
        /// The line that is being read, as the file counts.
        private(set) var line: Int

        /// - Parameter line: the line of the instruction's beginning.
        init(_ text: Substring, line: Int) {
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            if lines.last?.isEmpty ?? false { lines.removeLast() }
            self.lines = lines
            self.line = line
        }

        mutating func read() throws(GoldenFault) -> GoldenRequest {
            line += 1
            guard let first = lines.first, isRequestLine(String(first)), let space = first.firstIndex(of: " ") else {
                throw .requestLine(String(lines.first ?? ""))
            }
            if let problem = TemplateCheck.problem(inRequest: String(first)) { throw .placeholder(problem) }
            var request = GoldenRequest(
                method: String(first[..<space]), target: String(first[first.index(after: space)...]), body: .form([]))
            var parameters: [String] = []
            for (index, text) in lines.enumerated().dropFirst() {
                line += 1
                if text.hasPrefix(base64Mark) {
                    guard parameters.isEmpty, index == lines.count - 1,
                        let data = Data(base64Encoded: String(text.dropFirst(base64Mark.count)))
                    else { throw .base64 }
                    request.body = .bytes([UInt8](data))
                    return request
                }
                if isHeader(text) {
                    guard parameters.isEmpty else { throw .header(String(text)) }
                    request.headers.append(try header(text))
                } else {
                    try check(String(text))
                    parameters.append(String(text))
                }
            }
            request.body = .form(parameters)
            return request
        }

        private func header(_ text: Substring) throws(GoldenFault) -> Header {
            guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix(": "),
                isHeaderName(String(text[..<colon])), let value = decode(text[text.index(colon, offsetBy: 2)...])
            else { throw .header(String(text)) }
            if let problem = TemplateCheck.problem(inRequest: value) { throw .placeholder(problem) }
            return Header(String(text[..<colon]), value)
        }
    }

    // MARK: Rules

    /// A colon and a space never stand in a percent-encoded parameter.
    private static func isHeader(_ line: Substring) -> Bool {
        zip(line.utf8, line.utf8.dropFirst()).contains { $0 == UInt8(ascii: ":") && $1 == UInt8(ascii: " ") }
    }

    static func isRequestLine(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: 0x20, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].allSatisfy({ 0x41...0x5A ~= $0 }) else { return false }
        let endsInstruction = zip(parts[1], parts[1].dropFirst()).contains {
            $0 == UInt8(ascii: "?") && $1 == UInt8(ascii: ">")
        }
        return parts[1].first == UInt8(ascii: "/") && !endsInstruction
            && parts[1].allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }

    /// Names of headers are tokens.
    ///
    /// Source: RFC 9110, section 5.6.2.
    static func isHeaderName(_ text: String) -> Bool {
        let others = Set("!#$%&'*+-.^_`|~".utf8)
        return !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                default: others.contains(byte)
                }
            }
    }

    /// Refuses a parameter that is not percent-encoded outside of placeholders and doubled brackets.
    private static func check(_ parameter: String) throws(GoldenFault) {
        guard !parameter.isEmpty else { throw .parameter(parameter) }
        guard parameter.utf8.contains(0xE2) else { return try check(literal: parameter, of: parameter) }
        if let problem = TemplateCheck.problem(inRequest: parameter) { throw .placeholder(problem) }
        for segment in Template(parameter).segments {
            guard case .literal(let text) = segment else { continue }
            let brackets: Set<UnicodeScalar> = ["⟦", "⟧"]
            let plain =
                text.utf8.contains(0xE2)
                ? String(String.UnicodeScalarView(text.unicodeScalars.filter { !brackets.contains($0) })) : text
            try check(literal: plain, of: parameter)
        }
    }

    private static func check(literal: String, of parameter: String) throws(GoldenFault) {
        var digits = 0
        var previous: UInt8 = 0
        for byte in literal.utf8 {
            if digits > 0 {
                guard isHexadecimal(byte) else { throw .parameter(parameter) }
                digits -= 1
            } else if byte == UInt8(ascii: "%") {
                digits = 2
            } else {
                let endsInstruction = byte == UInt8(ascii: ">") && previous == UInt8(ascii: "?")
                guard 0x21...0x7E ~= byte, byte != UInt8(ascii: ":"), !endsInstruction else {
                    throw .parameter(parameter)
                }
            }
            previous = byte
        }
        guard digits == 0 else { throw .parameter(parameter) }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        0x30...0x39 ~= byte || 0x41...0x46 ~= byte || 0x61...0x66 ~= byte
    }

    /// Encodes what would end the line or the instruction, and the percent sign itself.
    private static func encode(_ value: String) -> String {
        var result = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "%", ">", "\u{0}"..."\u{1F}", "\u{7F}":
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func decode(_ value: Substring) -> String? { String(value).removingPercentEncoding }
}
