/// A name and a value of a form, neither encoded.
public struct FormParameter: Sendable, Hashable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// The body of a query API request: `application/x-www-form-urlencoded`.
public enum FormEncoding {
    /// `Action=SendEmail&Source=a%40example.com`: parameters in their order, spaces as `%20`.
    public static func encode(_ parameters: [FormParameter]) -> [UInt8] {
        var capacity = 0
        for parameter in parameters { capacity += 3 * (parameter.name.utf8.count + parameter.value.utf8.count) + 2 }
        return [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
            for parameter in parameters {
                if count > 0 {
                    output[count] = UInt8(ascii: "&")
                    count += 1
                }
                count = write(parameter.name, to: output, at: count)
                output[count] = UInt8(ascii: "=")
                count = write(parameter.value, to: output, at: count + 1)
            }
        }
    }

    /// Reads a body, or the part of a target behind its `?`.
    ///
    /// A plus is a space. A name without `=` has an empty value; nothing between two `&` is no parameter.
    ///
    /// - Throws: ``WireError/badEscape(_:offset:)``, ``WireError/formNotUTF8(_:offset:)``.
    public static func decode(_ body: [UInt8]) throws(WireError) -> [FormParameter] {
        try body.withUnsafeBufferPointer { bytes throws(WireError) in
            var parameters: [FormParameter] = []
            var start = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: UInt8(ascii: "&")) ?? bytes.count
                if end > start { parameters.append(try parameter(bytes, start..<end)) }
                start = end + 1
            }
            return parameters
        }
    }

    private static func parameter(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) throws(WireError) -> FormParameter {
        let equals = bytes[range].firstIndex(of: UInt8(ascii: "=")) ?? range.upperBound
        let valueStart = min(equals + 1, range.upperBound)
        let name = try PercentEncoding.decode(bytes, in: range.lowerBound..<equals, plusIsSpace: true)
        let value = try PercentEncoding.decode(bytes, in: valueStart..<range.upperBound, plusIsSpace: true)
        return FormParameter(name, value)
    }

    private static func write(_ text: String, to output: UnsafeMutableBufferPointer<UInt8>, at start: Int) -> Int {
        var text = text
        return text.withUTF8 { PercentEncoding.write($0, to: output, at: start) }
    }
}
